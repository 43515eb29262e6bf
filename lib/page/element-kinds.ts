/** What an element is by its tag, attributes and names, without asking for its style. The words are in `noise.yml`. */
import table from './noise.yml';

const words = table as { dropped: string[]; beside: string[]; names: string[]; unseen: string[]; lead: string[]; stems: string[]; openings: string[]; labels: string[]; notices: string[] };
const dropped = new Set(words.dropped);
const beside = new Set(words.beside);
const names = new Set(words.names);
const unseen = new RegExp(`(?:^|[\\s_-])(?:${words.unseen.join('|')})(?:\\s|$)`, 'i');
const lead = new Set(words.lead);
const openings = new Set(words.openings);
const stems = new RegExp(words.stems.join('|'));
const labels = new RegExp(`^(?:${words.labels.join('|')})(?:\\s?[:|]|$)`, 'i');
const notices = new RegExp(words.notices.join('|'), 'i');
const longestOpening = Math.max(...words.openings.map((opening) => opening.split(' ').length));

/** Elements that stand in a line of text (HTML's phrasing content, and its old presentational elements). */
const inline = new Set(
  ('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp slot small span strike ' +
    'strong sub sup time tt u var wbr').split(' '),
);
/** Elements that hold a line of text, so that what is unknown inside them stands in it. */
const lines = new Set('p h1 h2 h3 h4 h5 h6 li dd dt td th blockquote'.split(' '));

/** The tag in lower case, whatever the document's type. */
export function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** Whether an element stands in a line of text. Custom elements do inside a paragraph, and are blocks elsewhere. */
export function isInline(element: Element, tag: string, around: Element | undefined): boolean {
  if (inline.has(tag)) return true;
  return tag.includes('-') && around !== undefined && lines.has(tagOf(around));
}

/** Whether nothing of an element is ever read: by its kind, or because its markup hides it. */
export function isDropped(element: Element, tag: string): boolean {
  if (dropped.has(tag)) return true;
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  const style = element.getAttribute('style');
  if (style !== null && /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test(style)) return true;
  if (inline.has(tag) && element.getAttribute('aria-hidden') === 'true') return true;
  return isUnseen(element.getAttribute('class'));
}

function isUnseen(classes: string | null): boolean {
  return classes !== null && unseen.test(classes);
}

/** Whether an element's tag or names say that it stands beside the article rather than in it. */
export function namesBeside(element: Element, tag: string): boolean {
  if (beside.has(tag) || element.getAttribute('aria-hidden') === 'true') return true;
  if (tag === 'html' || tag === 'body' || tag === 'article' || tag === 'main') return false;
  const role = element.getAttribute('role');
  if (role && names.has(role)) return true;
  const given = element.getAttribute('class');
  return saysBeside(given) || saysBeside(element.id);
}

function saysBeside(given: string | null): boolean {
  if (!given) return false;
  return wordsIn(given).some((word) => names.has(word)) || stems.test(given.toLowerCase());
}

/** Whether an element's names say that it is the article's lead. */
export function namesLead(element: Element | undefined): boolean {
  return element !== undefined && wordsIn(element.getAttribute('class')).some((word) => lead.has(word));
}

/** Longer blocks are prose whatever their first words. */
const longestPointer = 320;
const longestNotice = 700;

/** Whether a block leads elsewhere ("Lesen Sie auch"), labels something or tells the reader about the site. */
export function pointsElsewhere(text: string): boolean {
  if (text.length > longestNotice) return false;
  if (notices.test(text) || labels.test(text)) return true;
  if (text.length > longestPointer) return false;
  if (/^(?:>>|[→➔➜►▶])/.test(text)) return true;
  const first = text.slice(0, 80).toLowerCase().split(/[^\p{L}\p{N}'-]+/u).filter(Boolean);
  for (let count = Math.min(longestOpening, first.length); count > 0; count -= 1) {
    if (openings.has(first.slice(0, count).join(' '))) return true;
  }
  return false;
}

/** The words of a class list or id: `articleBody__related-box` gives article, body, related, box. Hashes of CSS modules (`…__qSR5x`) say nothing. */
function wordsIn(names: string | null): string[] {
  if (!names) return [];
  const plain = names.slice(0, 400).replace(/_[A-Za-z0-9+-]{5}(?=\s|$)/g, (hash) => (/\d|[a-z][A-Z]/.test(hash) ? '' : hash));
  return plain.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-zäöüß]+/);
}
