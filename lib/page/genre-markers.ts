/**
 * The page's own words for its genre ("Anzeige", "Kommentar", "Test"), as written. They stand alone in a kicker, label or
 * section near the headline; the word inside a sentence marks nothing. What each marker means is told by `lib/topic/genres.yml`.
 */
import { tagOf } from './element-kinds.ts';

const nearHeadline = 14;
const longestMarker = 40;

/** Takes the types of the page's JSON-LD article; gives the short labels around the headline, nearest first, without repeats. */
export function readGenreMarkers(document: Document, types: readonly string[]): string[] {
  const markers = new Set<string>();
  const heading = document.querySelector('article h1, main h1') ?? document.querySelector('h1');
  for (const label of labelsAround(heading)) markers.add(label);
  for (const meta of document.querySelectorAll('meta[property="article:section"], meta[name="article:type"], meta[property="article:content_tier"]')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (content !== '' && content.length <= longestMarker) markers.add(content);
  }
  for (const type of types) if (type !== 'Article' && type !== 'NewsArticle') markers.add(type);
  return [...markers].slice(0, 12);
}

/** Short texts inside and just before the headline's block. */
function labelsAround(heading: Element | null): string[] {
  const labels: string[] = [];
  let at: Element | null = heading;
  for (let steps = 0; at && steps < 3 && tagOf(at) !== 'body'; steps += 1) {
    let before: Element | null = at.previousElementSibling;
    for (let seen = 0; before && seen < 3; seen += 1, before = before.previousElementSibling) labels.push(...shortTexts(before));
    at = at.parentElement;
  }
  return heading ? [...shortTexts(heading).filter((text) => text.length < (heading.textContent ?? '').trim().length), ...labels] : [];
}

function shortTexts(element: Element): string[] {
  const leaves = element.childElementCount === 0 ? [element] : [...element.querySelectorAll('*')].slice(0, nearHeadline).filter((inner) => inner.childElementCount === 0);
  return leaves
    .filter((leaf) => !/^(?:script|style|time|svg|path|img)$/.test(tagOf(leaf)))
    .map((leaf) => (leaf.textContent ?? '').replace(/\s+/g, ' ').trim().replace(/[:|]$/, '').trim())
    .filter((text) => text !== '' && text.length <= longestMarker);
}
