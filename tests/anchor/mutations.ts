/**
 * What happens to a page between two visits, done to a text whose every character knows where it came from: so the right place is
 * known without looking for it.
 */
import type { Span } from '../../lib/model.ts';
import { inventedSentence } from './articles.ts';
import type { Chance } from './random.ts';

/** A character and its offset in the text as it was flagged; -1 for what came later. */
interface Unit {
  character: string;
  from: number;
}

export interface Page {
  units: Unit[];
  quote: Span;
}

export type Mutation = (page: Page, chance: Chance) => Page;

export function pageOf(text: string, quote: Span): Page {
  return { units: Array.from({ length: text.length }, (_, from) => ({ character: text[from]!, from })), quote };
}

export function textOf({ units }: Page): string {
  return units.map(({ character }) => character).join('');
}

const added = (text: string): Unit[] => Array.from({ length: text.length }, (_, at) => ({ character: text[at]!, from: -1 }));
const isQuote = ({ from }: Unit, [begin, end]: Span) => from >= begin && from < end;

/** Where the quote stands now: from its first to its last character that is left. Undefined when all are gone. */
export function truthOf({ units, quote }: Page): Span | undefined {
  const first = units.findIndex((unit) => isQuote(unit, quote));
  const last = units.findLastIndex((unit) => isQuote(unit, quote));
  return first === -1 ? undefined : [first, last + 1];
}

/** How many characters of the quote were changed, taken away or put in, as a share of its length. */
export function changedShare(page: Page, original: string): number {
  const truth = truthOf(page);
  const length = page.quote[1] - page.quote[0];
  if (!truth) return 1;
  const inside = page.units.slice(...truth);
  const kept = inside.filter((unit) => isQuote(unit, page.quote));
  const altered = kept.filter(({ character, from }) => character !== original[from] && !isTypesetting(character) && !isTypesetting(original[from]!)).length;
  const lost = length - kept.length;
  const put = inside.length - kept.length;
  return (altered + Math.max(lost, put)) / length;
}

const isTypesetting = (character: string) => /[\s"'„“”»«‚‘’\-–—\u00AD]/.test(character);

/** Bounds of the words of the page that lie outside (or inside) the quote. */
function words(page: Page, inside: boolean): Span[] {
  const text = textOf(page);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .map((found): Span => [found.index, found.index + found[0].length])
    .filter(([begin, end]) => page.units.slice(begin, end).every((unit) => isQuote(unit, page.quote) === inside));
}

function splice(page: Page, at: number, remove: number, put: Unit[]): Page {
  return { ...page, units: [...page.units.slice(0, at), ...put, ...page.units.slice(at + remove)] };
}

const fillers = ['gestern', 'offenbar', 'nach langem Zögern', 'wie es heißt', 'in dieser Woche', 'erneut', 'eher', 'dort'];

/** Some words come and go outside the quote. */
export const editOutside: Mutation = (page, chance) => {
  let next = page;
  for (let times = 3 + chance.below(8); times > 0; times -= 1) {
    const word = chance.one(words(next, false));
    if (!word) return next;
    next = chance.next() < 0.5 ? splice(next, word[0], 0, added(`${chance.one(fillers)} `)) : splice(next, word[0], word[1] - word[0] + 1, []);
  }
  return next;
};

/** The page's paragraphs, each with the break after it. */
function paragraphs({ units }: Page): Unit[][] {
  const parts: Unit[][] = [[]];
  units.forEach((unit, at) => {
    parts.at(-1)!.push(unit);
    if (unit.character === '\n' && units[at + 1]?.character !== '\n') parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}

export const reorderParagraphs: Mutation = (page, chance) => {
  const parts = paragraphs(page);
  if (parts.at(-1)!.at(-1)!.character !== '\n') parts.at(-1)!.push(...added('\n\n'));
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    [parts[at], parts[other]] = [parts[other]!, parts[at]!];
  }
  return { ...page, units: parts.flat() };
};

const advertisements = ['Anzeige\n', 'Lesen Sie auch: So sparen Sie beim Strom\n\n', 'Newsletter abonnieren – kostenlos und jederzeit kündbar\n\n', 'Die besten Angebote der Woche: Laptop ab 399 Euro\n\n'];

export const putAdvertisements: Mutation = (page, chance) => {
  const parts = paragraphs(page).flatMap((part) => (chance.next() < 0.5 ? [added(chance.one(advertisements)), part] : [part]));
  return { ...page, units: parts.flat() };
};

/** Another typesetter: quotation marks, dashes, spaces. */
export const typesetAnew: Mutation = (page, chance) => {
  const guillemets = chance.next() < 0.5;
  const put: Record<string, string> = { '„': guillemets ? '»' : '"', '“': guillemets ? '«' : '"', '–': '-', '-': '‑', ' ': chance.next() < 0.3 ? '\u00A0' : ' ', '’': "'" };
  return { ...page, units: page.units.map(({ character, from }) => ({ character: put[character] ?? character, from })) };
};

/** The same article from another template: navigation above, other breaks, soft hyphens. */
export const rebuild: Mutation = (page, chance) => {
  const units = page.units.flatMap((unit, at): Unit[] => {
    const isLetter = /\p{L}/u.test(unit.character) && /\p{L}/u.test(page.units[at - 1]?.character ?? '');
    if (unit.character === '\n') return chance.next() < 0.5 ? [{ ...unit, character: ' ' }] : [unit, ...added('\n  ')];
    return isLetter && chance.next() < 0.05 ? [...added('\u00AD'), unit] : [unit];
  });
  return { ...page, units: [...added('Startseite Netzwelt Wirtschaft Meinung\n\nVon unserer Redaktion\n\n'), ...units] };
};

/** A few words inside the quote are replaced, taken away or put in: up to about a fifth of its characters. */
export const editQuote: Mutation = (page, chance) => {
  let next = page;
  const length = page.quote[1] - page.quote[0];
  let budget = length * (0.05 + chance.next() * 0.15);
  for (let tries = 0; tries < 12 && budget > 2; tries += 1) {
    const word = chance.one(words(next, true));
    if (!word) break;
    const size = word[1] - word[0];
    const filler = chance.one(fillers).slice(0, 4 + chance.below(6)).trim();
    const kind = chance.below(3);
    const cost = kind === 0 ? size + 1 : kind === 1 ? filler.length + 1 : Math.max(size, filler.length);
    if (cost > budget) continue;
    budget -= cost;
    if (kind === 0) next = splice(next, word[0], size + 1, []);
    else if (kind === 1) next = splice(next, word[0], 0, added(`${filler} `));
    else next = splice(next, word[0], size, added(filler));
  }
  return next;
};

/** A typist's slips inside the quote. */
export const mistypeQuote: Mutation = (page, chance) => ({
  ...page,
  units: page.units.map((unit) => (isQuote(unit, page.quote) && /\p{Ll}/u.test(unit.character) && chance.next() < 0.06 ? { character: chance.one(Array.from('enirstau')), from: unit.from } : unit)),
});

/** The quote is gone; its neighbours stay. */
export const removeQuote: Mutation = (page) => ({ ...page, units: page.units.filter((unit) => !isQuote(unit, page.quote)) });

/** Look-alikes everywhere: sentences of the same pattern about others. */
export const putLookAlikes: Mutation = (page, chance) => {
  const parts = paragraphs(page).flatMap((part) => (chance.next() < 0.4 ? [part, added(`${inventedSentence(chance)} ${inventedSentence(chance)}\n\n`)] : [part]));
  return { ...page, units: parts.flat() };
};
