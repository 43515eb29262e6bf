/** The stems a word may stand for, German and English: what two words must share to mean the same. */
import { remember } from '../text/remember.ts';
import { stemEnglish, stemGerman } from '../text/stem.ts';
import { verbForm } from '../text/verb-forms.ts';
import { factOf } from '../text/words.ts';
import commonTable from './common-words.yml';
import englishTable from './english-words.yml';

const common: ReadonlySet<string> = new Set(Object.values(commonTable as Record<string, unknown>).filter(Array.isArray).flat() as string[]);

/** English stems with the stems of their German counterparts. */
const germanOf: ReadonlyMap<string, readonly string[]> = new Map(
  (englishTable as { words: { en: string; de: string[] }[] }).words.map((row) => [stemEnglish(row.en), row.de.map(stemGerman)]),
);

/** Stems of a word of a text. */
export const wordStems = factOf(({ written }) => stemsOf(written));

/** Stems of one word: German, by its infinitive where it is a verb form, and English where that differs. The same word gives the same array. */
export const stemsOf: (word: string) => readonly string[] = remember((word) => (common.has(word.toLowerCase()) || /^\d+$/.test(word) || isTooShort(word) ? none : allStems(word)));

/** One for all words without a stem: half of a text is such words. */
const none: readonly string[] = [];

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
