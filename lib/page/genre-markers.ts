/**
 * The page's own words for its genre ("Anzeige", "Kommentar", "Test"), as written. They stand alone in a kicker, label or
 * section near the headline; the word inside a sentence marks nothing. What each marker means is told by `lib/topic/genres.yml`.
 */
import { tagOf } from './element-kinds.ts';

const mostLabels = 14;
const longestMarker = 40;
/** Lists near a headline are menus and paths through the site; what they name is not this article. */
const elsewhere = 'nav,ul,ol,menu,aside,footer,time';

/** Takes the types and sections of the page's JSON-LD article; gives the short labels around the headline, nearest first, without repeats. */
export function readGenreMarkers(document: Document, types: readonly string[], sections: readonly string[]): string[] {
  const heading = document.querySelector('article h1, main h1') ?? document.querySelector('h1');
  const plain = new Set(['Article', 'NewsArticle', 'BlogPosting']);
  const markers = [...labelsAround(heading), ...sections, ...types.filter((type) => !plain.has(type))];
  return [...new Set(markers.filter((marker) => marker.length <= longestMarker))].slice(0, mostLabels);
}

/** Short texts inside and just before the headline, as far as the article reaches. */
function labelsAround(heading: Element | null): string[] {
  if (!heading) return [];
  const whole = tidy(heading.textContent ?? '');
  const labels = shortTexts(heading).filter((text) => text !== whole);
  let at: Element | null = heading;
  for (let steps = 0; at && steps < 3 && !/^(?:article|main|body)$/.test(tagOf(at)); steps += 1, at = at.parentElement) {
    let before: Element | null = at.previousElementSibling;
    for (let seen = 0; before && seen < 3; seen += 1, before = before.previousElementSibling) labels.push(...shortTexts(before));
  }
  return labels;
}

function shortTexts(element: Element): string[] {
  const leaves = [element, ...[...element.querySelectorAll('*')].slice(0, mostLabels)].filter((inner) => inner.childElementCount === 0);
  return leaves
    .filter((leaf) => !/^(?:script|style|svg|path|img)$/.test(tagOf(leaf)) && !leaf.closest(elsewhere))
    .map((leaf) => tidy(leaf.textContent ?? ''))
    .filter((text) => text !== '' && text.length <= longestMarker);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ ?[:|] ?$/, '').trim();
}
