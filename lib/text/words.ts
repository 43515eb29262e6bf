/**
 * A word as written, one object for each spelling, and what engines know of it. A text is made of the same few thousand words as
 * any other, and what a word's stem, verb form or number is does not depend on where it stands. So each token is looked up
 * once, and every further question about its word is a look into its own list of answers instead of a look-up by its letters.
 */
import { endOfRun } from './characters.ts';
import { longestWord, ownCopy } from './remember.ts';

/** The questions, by their numbers, that a word answers with yes, of those there were when it was asked. */
export interface Yes {
  /** Whose questions: numbers of others mean something else. */
  of: object | undefined;
  asked: number;
  questions: readonly number[];
}

/** What is kept of a word that answers nothing with yes, as most do: always this list, so that it is known without a look into it. */
export const none: readonly number[] = [];

/** No question asked yet. */
export function nothingAsked(of?: object): Yes {
  return { of, asked: 0, questions: none };
}

export interface Word {
  readonly written: string;
  readonly lower: string;
  /** Whether it is one run of letters, marks and digits, as most are: no hyphen, apostrophe or point inside. */
  readonly whole: boolean;
  /** Answers to the questions of `factOf`, by their numbers. Nobody else's business. */
  readonly answers: unknown[];
  /** What the house's word tables say of it: see `places.ts`. */
  readonly inTables: Yes;
  /** What the dataset says of it that asked last: see `lib/match/dataset-places.ts`. */
  inDataset: Yes;
}

/** Places in memory, four for each hash: of two, three frequent words that share a hash would push each other out all the time. All words together stay within a few megabytes. */
const places = 1 << 14;
const shared = 4;
const memory: (Word | undefined)[] = Array.from({ length: places }, () => undefined);

/** The object of a spelling. The memory of them is bounded: two of one spelling may exist, and say the same. */
export function wordOf(written: string): Word {
  return wordAt(written, 0, written.length);
}

/** The word between two offsets of a text, found by its letters, without cutting it out. Of words that share a hash the one longest unused is forgotten. */
export function wordAt(text: string, begin: number, end: number): Word {
  // Longer ones may be hostile: they get a new object each time.
  if (end - begin > longestWord) return makeWord(text.slice(begin, end));
  let hash = 0x811c9dc5;
  for (let at = begin; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  const first = (hash ^ (hash >>> 15)) & (places - shared);
  for (let place = first; place < first + shared; place += 1) {
    const word = memory[place];
    if (word && stands(word, text, begin, end)) return place === first ? word : moveUp(word, first, place);
  }
  return moveUp(makeWord(text.slice(begin, end)), first, first + shared - 1);
}

/** Puts a word before those that share its hash; they move down, over the place it leaves. */
function moveUp(word: Word, first: number, place: number): Word {
  for (let at = place; at > first; at -= 1) memory[at] = memory[at - 1];
  memory[first] = word;
  return word;
}

/** Letter by letter: words are short, and the engine's own comparison costs more to call than it saves. */
function stands({ written }: Word, text: string, begin: number, end: number): boolean {
  const { length } = written;
  if (length !== end - begin) return false;
  for (let at = 0; at < length; at += 1) if (written.charCodeAt(at) !== text.charCodeAt(begin + at)) return false;
  return true;
}

function makeWord(written: string): Word {
  return { written: ownCopy(written), lower: ownCopy(written.toLowerCase()), whole: endOfRun(written, 0) === written.length, answers: [], inTables: nothingAsked(), inDataset: nothingAsked() };
}

let questions = 0;

/** Makes a question about words: `answer` must depend on the spelling alone and is asked once a word. Its answers are shared: they must not be changed. */
export function factOf<Answer>(answer: (word: Word) => Answer): (word: Word) => Answer {
  const question = questions;
  questions += 1;
  return (word) => {
    const known = word.answers[question];
    // `null` stands for an answer that is `undefined`, to tell it from no answer yet.
    if (known !== undefined) return (known === null ? undefined : known) as Answer;
    const found = answer(word);
    word.answers[question] = found === undefined ? null : found;
    return found;
  };
}

/**
 * Makes a place in each word for answers that depend on more than its spelling, on a dataset mostly. Each call of what it gives makes one
 * question of them; the word keeps the answer to the question asked last, since datasets come and go and hardly ever take turns.
 */
export function sharedFact<Answer>(): (answer: (word: Word) => Answer) => (word: Word) => Answer {
  const lastOf = factOf((): { question: number; answer: Answer | undefined } => ({ question: 0, answer: undefined }));
  let made = 0;
  return (answer) => {
    const question = (made += 1);
    return (word) => {
      const last = lastOf(word);
      if (last.question !== question) {
        last.answer = answer(word);
        last.question = question;
      }
      return last.answer as Answer;
    };
  };
}
