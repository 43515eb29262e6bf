/** Content words of a text as stems: what two sentences must share to say the same. Verb forms go back to their infinitive. */
import { endOfRun } from '../text/characters.ts';
import { halve } from '../text/halve.ts';
import { piecesOf } from '../match/pieces.ts';
import type { Reading } from '../text/reading.ts';
import { keep } from '../text/keep.ts';
import { remember } from '../text/remember.ts';
import { verbForm } from '../text/verb-forms.ts';
import commonTable from './common-words.yml';
import englishTable from './english-words.yml';
import { stemEnglish, stemGerman } from '../text/stem.ts';
import { factOf, type Word, wordAt } from '../text/words.ts';

const common: ReadonlySet<string> = new Set(Object.values(commonTable as Record<string, unknown>).filter(Array.isArray).flat() as string[]);

/** English stems with the stems of their German counterparts. */
const germanOf: ReadonlyMap<string, readonly string[]> = new Map(
  (englishTable as { words: { en: string; de: string[] }[] }).words.map((row) => [stemEnglish(row.en), row.de.map(stemGerman)]),
);

export interface ContentWord {
  begin: number;
  end: number;
  lower: string;
  /** All stems it may stand for; the first is its own. Empty for common words. */
  stems: readonly string[];
  /** What is known of its spelling. */
  word: Word;
}

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
  return words.slice(firstFrom(words, begin), firstFrom(words, end));
}

const allContentWords = keep((reading: Reading): readonly ContentWord[] => {
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
function firstFrom(words: readonly ContentWord[], offset: number): number {
  return halve(0, words.length, (at) => words[at]!.begin < offset);
}

function contentWord(word: Word, begin: number, end: number): ContentWord {
  return { begin, end, lower: word.lower, stems: wordStems(word), word };
}

/** Stems of a word of a text. */
export const wordStems = factOf(({ written }) => stemsOf(written));

/** Stems of one word: German, by its infinitive where it is a verb form, and English where that differs. The same word gives the same array. */
export const stemsOf: (word: string) => readonly string[] = remember((word) => (common.has(word.toLowerCase()) || /^\d+$/.test(word) || isTooShort(word) ? [] : allStems(word)));

/** Two letters are content only as an abbreviation (`KI`), not as half a word (`Co-`). */
function isTooShort(word: string): boolean {
  return word.length < 2 || (word.length === 2 && word !== word.toUpperCase());
}

/** Stems of a dictionary form in a word table: no verb reading, since `führen` is a form of `fahren` too. */
export function dictionaryStems(word: string): readonly string[] {
  const lower = word.toLowerCase();
  return /^[a-z]+$/.test(lower) ? [...new Set([stemGerman(lower), stemEnglish(lower)])] : [stemGerman(lower)];
}

/** Stems of a word even if it is common: for tables that name common words on purpose. */
export function allStems(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const stems = new Set([stemGerman(lower)]);
  const verb = word === lower ? verbForm(lower) : undefined;
  if (verb) {
    stems.add(stemGerman(verb.lemma));
    if (verb.prefix && verb.lemma.startsWith(verb.prefix)) stems.add(stemGerman(verb.lemma.slice(verb.prefix.length)));
  }
  if (/^[a-z]+$/.test(lower)) {
    const english = stemEnglish(lower);
    stems.add(english);
    for (const stem of germanOf.get(english) ?? []) stems.add(stem);
  }
  return [...stems];
}
