/**
 * Where in a text the words stand that a table knows. An engine's table holds few words, and most sentences none of them. So no engine
 * walks over a text to look for its own: one walk sorts all tokens by the questions that their words answer with yes, and each
 * engine goes to its places only. A word is asked every question once, however often and in however many texts it stands.
 */
import { firstFrom } from './halve.ts';
import type { Reading, Sentence } from './reading.ts';
import { none, type Word, type Yes } from './words.ts';

/** A question about words, by its number. */
export type Question = number;

/** Questions that are sorted out together. Each test must depend on the spelling alone. */
export class Questions {
  readonly #tests: ((word: Word) => boolean)[] = [];
  readonly #yes: (word: Word) => Yes;
  readonly #lists = new Map<string, readonly number[]>();

  /** `yesOf` gives what a word keeps of its answers: the same object each time. */
  constructor(yesOf: (word: Word) => Yes) {
    this.#yes = yesOf;
  }

  /** Adds a question and gives its number. */
  add(test: (word: Word) => boolean): Question {
    return this.#tests.push(test) - 1;
  }

  /** For each question the indices, of so many words, of those that answer it with yes, in order. */
  sort(count: number, wordAt: (at: number) => Word): number[][] {
    const places = this.#tests.map((): number[] => []);
    for (let at = 0; at < count; at += 1) {
      const { questions } = this.#ask(wordAt(at));
      if (questions === none) continue;
      for (let next = 0; next < questions.length; next += 1) places[questions[next]!]!.push(at);
    }
    return places;
  }

  /** One list for all words that answer the same questions with yes: most answer none, and what is shared is at hand in the processor. */
  #shared(questions: readonly number[]): readonly number[] {
    if (questions.length === 0) return none;
    const key = questions.join();
    const known = this.#lists.get(key);
    if (known) return known;
    this.#lists.set(key, questions);
    return questions;
  }

  #ask(word: Word): Yes {
    const yes = this.#yes(word);
    if (yes.asked === this.#tests.length) return yes;
    const questions = [...yes.questions];
    for (; yes.asked < this.#tests.length; yes.asked += 1) if (this.#tests[yes.asked]!(word)) questions.push(yes.asked);
    yes.questions = this.#shared(questions);
    return yes;
  }
}

/** Those of all word tables of the house. */
const ofTables = new Questions(({ inTables }) => inTables);

/** Makes a question whose places can be asked of any reading; `test` must depend on the spelling alone. */
export function questionOf(test: (word: Word) => boolean): Question {
  return ofTables.add(test);
}

/** The question whether a word, in lower case, is one of these. */
export function questionIn(words: { has(lower: string): boolean }): Question {
  return questionOf(({ lower }) => words.has(lower));
}

const sorted = new WeakMap<Reading, readonly (readonly number[])[]>();

/** The tokens whose words answer the question with yes, in order. All questions of a reading are sorted out in one walk. */
export function placesOf(reading: Reading, question: Question): readonly number[] {
  let places = sorted.get(reading);
  if (!places || places.length <= question) sorted.set(reading, (places = ofTables.sort(reading.tokens.length, (at) => reading.tokens[at]!.word)));
  return places[question]!;
}

/** Those places of a question that lie in `[first, last)`. */
export function placesBetween(reading: Reading, question: Question, first: number, last: number): readonly number[] {
  const places = placesOf(reading, question);
  return places.slice(firstFrom(places, first), firstFrom(places, last));
}

/** Goes to the question's places in order, each with its sentence; tokens outside of all sentences are passed over. */
export function visitPlaces(reading: Reading, question: Question, visit: (at: number, sentence: Sentence) => void): void {
  const { sentences } = reading;
  let which = 0;
  for (const at of placesOf(reading, question)) {
    while (which < sentences.length && sentences[which]!.last <= at) which += 1;
    if (which === sentences.length) return;
    if (sentences[which]!.first <= at) visit(at, sentences[which]!);
  }
}
