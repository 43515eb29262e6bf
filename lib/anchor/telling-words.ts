/**
 * A look-alike is the same sentence about somebody or something else: "Im Mai verkaufte Nordwerk 400 Anlagen" is not "Im Mai verkaufte Südbau 900 Anlagen", though most
 * letters agree. Telling words are figures and words with a capital letter; an inflected form is the same word.
 */
import { coordinators, determiners, fronting, prepositions, questions, subjectPronouns, subordinators } from '../text/function-words.ts';
import { plainWords } from './normal-text.ts';

/** These have a capital at the beginning of a sentence and tell nothing there either. */
const functionWords = [coordinators, determiners, fronting, prepositions, questions, subjectPronouns, subordinators];

const word = /[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu;

/**
 * Whether a place speaks of others than what was saved: some telling words are gone and some are new. `wide`, if given, is the place with what stands around it: a word
 * that only moved there is not gone.
 */
export function saysOfOthers(saved: string, here: string, wide: string = here): boolean {
  const before = tellingWords(saved);
  if (before.length === 0) return false;
  const around = tellingWords(wide);
  if (before.every((one) => around.some((other) => isSameWord(one, other)))) return false;
  return tellingWords(here).some((one) => !before.some((other) => isSameWord(one, other)));
}

/** Whether some telling word of what was saved is not in a place. */
export function missesTellingWord(saved: string, here: string): boolean {
  const now = tellingWords(here);
  return tellingWords(saved).some((one) => !now.some((other) => isSameWord(one, other)));
}

/** Whether a text names anything at all, rather than being a turn of phrase. */
export function hasTellingWord(text: string): boolean {
  return tellingWords(text).length > 0;
}

/** Figures and capitalised words other than function words, in lower case. */
function tellingWords(text: string): string[] {
  const found = plainWords(text).match(word) ?? [];
  return found
    .filter((one) => /\p{N}/u.test(one) || /^\p{Lu}/u.test(one))
    .map((one) => one.toLowerCase())
    .filter((one) => !functionWords.some((words) => words.has(one)));
}

/** Figures must be equal; words may differ in their ending, or in one letter in four (a typist's slip). */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\p{N}/u.test(one) || /\p{N}/u.test(other)) return false;
  const length = Math.max(one.length, other.length);
  return (length >= 4 && distance(one, other) <= Math.floor(length / 4)) || isInflected(one, other) || isInflected(other, one);
}

function isInflected(stem: string, form: string): boolean {
  return stem.length >= 4 && form.startsWith(stem) && form.length - stem.length <= 2;
}

/** Levenshtein's distance of two words: short, so the plain table will do. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 4 || one.length > 60 || other.length > 60) return 60;
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = previous[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[other.length]!;
}
