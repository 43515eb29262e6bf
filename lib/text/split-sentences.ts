/**
 * Sentences of German news. Not `Intl.Segmenter`: its German rules know no ordinals (`am 17. November`) and few abbreviations,
 * and browsers ship different versions of it; the same text must give the same notes everywhere.
 *
 * Only . ! ? … can end a sentence, together with the closing marks right behind them. What follows decides: a small letter or a
 * comma means that the sentence goes on (`„Wirklich?“ fragte sie`). What stands before a full stop decides the rest:
 * abbreviations, initials, ordinals and Roman numbers end a sentence only before a word that begins sentences.
 * A block always ends one, so headlines need no stop. A colon never does: it ties a quotation to its speaker.
 */
import { isLetterCode, isUpperAt } from './characters.ts';
import type { Block } from '../model.ts';
import type { Sentence, Token } from './reading.ts';
import table from './abbreviations.yml';

const words = table as Record<'never' | 'maybe' | 'exclaimed' | 'starters' | 'before_ordinal' | 'after_ordinal', readonly string[]>;
const never = new Set(words.never);
const maybe = new Set(words.maybe);
const exclaimed = new Set(words.exclaimed);
const starters = new Set(words.starters);
const beforeOrdinal = new Set(words.before_ordinal);
const afterOrdinal = new Set(words.after_ordinal);

const terminators = new Set(['.', '!', '?', '…']);
const closers = new Set(['“', '”', '"', '«', '»', '’', '‘', "'", ')', ']', '›', '‹']);
const openers = new Set(['„', '“', '"', '»', '«', '‚', '‘', "'", '(', '[', '–', '—', '-', '•', '*', '›', '‹', '”']);
const romanNumber = /^[ivx]{1,5}$/;

/** Takes the tokens of the whole text; gives sentences in order, each inside one block. Linear. */
export function splitSentences(text: string, blocks: readonly Block[], tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  blocks.forEach((block, index) => {
    while (at < tokens.length && tokens[at]!.begin < block.begin) at += 1;
    let first = at;
    while (at < tokens.length && tokens[at]!.begin < block.end) {
      const last = tokens[at]!.kind !== 'punctuation' ? 0 : endOfSentence(text, tokens, at, block.end);
      if (last > 0) {
        sentences.push(sentence(tokens, first, last, index));
        first = last;
        at = last;
      } else at += 1;
    }
    if (at > first) sentences.push(sentence(tokens, first, at, index));
  });
  return sentences;
}

function sentence(tokens: readonly Token[], first: number, last: number, block: number): Sentence {
  return { begin: tokens[first]!.begin, end: tokens[last - 1]!.end, block, first, last };
}

/** The index behind the sentence's last token when one ends with the terminator at `at`, else 0. */
function endOfSentence(text: string, tokens: readonly Token[], at: number, limit: number): number {
  const mark = tokens[at]!;
  if (!terminators.has(mark.lower)) return 0;
  let next = at + 1;
  const inside = (token: Token | undefined): token is Token => token !== undefined && token.begin < limit;
  while (inside(tokens[next]) && touches(tokens, next) && closers.has(tokens[next]!.lower) && !opensHere(text, tokens, next)) next += 1;
  const following = tokens[next];
  if (!inside(following)) return next;
  if (terminators.has(following.lower) && touches(tokens, next)) return 0;
  if (touches(tokens, next)) return isGlued(text, tokens, at, next) ? next : 0;
  if (!beginsSentence(text, tokens, next)) return 0;
  return mark.lower === '.' && next === at + 1 && keepsStop(text, tokens, at, next) ? 0 : exclaims(tokens, at, next) ? 0 : next;
}

function touches(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.begin === tokens[at - 1]!.end;
}

/** A mark after a terminator that has a letter right behind it opens the next quotation (`"Ja." "Nein."` without space). */
function opensHere(text: string, tokens: readonly Token[], at: number): boolean {
  const end = tokens[at]!.end;
  const code = text.codePointAt(end);
  return code !== undefined && isLetterCode(code);
}

/** A space forgotten after the stop: only between whole words, the second of which begins sentences or is followed by a small one. */
function isGlued(text: string, tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[next]!;
  if (before?.kind !== 'word' || before.end - before.begin < 3 || !isUpperAt(text, after.begin) || !touches(tokens, at)) return false;
  const next2 = tokens[next + 1];
  const goesOn = next2?.kind === 'word' && !touches(tokens, next + 1) && !isUpperAt(text, next2.begin) && after.lower.length > 3;
  return starters.has(after.lower) || (goesOn && tokens[at - 2]?.lower !== '.');
}

function beginsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === 'number') return true;
  if (token.kind === 'word') return isUpperAt(text, token.begin) || /^\d/.test(token.lower) || !isCased(text, token.begin);
  return openers.has(token.lower);
}

/** Scripts without case (Arabic, Chinese) begin a sentence with any letter. */
function isCased(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return letter.toLowerCase() !== letter.toUpperCase();
}

function exclaims(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]!.lower === '!' && before !== undefined && exclaimed.has(before.lower) && !starters.has(tokens[next]!.lower);
}

/** Whether the full stop at `at` belongs to the word before it. */
function keepsStop(text: string, tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  if (!before || before.end !== tokens[at]!.begin) return false;
  const following = tokens[next]!;
  const startsNew = starters.has(following.lower);
  if (before.kind === 'number') return isOrdinal(tokens, at, following, startsNew);
  if (before.kind !== 'word') return false;
  if (before.end - before.begin === 1) return !startsNew || tokens[at - 2]?.lower === '.';
  if (never.has(before.lower)) return !startsNew || !isUpperAt(text, following.begin) || before.lower.length <= 4;
  if (maybe.has(before.lower)) return !startsNew && following.kind !== 'punctuation';
  return romanNumber.test(before.lower) && isUpperAt(text, before.begin) && !startsNew && following.kind === 'word';
}

function isOrdinal(tokens: readonly Token[], at: number, following: Token, startsNew: boolean): boolean {
  const value = tokens[at - 1]!.lower;
  if (following.kind !== 'word' || value.length > 3 || /[.,:]/.test(value)) return false;
  if (afterOrdinal.has(following.lower)) return true;
  const before = tokens[at - 2];
  return !startsNew && before !== undefined && beforeOrdinal.has(before.lower);
}
