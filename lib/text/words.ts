/**
 * A word as written, one object for each spelling, and what engines know of it. A text is made of the same few thousand words as
 * any other, and what a word's stem, verb form or number is does not depend on where it stands. So each token is looked up
 * once, and every further question about its word is a look into its own list of answers instead of a look-up by its letters.
 */
import { remember } from './remember.ts';

export interface Word {
  readonly written: string;
  readonly lower: string;
  /** Answers to the questions of `factOf`, by their numbers. Nobody else's business. */
  readonly answers: unknown[];
}

/** The object of a spelling. The memory of them is bounded: two of one spelling may exist, and say the same. */
export const wordOf: (written: string) => Word = remember((written) => ({ written, lower: written.toLowerCase(), answers: [] }));

/** Stands for an answer that is `undefined`, to tell it from no answer yet. */
const nothing = Symbol('nothing');
let questions = 0;

/** Makes a question about words: `answer` must depend on the spelling alone and is asked once a word. Its answers are shared: they must not be changed. */
export function factOf<Answer>(answer: (word: Word) => Answer): (word: Word) => Answer {
  const question = questions;
  questions += 1;
  return (word) => {
    const known = word.answers[question];
    if (known !== undefined) return (known === nothing ? undefined : known) as Answer;
    const found = answer(word);
    word.answers[question] = found === undefined ? nothing : found;
    return found;
  };
}

/** The question whether a word, in lower case, is one of these. */
export function isOneOf(words: { has(lower: string): boolean }): (word: Word) => boolean {
  return factOf(({ lower }) => words.has(lower));
}
