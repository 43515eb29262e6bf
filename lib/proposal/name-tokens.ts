/** The capitalised words of a text and how they stand there: after an article, bare, at the beginning of a sentence. */
import { isUpperAt } from '../text/characters.ts';
import { attached, coordinators, determiners, fronting, prepositions, questions, subjectPronouns, subordinators, timeWords } from '../text/function-words.ts';
import type { Reading, Token } from '../text/reading.ts';
import { finiteBits, verbForm } from '../text/verb-forms.ts';
import { hasNounEnding, isKnownNoun, looksLikeName, typeOfHead } from './noun-classes.ts';

export interface NameToken {
  /** Index in the reading's tokens. */
  at: number;
  text: string;
  begin: number;
  end: number;
  sentence: number;
  /** First word of its sentence: its capital says nothing. */
  first: boolean;
  /** An article or an adjective stands before it. */
  led: boolean;
  /** A finite verb follows at once. */
  beforeVerb: boolean;
}

const smallWords = [attached, coordinators, determiners, fronting, prepositions, questions, subjectPronouns, subordinators, timeWords];

/** Whether a word, in lower case, is one of the closed classes. */
export function isSmallWord(lower: string): boolean {
  return smallWords.some((words) => words.has(lower));
}

/** Takes a reading; gives its capitalised words in order. */
export function nameTokens(reading: Reading): NameToken[] {
  const found: NameToken[] = [];
  for (const [sentence, { first, last }] of reading.sentences.entries()) {
    let isFirst = true;
    for (let at = first; at < last; at += 1) {
      const token = reading.tokens[at]!;
      if (token.kind !== 'word') {
        // Behind a colon a clause may begin, whose first capital says as little as a sentence's.
        if (reading.text[token.begin] === ':') isFirst = true;
        continue;
      }
      if (isUpperAt(reading.text, token.begin)) {
        found.push({ at, text: plain(reading, token), begin: token.begin, end: token.begin + plain(reading, token).length, sentence, first: isFirst, led: isLed(reading, at, first), beforeVerb: isFiniteAt(reading, at + 1, last) });
      }
      isFirst = false;
    }
  }
  return found;
}

function isFiniteAt({ tokens }: Reading, at: number, last: number): boolean {
  const token = at < last ? tokens[at] : undefined;
  return token?.kind === 'word' && ((verbForm(token.lower)?.bits ?? 0) & finiteBits) !== 0;
}

/** A word without its possessive sign: `Musk's` → `Musk`. */
function plain({ text }: Reading, { begin, end }: Token): string {
  return text.slice(begin, end).replace(/['’]s?$/u, '');
}

/** Whether an article, a possessive or an adjective leads the word. */
function isLed({ text, tokens }: Reading, at: number, first: number): boolean {
  const before = at > first ? tokens[at - 1] : undefined;
  if (before?.kind !== 'word' || text.slice(before.end, tokens[at]!.begin).trim() !== '') return false;
  if (determiners.has(before.lower) || /^(?:zur|zum|im|am|beim|vom|ins|ans)$/.test(before.lower)) return true;
  return /(?:e|en|er|es|em)$/.test(before.lower) && !isUpperAt(text, before.begin) && !isSmallWord(before.lower) && verbForm(before.lower) === undefined;
}

/** Runs of capitalised words with one space between, numbers that belong to a name (`Grok 4.1`) included. */
export function runsOf(reading: Reading, words: readonly NameToken[], isQuantity: (begin: number) => boolean): NameToken[][] {
  const runs: NameToken[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last && last.sentence === word.sentence && reading.text.slice(last.end, word.begin) === ' ' && reading.tokens[last.at]!.end === last.end) run!.push(word);
    else runs.push([word]);
  }
  return runs.map((run) => withNumber(reading, run, isQuantity));
}

/** `160 Wattstunden`: the number counts what follows. */
function isCounted(text: string, end: number): boolean {
  const next = /^ (\p{Lu}\p{Ll}{3,40})(?!\p{L})/u.exec(text.slice(end, end + 50))?.[1];
  return next !== undefined && (isKnownNoun(next) || hasNounEnding(next));
}

/**
 * A run with the number that its name bears. A year tells when, unless the name is spelled like one or is an event's; what a number counts is none of its name, unless
 * the name bears it elsewhere too.
 */
function withNumber({ text, tokens }: Reading, run: NameToken[], isQuantity: (begin: number) => boolean): NameToken[] {
  const last = run.at(-1)!;
  const number = tokens[last.at + 1];
  if (number?.begin !== last.end + 1) return run;
  const digits = text.slice(number.begin, number.end);
  const whole = text.slice(last.begin, number.end);
  const isYear = /^(?:19|20)\d\d$/.test(digits) && !looksLikeName(last.text) && typeOfHead(last.text) !== 'event';
  if (isYear || !/^\d{1,4}(?:\.\d{1,3}){0,2}$/.test(digits) || isQuantity(number.begin) || (isCounted(text, number.end) && text.indexOf(whole) === text.lastIndexOf(whole))) return run;
  return [...run, { ...last, at: last.at + 1, text: digits, begin: number.begin, end: number.end, led: false, first: false }];
}
