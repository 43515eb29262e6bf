/**
 * A reader's flags, made ready for comparison. Only the flagged words are known of a flag, so what must be repeated is read from
 * them: names, nouns, verbs, figures, polarity. German writes every noun with a capital; a name is a capitalised word that has
 * no article, adjective or number before it.
 *
 * Each flag is filed under its rarest words only, as many as a sentence cannot all lack and still repeat it (prefix filtering), so
 * that a sentence is compared with the few flags it may repeat, however many there are.
 */
import firstNameTable from '../match/first-names.yml';
import { cutPieces } from '../match/pieces.ts';
import type { Flag } from '../model.ts';
import { determiners, prepositions } from '../text/function-words.ts';
import { keep } from '../text/keep.ts';
import { verbForm } from '../text/verb-forms.ts';
import { factOf, type Word } from '../text/words.ts';
import { contentWords, type ContentWord } from './content-words.ts';
import { wordTables } from './number-words.ts';
import { isDenied, isIntended, isNegated } from './polarity.ts';
import { classesOfWord } from './predicates.ts';
import { findQuantities, type FoundQuantity } from './quantities.ts';
import { partsOf } from './word-overlap.ts';
import { wordStems } from './word-stems.ts';

export interface FlagWord extends ContentWord {
  kind: 'name' | 'noun' | 'verb' | 'other';
  weight: number;
  /** May be left out: a first name before a surname. */
  optional: boolean;
  /** The words before it, in lower case, nearest first, articles skipped. */
  before: readonly string[];
}

export interface IndexedFlag {
  flag: Flag;
  words: readonly FlagWord[];
  quantities: readonly FoundQuantity[];
  negated: boolean;
  intended: boolean;
  passive: boolean;
  /** Its words in a row, for repetition to the letter. */
  literal: readonly string[];
  /** Has enough content to be recognised in other words. */
  rich: boolean;
}

export interface FlagIndex {
  /** Whether any flag can be recognised in other words. */
  hasRich: boolean;
  /** The flags that have the word among their rarest ones; looked up once a word. */
  flagsOf(word: Word): readonly IndexedFlag[];
  /** By their first word, then by their second (empty where there is none): for repetition to the letter. */
  byStart: ReadonlyMap<string, ReadonlyMap<string, readonly IndexedFlag[]>>;
}

/** The share of a flag's words (by weight) that a sentence must hold. */
export const neededShare = 0.75;
const fewestWords = 4;
const firstNames: ReadonlySet<string> = new Set((firstNameTable as { names: string[] }).names);
const weights = { name: 1.5, noun: 1.2, verb: 1, other: 0.8 } as const;

const indices = new WeakMap<readonly Flag[], { index: FlagIndex; size: number; last: Flag | undefined }>();

/** The index of a reader's flags; those thrown away are left out. Built once for an array, which must not be changed afterwards. */
export function flagIndexOf(flags: readonly Flag[]): FlagIndex {
  const known = indices.get(flags);
  if (known && known.size === flags.length && known.last === flags.at(-1)) return known.index;
  const index = indexFlags(flags);
  indices.set(flags, { index, size: flags.length, last: flags.at(-1) });
  return index;
}

function indexFlags(flags: readonly Flag[]): FlagIndex {
  const all = flags.filter((flag) => flag.deleted === undefined && flag.quote.exact.trim() !== '').map((flag) => readFlag(flag));
  const frequency = frequencyOf(all);
  const byStem = new Map<string, IndexedFlag[]>();
  const byStart = new Map<string, Map<string, IndexedFlag[]>>();
  for (const one of all) {
    const [first, second = ''] = one.literal;
    if (first !== undefined) addStart(byStart, first, second, one);
    if (!one.rich) continue;
    for (const key of rarestKeys(one, frequency)) add(byStem, key, one);
  }
  return { hasRich: byStem.size > 0, byStart, flagsOf: flagsByWord(byStem) };
}

/** Takes flags; gives in how many of them each stem stands first. */
export function frequencyOf(flags: readonly IndexedFlag[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const one of flags) for (const word of one.words) frequency.set(word.stems[0]!, (frequency.get(word.stems[0]!) ?? 0) + 1);
  return frequency;
}

/**
 * The stems and predicate classes under which a flag is filed: of words that a sentence cannot all lack and still repeat it (see `compareFlag`). One name will do, since none
 * may be missing; so will as many nouns as may be missing and one more; or words that weigh more than what may be missing. Of these ways that which fewest other flags share.
 */
export function rarestKeys({ words }: IndexedFlag, frequency: ReadonlyMap<string, number>): string[] {
  const count = ({ stems }: FlagWord): number => frequency.get(stems[0]!) ?? 0;
  const rarest = words.filter(({ optional }) => !optional).toSorted((one, other) => count(one) - count(other) || other.lower.length - one.lower.length);
  const ofKind = (kind: FlagWord['kind'], needed: number): FlagWord[][] => {
    const all = rarest.filter((word) => word.kind === kind);
    return all.length < needed ? [] : [all.slice(0, needed)];
  };
  const ways = [...ofKind('name', 1), ...ofKind('noun', nounsThatMayBeMissing(words) + 1), heaviest(rarest)];
  const cost = (way: readonly FlagWord[]): number => way.reduce((total, word) => total + count(word), 0);
  const way = ways.reduce((best, other) => (cost(other) < cost(best) ? other : best));
  return way.flatMap(({ stems, kind, word }) => [...stems, ...(kind === 'verb' ? classesOfWord(word).map(({ id }) => classKey(id)) : [])]);
}

/** Sums of weights differ by less, depending on the order in which they are added. */
const rounding = 1e-9;

/** The first words that together weigh more than may be missing. */
function heaviest(rarest: readonly FlagWord[]): FlagWord[] {
  let left = (1 - neededShare) * rarest.reduce((total, { weight }) => total + weight, 0);
  const stop = rarest.findIndex(({ weight }) => (left -= weight) < -rounding);
  return rarest.slice(0, stop + 1 || rarest.length);
}

/** How many nouns of a flag a sentence may lack. */
export function nounsThatMayBeMissing(words: readonly FlagWord[]): number {
  return words.length >= 7 ? 1 : 0;
}

const classKey = (id: string): string => `=${id}`;

const none: readonly IndexedFlag[] = [];

/** Looks a word up by its stems, their parts and its predicate classes. What was found stays with the word's object, and goes with it. */
function flagsByWord(byStem: ReadonlyMap<string, readonly IndexedFlag[]>): FlagIndex['flagsOf'] {
  return keep((word: Word) => {
    const found = new Set<IndexedFlag>();
    for (const key of keysOfWord(word)) for (const flag of byStem.get(key) ?? none) found.add(flag);
    return found.size === 0 ? none : [...found];
  });
}

/** Under which keys the flags are filed that a word may be of. */
export const keysOfWord = factOf((word): readonly string[] => {
  const stems = wordStems(word);
  return [...stems, ...partsOf(stems[0] ?? ''), ...classesOfWord(word).map(({ id }) => classKey(id))];
});

function addStart(map: Map<string, Map<string, IndexedFlag[]>>, first: string, second: string, flag: IndexedFlag): void {
  let bySecond = map.get(first);
  if (!bySecond) map.set(first, (bySecond = new Map()));
  add(bySecond, second, flag);
}

/** Takes a flag; gives what its quote says, as far as it can be told from the words. */
export function readFlag(flag: Flag): IndexedFlag {
  const text = flag.quote.exact.normalize('NFC').slice(0, 2000);
  const quantities = findQuantities(text).filter((quantity) => quantity.unit !== 'count' || quantity.value >= 2);
  const all = contentWords(text, 0, text.length);
  const words: FlagWord[] = [];
  const seen = new Set<string>();
  all.forEach((word, at) => {
    const stem = word.stems[0];
    if (stem === undefined || seen.has(stem) || quantities.some((quantity) => belongsTo(word, quantity))) return;
    seen.add(stem);
    const kind = kindOf(text, all, at);
    const next = all[at + 1];
    const optional = kind === 'name' && firstNames.has(text.slice(word.begin, word.end)) && next !== undefined && isUpper(text, next) && text.slice(word.end, next.begin) === ' ';
    words.push({ ...word, kind, weight: weights[kind], optional, before: wordsBefore(all, at) });
  });
  const anchors = words.filter((word) => word.kind === 'name').length + quantities.length;
  return {
    flag, words, quantities,
    negated: isNegated(all) !== isDenied(all), intended: isIntended(all), passive: isPassive(all),
    literal: literalOf(text), rich: words.length + 2 * quantities.length >= fewestWords && words.length >= (quantities.length > 0 ? 2 : 3) && (anchors > 0 || words.length >= 6) && !text.includes('?'),
  };
}

/** The number, scale and unit of a quantity, but not what stands between them (`three former Google engineers`). */
function belongsTo(word: ContentWord, quantity: FoundQuantity): boolean {
  if (word.begin < quantity.begin || word.end > quantity.end) return false;
  return word.begin === quantity.begin || word.end === quantity.end || wordTables.scale.has(word.lower) || wordTables.number.has(word.lower) || wordTables.unit.has(word.lower);
}

/** The two words before a word, nearest first, articles and the like skipped. */
export function wordsBefore(words: readonly ContentWord[], at: number): readonly string[] {
  return words.slice(Math.max(0, at - 4), at).map((word) => word.lower).toReversed().filter((lower) => !determiners.has(lower) && lower !== 'the' && lower !== 'firma').slice(0, 2);
}

/** Whether the word is a preposition. */
export function isPreposition(word: string | undefined): boolean {
  return word !== undefined && (prepositions.has(word) || /^(?:at|by|for|from|to|with)$/.test(word));
}

/** Whether a clause is in the passive with `von`: then the names stand the other way round. */
export function isPassive(words: readonly ContentWord[]): boolean {
  return words.some((word) => /^(?:wird|werden|wurden?|worden|was|were|been)$/.test(word.lower)) && words.some((word) => /^(?:von|vom|durch|by)$/.test(word.lower));
}

/** A text as its bare words, for comparison to the letter. */
export function literalOf(text: string): string[] {
  const pieces = cutPieces(text);
  return pieces.begins.map((begin, at) => text.slice(begin, pieces.ends[at]).toLowerCase());
}

function kindOf(text: string, words: readonly ContentWord[], at: number): FlagWord['kind'] {
  const word = words[at]!;
  if (!isUpper(text, word)) return verbForm(word.lower) ? 'verb' : 'other';
  const before = words[at - 1];
  const gap = before ? text.slice(before.end, word.begin) : '';
  const written = text.slice(word.begin, word.end);
  if (/(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|tät|nis|ler|leute|geld|zahl)$/.test(written)) return 'noun';
  if (/\d|\p{L}\p{Lu}/u.test(written) || firstNames.has(written)) return 'name';
  const next = words[at + 1];
  if (next && text.slice(word.end, next.begin) === '-') return 'noun';
  if (!before || at === 0) return next && verbForm(next.lower) ? 'name' : 'noun';
  if (gap !== ' ') return gap === '-' ? 'noun' : 'name';
  if (determiners.has(before.lower) || /^\d/.test(before.lower) || /^(?:im|am|zum|zur|vom|beim|ins|ans|the|a|an)$/.test(before.lower)) return 'noun';
  if (isUpper(text, before)) return 'name';
  return /\p{L}{3}(?:e|en|er|es|em)$/u.test(before.lower) && !verbForm(before.lower) ? 'noun' : 'name';
}

function isUpper(text: string, word: ContentWord): boolean {
  return /^\p{Lu}/u.test(text.slice(word.begin, word.begin + 2));
}

function add(map: Map<string, IndexedFlag[]>, key: string, flag: IndexedFlag): void {
  const list = map.get(key);
  if (!list) map.set(key, [flag]);
  else if (list.at(-1) !== flag) list.push(flag);
}
