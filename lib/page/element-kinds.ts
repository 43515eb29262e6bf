/** What an element is by its tag, attributes and names, without asking for its style. The words are in `noise.yml`. */
import { words } from './noise.ts';

const dropped = new Set(words.dropped);
const beside = new Set(words.beside);
const names = new Set(words.names);
const never = new Set(words.never);
const unseen = new RegExp(`(?:^|[\\s_-])(?:${words.unseen.join('|')})(?:\\s|$)`, 'i');
const lead = new Set(words.lead);
const stems = new RegExp(words.stems.join('|'));

/** Elements that stand in a line of text (HTML's phrasing content, and its old presentational elements). */
const inline = new Set(
  ('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby s samp slot small span strike ' +
    'strong sub sup time tt u var wbr').split(' '),
);
/** Elements that hold a line of text, so that what is unknown inside them stands in it. */
const lines = new Set('p h1 h2 h3 h4 h5 h6 li dd dt td th blockquote'.split(' '));

/** What a tag alone says. */
export interface TagKind {
  /** In lower case, whatever the document's type. */
  tag: string;
  /** Nothing of it is ever read. */
  isDropped: boolean;
  isInline: boolean;
  /** A custom element: stands in a line inside one, and is a block elsewhere. */
  isCustom: boolean;
  /** Holds a line of text. */
  isLine: boolean;
  isHeading: boolean;
  isBeside: boolean;
}

const kinds = new Map<string, TagKind>();
/** A page may make up tags without end: so many are remembered. */
const mostKinds = 500;

/** Takes an element's local name as the document has it. */
export function kindOfTag(localName: string): TagKind {
  const known = kinds.get(localName);
  if (known) return known;
  const tag = localName.toLowerCase();
  const kind = {
    tag, isDropped: dropped.has(tag), isInline: inline.has(tag), isCustom: tag.includes('-'), isLine: lines.has(tag),
    isHeading: /^h[1-6]$/.test(tag), isBeside: beside.has(tag),
  };
  if (kinds.size < mostKinds) kinds.set(localName, kind);
  return kind;
}

/** The tag in lower case, whatever the document's type. */
export function tagOf(element: Element): string {
  return kindOfTag(element.localName).tag;
}

/** Whether nothing of an element is ever read: by its kind (a program listing is one), or because its markup hides it. */
export function isDropped(element: Element, { tag, isDropped, isInline }: TagKind): boolean {
  if (isDropped) return true;
  if (tag === 'pre' && element.querySelector('code,samp,span[class]')) return true;
  if (!element.hasAttributes()) return false;
  if ((element.getAttribute('hidden') ?? 'until-found') !== 'until-found') return true;
  const style = element.getAttribute('style');
  if (style !== null && /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test(style)) return true;
  if (isInline && element.getAttribute('aria-hidden') === 'true') return true;
  const classes = element.getAttribute('class');
  return classes !== null && said(classes).isUnseen;
}

/** No words at all. */
export const nothing: readonly string[] = [];

/** The words of an element's tag, role, classes and id that say it stands beside the article; empty for most. */
export function besideWords(element: Element, { tag, isBeside }: TagKind): readonly string[] {
  if (isBeside) return [`<${tag}>`];
  if (!element.hasAttributes()) return nothing;
  if (element.getAttribute('aria-hidden') === 'true') return ['aria-hidden'];
  if (tag === 'html' || tag === 'body' || tag === 'article' || tag === 'main') return nothing;
  const role = element.getAttribute('role');
  const id = element.id;
  const classes = element.getAttribute('class');
  const named = classes ? said(classes).beside : nothing;
  if (!role && !id) return named;
  return [...(role && names.has(role) ? [role] : []), ...named, ...(id ? wordsBeside(id) : [])];
}

/** What a class list says: most pages say the same few again and again. */
interface ClassWords {
  isUnseen: boolean;
  beside: readonly string[];
}

const classLists = new Map<string, ClassWords>();
const mostLists = 2_000;
const longestList = 400;

function said(classes: string): ClassWords {
  const known = classLists.get(classes);
  if (known) return known;
  const words = { isUnseen: unseen.test(classes), beside: wordsBeside(classes) };
  if (classLists.size >= mostLists) classLists.clear();
  if (classes.length <= longestList) classLists.set(classes, words);
  return words;
}

/** Whether a word of `besideWords` holds however much of the page it names. */
export function isAlwaysBeside(word: string): boolean {
  return never.has(word);
}

function wordsBeside(given: string): readonly string[] {
  return [...wordsIn(given).filter((word) => names.has(word)), ...(stems.exec(given.toLowerCase()) ?? [])];
}

/** Whether an element's names say that it is the article's lead. */
export function namesLead(element: Element | undefined): boolean {
  return element !== undefined && wordsIn(element.getAttribute('class')).some((word) => lead.has(word));
}

/**
 * The words of a class list or id: `articleBody__related-box` gives article, body, related, box. Hashes of CSS modules (`…__qSR5x`) and variants of utility classes
 * (`print:hidden`) say nothing.
 */
function wordsIn(names: string | null): string[] {
  if (!names) return [];
  const plain = names.slice(0, 400).replace(/\S+/g, (word) => (/[:[]/.test(word) ? '' : word)).replace(/_[A-Za-z0-9+-]{5}(?=\s|$)/g, (hash) => (/\d|[a-z][A-Z]/.test(hash) ? '' : hash));
  return plain.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-zäöüß]+/);
}
