/**
 * Whether a sentence repeats a flagged claim. Strict, since a wrong "you flagged this" is worse than a missed one: all names, all
 * figures, nearly all nouns, the verb or one of its kind, the same polarity and intent, and names in the same roles.
 */
import type { ClaimVerdict } from './claim-verdict.ts';
import { compareQuantities } from './compare-quantities.ts';
import type { ContentWord } from './content-words.ts';
import { type FlagWord, type IndexedFlag, isPassive, isPreposition, neededShare, nounsThatMayBeMissing, wordsBefore } from './flag-index.ts';
import { isAside, isDenied, isIntended, isNegated, isTimeWord } from './polarity.ts';
import { classesOfWord } from './predicates.ts';
import type { FoundQuantity } from './quantities.ts';
import type { SentenceStems } from './word-overlap.ts';

/** One sentence, read for comparison with flags. */
export interface FlagSentence {
  text: string;
  begin: number;
  end: number;
  words: readonly ContentWord[];
  stems: SentenceStems;
  quantities: readonly FoundQuantity[];
}

/** The relation of the sentence to the flag, or nothing. */
export function compareFlag(sentence: FlagSentence, indexed: IndexedFlag): ClaimVerdict | undefined {
  if (sentence.text.slice(sentence.end - 2, sentence.end).includes('?')) return undefined;
  const placed = indexed.words.map((word) => ({ word, at: findWord(sentence, word, indexed) }));
  const missing = placed.filter(({ word, at }) => at === undefined && !word.optional);
  const total = sum(indexed.words.filter((word) => !word.optional));
  const share = 1 - sum(missing.map(({ word }) => word)) / total;
  const namesMissing = missing.some(({ word }) => word.kind === 'name');
  const nounsMissing = missing.filter(({ word }) => word.kind === 'noun').length;
  if (namesMissing || share < neededShare || nounsMissing > nounsThatMayBeMissing(indexed.words)) return undefined;
  const known = placed.filter(({ word }) => word.kind === 'verb');
  const verbs = known.length > 0 ? known : placed.filter(({ word }) => word.kind === 'other');
  if (verbs.length > 0 && verbs.every(({ at }) => at === undefined)) return undefined;
  const matched = placed.flatMap(({ at }) => at ?? []);
  if (isAnyAside(sentence, placed) || isSwapped(sentence, indexed, placed) || isSubstituted(sentence, placed)) return undefined;
  const scope = clauseWords(sentence, matched);
  if (isIntended(scope) !== indexed.intended) return undefined;
  const span = { begin: sentence.begin, end: sentence.end };
  if ((isNegated(scope) !== isDenied(sentence.words)) !== indexed.negated) {
    if (nounsMissing > 0 || hasContrast(sentence)) return undefined;
    return { relation: 'contradicts', difference: { field: 'polarity', here: sentence.text.slice(sentence.begin, sentence.end), there: indexed.flag.quote.exact }, confidence: 0.75, ...span };
  }
  if (hasContrast(sentence)) return undefined;
  for (const there of indexed.quantities) {
    const difference = figureDifference(sentence, there, indexed);
    if (difference === 'absent') return undefined;
    if (difference) return nounsMissing > 0 ? undefined : { relation: 'contradicts', difference, confidence: 0.8, ...span };
  }
  return { relation: 'supports', confidence: Math.min(0.95, 0.6 + 0.35 * share), ...span };
}

/** The sentence's word for one of the flag: by stem, or for a verb by its predicate class. */
function findWord(sentence: FlagSentence, word: FlagWord, indexed: IndexedFlag): ContentWord | undefined {
  for (const stem of word.stems) {
    const found = sentence.stems.whole.get(stem) ?? (word.kind === 'name' || stem.length < 6 ? undefined : sentence.stems.part.get(stem));
    if (found) return found;
  }
  if (word.kind !== 'verb') return undefined;
  const classes = surelyOf(word);
  return classes.length === 0 || indexed.words.length < 3 ? undefined : sentence.words.find((other) => surelyOf(other).some((id) => classes.includes(id)));
}

/** The predicate classes that a word speaks for beyond doubt. */
function surelyOf({ word }: ContentWord): readonly string[] {
  return classesOfWord(word).filter(({ strength }) => strength === 1).map(({ id }) => id);
}

function sum(words: readonly FlagWord[]): number {
  return words.reduce((total, word) => total + word.weight, 0);
}

/** Whether a name of the flag is only compared or added here: `nach Bosch`, `anders als Bosch`, `Bosch-Konkurrent`. */
function isAnyAside(sentence: FlagSentence, placed: readonly { word: FlagWord; at: ContentWord | undefined }[]): boolean {
  return placed.some(({ word, at }) => {
    if (word.kind !== 'name' || !at) return false;
    const index = sentence.words.indexOf(at);
    const before = wordsBefore(sentence.words, index);
    if (before[0] === word.before[0]) return false;
    const next = sentence.words[index + 1];
    const head = next && sentence.text.slice(at.end, next.begin) === '-' ? next.lower : undefined;
    return isAside(before[0], before[1], head) || isTimeWord(before[0]);
  });
}

/** The two first names of the flag stand the other way round, and no passive explains it. */
function isSwapped(sentence: FlagSentence, indexed: IndexedFlag, placed: readonly { word: FlagWord; at: ContentWord | undefined }[]): boolean {
  const names = placed.filter(({ word, at }) => word.kind === 'name' && !word.optional && at !== undefined);
  const [first, second] = names;
  if (!first || !second) return false;
  const turned = first.at!.begin > second.at!.begin;
  return turned !== (isPassive(sentence.words) !== indexed.passive) && !standsAfterPreposition(sentence, first.at!) && !standsAfterPreposition(sentence, second.at!);
}

/**
 * Another word stands where one of the flag is missing (`wegen defekter Bremsen` for `wegen defekter Gurte`), or two have changed
 * places behind a preposition (`Linux … durch Windows`).
 */
function isSubstituted(sentence: FlagSentence, placed: readonly { word: FlagWord; at: ContentWord | undefined }[]): boolean {
  const matched = new Set(placed.map(({ at }) => at));
  const slots = new Map(placed.filter(({ word }) => isPreposition(word.before[0])).map(({ word }) => [word.before[0]!, word]));
  return sentence.words.some((other, index) => {
    const before = wordsBefore(sentence.words, index)[0];
    if (!/^\p{Lu}/u.test(sentence.text.slice(other.begin, other.begin + 2)) || before === undefined) return false;
    const own = placed.find(({ at }) => at === other)?.word;
    if (own) return own.before[0] !== before && slots.has(before) && !/^(?:von|durch|by|in)$/.test(own.before[0] ?? before) && slots.get(before) !== own;
    return !matched.has(other) && placed.some(({ word, at }) => at === undefined && word.kind !== 'verb' && word.before[0] !== undefined && word.before[0] === before);
  });
}

/** A name after a local preposition is a place or circumstance, free to move. */
function standsAfterPreposition(sentence: FlagSentence, word: ContentWord): boolean {
  const before = sentence.words[sentence.words.indexOf(word) - 1]?.lower ?? '';
  return /^(?:in|im|bei|aus|nach|mit|für|an|am|auf|at|for|with)$/.test(before);
}

/** Words from the first matched to the last, with the clause's rest to the next comma: where a negation concerns the claim. */
function clauseWords(sentence: FlagSentence, matched: readonly ContentWord[]): readonly ContentWord[] {
  const begins = matched.map((word) => word.begin);
  const from = Math.min(...begins);
  const to = Math.max(...begins);
  const isCut = (at: number): boolean => /[,;:–—]/.test(sentence.text.slice(sentence.words[at - 1]?.end ?? sentence.begin, sentence.words[at]!.begin));
  let first = sentence.words.findIndex((word) => word.begin >= from);
  let last = sentence.words.findLastIndex((word) => word.begin <= to);
  while (first > 0 && !isCut(first)) first -= 1;
  while (last + 1 < sentence.words.length && !isCut(last + 1)) last += 1;
  return sentence.words.slice(first, last + 1);
}

/** `nicht X, sondern Y`, `statt X`: too fine to be judged from the words alone. */
function hasContrast(sentence: FlagSentence): boolean {
  return sentence.words.some((word) => /^(?:sondern|statt|anstatt|anstelle|instead)$/.test(word.lower));
}

/** Compares one figure of the flag: nothing where it is repeated, the difference where another stands in its place. */
function figureDifference(sentence: FlagSentence, there: FoundQuantity, { flag }: IndexedFlag): ClaimVerdict['difference'] | 'absent' {
  const judged = sentence.quantities.map((stated) => ({ stated, verdict: compareQuantities(stated, there) })).filter(({ stated, verdict }) => verdict !== 'incomparable' && stated.unit === there.unit);
  if (judged.some(({ verdict }) => verdict === 'same')) return undefined;
  const other = judged.find(({ verdict }) => verdict === 'other');
  if (!other || judged.length > 1) return 'absent';
  return {
    field: there.unit === 'year' ? 'time' : 'quantity',
    here: sentence.text.slice(other.stated.begin, other.stated.end),
    there: flag.quote.exact.normalize('NFC').slice(there.begin, there.end),
    ...(there.unit === 'year' ? {} : { mayHaveChanged: true }),
  };
}
