/** Content words of a text as stems: what two sentences must share to say the same. Verb forms go back to their infinitive. */
import { endOfRun } from '../text/characters.ts';
import { halve } from '../text/halve.ts';
import { piecesOf } from '../match/pieces.ts';
import type { Reading } from '../text/reading.ts';
import { keep } from '../text/keep.ts';
import { factOf, type Word, wordAt } from '../text/words.ts';
import { classesOfWord, type PredicateHint } from './predicates.ts';
import { signsOf } from './word-signs.ts';
import { wordStems } from './word-stems.ts';

/** What claims ask of a word, whatever text it stands in. */
interface Content {
  readonly lower: string;
  /** All stems it may stand for; the first is its own. Empty for common words. */
  readonly stems: readonly string[];
  /** What it does to a statement: bits of `sign`. */
  readonly signs: number;
  /** The predicate classes it speaks for. */
  readonly hints: readonly PredicateHint[];
  /** What else is known of its spelling. */
  readonly word: Word;
}

export interface ContentWord extends Content {
  readonly begin: number;
  readonly end: number;
}

const contentOf = factOf((word): Content => ({ lower: word.lower, stems: wordStems(word), signs: signsOf(word), hints: classesOfWord(word), word }));

/** Nothing longer is a word; what is gets cut, so that no later step sees a whole page as one word. */
const longestWord = 80;

/** The words between two offsets, common ones too (with no stems). Hyphenated compounds give each part. */
export function contentWords(text: string, begin: number, end: number): ContentWord[] {
  const words: ContentWord[] = [];
  let at = begin;
  while (at < end) {
    const stop = Math.min(endOfRun(text, at), end);
    for (let from = at; from < stop; from += longestWord) {
      const to = Math.min(stop, from + longestWord);
      words.push(contentWord(wordAt(text, from, to), from, to));
    }
    at = Math.max(stop, at + 1);
  }
  return words;
}

/** The same for a sentence of a reading, whose words are made once however many engines ask. */
export function contentWordsIn(reading: Reading, begin: number, end: number): ContentWord[] {
  const words = allContentWords(reading);
  return words.slice(firstWordFrom(words, begin), firstWordFrom(words, end));
}

/** All words of a reading, in order. */
export const allContentWords = keep((reading: Reading): readonly ContentWord[] => {
  const { begins, ends, words } = piecesOf(reading);
  const all: ContentWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [begin, end] = [begins[at]!, ends[at]!];
    if (end - begin > longestWord) for (const word of contentWords(reading.text, begin, end)) all.push(word);
    else all.push(contentWord(words[at]!, begin, end));
  }
  return all;
});

/** Index of the first word that begins at or behind an offset. */
export function firstWordFrom(words: readonly ContentWord[], offset: number): number {
  return halve(0, words.length, (at) => words[at]!.begin < offset);
}

function contentWord(spelling: Word, begin: number, end: number): ContentWord {
  const { lower, stems, signs, hints, word } = contentOf(spelling);
  return { begin, end, lower, stems, signs, hints, word };
}
