/** Notes from the word tables: words and idioms that weigh wherever they stand in the author's own voice. */
import type { BiasNote, Draft } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { determiners } from '../text/function-words.ts';
import { findPhrases, type PhraseHit } from '../text/phrases.ts';
import type { Reading, Token } from '../text/reading.ts';
import { isClearKonjunktiv1, verbOf } from '../text/verb-forms.ts';
import { biasDraft } from './draft.ts';
import { isNegated } from './negation.ts';
import { smallWords } from './small-words.ts';
import type { Voice } from './voice.ts';
import { sentenceWords, type WordRow } from './word-tables.ts';

/** Rules whose words keep their weight under a negation, or hold one themselves. */
const keepUnderNegation = new Set(['bias.mockery-idiom', 'bias.epithet', 'bias.vague-source', 'bias.it-seems', 'bias.false-dilemma', 'bias.unsourced-comparison', 'bias.mind-reading', 'bias.generalisation', 'bias.loaded-verb']);
/** The author takes no responsibility for a word behind one of these. */
const distancing = /^(?:angeblich|vermeintlich|mutmaßlich|sogenannt)(?:e|en|er|es|em)?$/;
/** How far a clause is followed, in tokens. */
const reach = 40;

/** Finds the tables' words in the author's voice; of two that overlap in one category the longer one stands. */
export function findLoadedWords(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  return findPhrases(reading, sentenceWords)
    .filter((hit) => weighs(reading, voice, hit))
    .map((hit) => {
      const begin = hit.row.rule === 'bias.unsourced-comparison' ? withDegree(reading, hit) : hit.begin;
      return biasDraft(hit.row.rule, begin, hit.end, hit.row.weighs, [reading.text.slice(begin, hit.end)], hit.row.neutral);
    });
}

function weighs(reading: Reading, voice: Voice, hit: PhraseHit<WordRow>): boolean {
  if (!voice.isAuthors(hit.begin, hit.end) || isInKonjunktiv(reading, hit)) return false;
  if (near(reading, hit.first - 3, hit.first, hit.row.unlessBefore) || near(reading, hit.last, hit.last + 3, hit.row.unlessAfter)) return false;
  if (!keepUnderNegation.has(hit.row.rule) && isNegated(reading, hit.sentence, hit.first)) return false;
  if (distancing.test(reading.tokens[hit.first - 1]?.lower ?? '')) return false;
  if (hit.row.rule === 'bias.presumption') return !qualifiesNoun(reading, hit);
  if (hit.row.rule === 'bias.unsourced-comparison') return !isAnswered(reading, hit);
  return hit.row.rule === 'bias.intensifier' ? pressesWord(reading, hit) : true;
}

/** `der natürlich entstandene See`: between an article and its noun the word says how, not that it goes without saying. */
function qualifiesNoun(reading: Reading, hit: PhraseHit<WordRow>): boolean {
  return hit.last - hit.first === 1 && hit.first > hit.sentence.first && determiners.has(reading.tokens[hit.first - 1]!.lower);
}

function near(reading: Reading, from: number, to: number, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  for (let at = Math.max(0, from); at < Math.min(to, reading.tokens.length); at += 1) if (words.has(reading.tokens[at]!.lower)) return true;
  return false;
}

/** A comparison is answered where its own clause names a source, a test or a share. */
function isAnswered(reading: Reading, hit: PhraseHit<WordRow>): boolean {
  return isAnyAround(reading, hit, ({ lower }) => lower === '%' || smallWords.answering.has(lower));
}

/** Konjunktiv I in the same clause says that the sentence is somebody's word, whoever that is. */
function isInKonjunktiv(reading: Reading, hit: PhraseHit<WordRow>): boolean {
  return isAnyAround(reading, hit, ({ begin, word }) => {
    const verb = verbOf(word);
    return verb !== undefined && isClearKonjunktiv1(verb) && !isUpperAt(reading.text, begin);
  });
}

/** Whether any token of the hit's clause is such a one. */
function isAnyAround({ tokens }: Reading, hit: PhraseHit<WordRow>, isOne: (token: Token) => boolean): boolean {
  let from = hit.first;
  while (from > Math.max(hit.sentence.first, hit.first - reach) && !isBreak(tokens[from - 1]!.lower)) from -= 1;
  let to = hit.last;
  while (to < Math.min(hit.sentence.last, hit.last + reach) && !isBreak(tokens[to]!.lower)) to += 1;
  for (let at = from; at < to; at += 1) if (isOne(tokens[at]!)) return true;
  return false;
}

function isBreak(mark: string): boolean {
  return mark === ',' || mark === ';' || mark === ':' || mark === '—' || mark === '–';
}

/** An intensifier needs something to press: a word right behind it. Longer patterns bring their own. */
function pressesWord(reading: Reading, hit: PhraseHit<WordRow>): boolean {
  if (hit.last - hit.first > 1) return true;
  const next = reading.tokens[hit.last];
  return next?.kind === 'word' && hit.last < hit.sentence.last;
}

function withDegree(reading: Reading, hit: PhraseHit<WordRow>): number {
  let first = hit.first;
  while (first > hit.sentence.first && smallWords.degrees.has(reading.tokens[first - 1]!.lower)) first -= 1;
  return reading.tokens[first]!.begin;
}
