/**
 * The quantities of a reading's sentences, each sentence looked through once however many engines ask, and only where its tokens
 * can make a quantity: a number, or a small number word (`ein`, `zwei`) together with something it could count.
 */
import { keep } from '../text/keep.ts';
import type { Reading, Sentence, Token } from '../text/reading.ts';
import { factOf } from '../text/words.ts';
import { cutLexemes } from './lexemes.ts';
import { numberWord, wordTables } from './number-words.ts';
import { type FoundQuantity, findQuantities, quantitiesOf } from './quantities.ts';

const read = keep((_reading: Reading) => new Map<number, readonly FoundQuantity[]>());
const none: readonly FoundQuantity[] = [];

/** As `findQuantities`, for a sentence of a reading. */
export function quantitiesIn(reading: Reading, sentence: Sentence): readonly FoundQuantity[] {
  const known = read(reading);
  let found = known.get(sentence.first);
  if (!found) known.set(sentence.first, (found = quantitiesAmong(reading, sentence)));
  return found;
}

/** What a token can be in a quantity. */
const number = 1;
const smallNumber = 2;
const counted = 4;
/** It makes no lexeme; it makes several; it makes one together with the next token perhaps. */
const passed = 8;
const several = 16;
const joinable = 32;

/** Most tokens are a lexeme each: only where one is not, the sentence is cut by its letters. */
function quantitiesAmong({ text, tokens }: Reading, { begin, end, first, last }: Sentence): readonly FoundQuantity[] {
  let roles = 0;
  for (let at = first; at < last; at += 1) roles |= roleOf(tokens[at]!.word);
  // Small number words are mostly articles: without a scale, a unit or its sign in the sentence they count nothing.
  if (!(roles & number) && !(roles & smallNumber && roles & counted)) return none;
  const own = tokens.slice(first, last);
  if (roles & several || (roles & joinable && own.some((_, at) => isJoined(own, at)))) return findQuantities(text, begin, end);
  return quantitiesOf(own.filter(({ word }) => !(roleOf(word) & passed)));
}

const roleOf = factOf(({ written }) => {
  const lexemes = cutLexemes(written, 0, written.length);
  let roles = lexemes.length === 0 ? passed : lexemes.length === 1 && lexemes[0]!.end - lexemes[0]!.begin === written.length ? 0 : several;
  if (roles === 0 && (written === 'US' || /^\d/.test(written))) roles |= joinable;
  for (const { word } of lexemes) {
    const value = numberWord(word.written);
    if (/\d/.test(word.written) || (value !== undefined && (value >= 12 || !Number.isInteger(value)))) roles |= number;
    else if (value !== undefined) roles |= smallNumber;
    if (isCounted(word.lower)) roles |= counted;
  }
  return roles;
});

/** Whether a word, or its last part, is a unit or a scale. */
function isCounted(lower: string): boolean {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  return lower === 'billion' || wordTables.unit.has(lower) || wordTables.unit.has(last) || wordTables.scale.has(lower);
}

/** `US$`, `1’200`, `1..5`: one lexeme, though several tokens. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const [one, next, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (!(roleOf(one.word) & joinable) || next?.begin !== one.end) return false;
  if (one.word.written === 'US') return next.lower === '$';
  return /^[.,'’]$/.test(next.lower) && third?.begin === next.end && /^[\d.,'’]/.test(third.lower);
}
