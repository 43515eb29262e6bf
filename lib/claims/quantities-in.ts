/**
 * The quantities of a reading's sentences, each sentence looked through once however many engines ask, and only where its tokens
 * can make a quantity: a number, or a small number word (`ein`, `zwei`) together with something it could count.
 */
import { piecesOf } from '../match/pieces.ts';
import { firstFrom } from '../text/halve.ts';
import { keep } from '../text/keep.ts';
import type { Reading } from '../text/reading.ts';
import { factOf } from '../text/words.ts';
import { numberWord, wordTables } from './number-words.ts';
import { type FoundQuantity, findQuantities } from './quantities.ts';

const read = keep((_reading: Reading) => new Map<number, readonly FoundQuantity[]>());
const none: readonly FoundQuantity[] = [];

/** As `findQuantities`, for a sentence of a reading. */
export function quantitiesIn(reading: Reading, begin: number, end: number): readonly FoundQuantity[] {
  const known = read(reading);
  let found = known.get(begin);
  if (!found) known.set(begin, (found = mayHold(reading, begin, end) ? findQuantities(reading.text, begin, end) : none));
  return found;
}

/** What a piece of a word can be in a quantity. */
const number = 1;
const smallNumber = 2;
const counted = 4;

/** Units and scales, and the last parts of those with a hyphen. */
const countedWords = new Set([...wordTables.unit.keys(), ...wordTables.scale.keys(), 'billion'].map((word) => word.split('-').at(-1)!));

const roleOf = factOf(({ written, lower }) => {
  const value = numberWord(written);
  const isCounted = countedWords.has(lower) ? counted : 0;
  if (/\d/.test(written) || (value !== undefined && (value >= 12 || !Number.isInteger(value)))) return number | isCounted;
  return value === undefined ? isCounted : smallNumber | isCounted;
});

/** Small number words are mostly articles: without a scale, a unit or its sign in the sentence they count nothing. */
function mayHold(reading: Reading, begin: number, end: number): boolean {
  const { begins, words, count } = piecesOf(reading);
  let roles = 0;
  for (let at = firstFrom(begins, begin); at < count && begins[at]! < end; at += 1) roles |= roleOf(words[at]!);
  if (roles & number) return true;
  return (roles & smallNumber) !== 0 && ((roles & counted) !== 0 || /[$€£%]/.test(reading.text.slice(begin, end)));
}
