/**
 * Where in a text the words stand that a table knows. An engine's table holds few words, and most sentences none of them. So no engine
 * walks over a text to look for its own: one walk sorts all tokens by the questions that their words answer with yes, and each
 * engine goes to its places only. A word is asked every question once, however often and in however many texts it stands.
 */
import type { Reading, Sentence } from './reading.ts';
import { factOf, type Word } from './words.ts';

/** A question about words, by its number. */
export type Question = number;

const tests: ((word: Word) => boolean)[] = [];

/** Makes a question whose places can be asked of any reading; `test` must depend on the spelling alone. */
export function questionOf(test: (word: Word) => boolean): Question {
  return tests.push(test) - 1;
}

/** The question whether a word, in lower case, is one of these. */
export function questionIn(words: { has(lower: string): boolean }): Question {
  return questionOf(({ lower }) => words.has(lower));
}

/** The questions that a word answers with yes, of those there were when it was asked. */
interface Yes {
  asked: number;
  questions: Question[];
}

const yesOf = factOf((): Yes => ({ asked: 0, questions: [] }));

function questionsOf(word: Word): readonly Question[] {
  const yes = yesOf(word);
  for (; yes.asked < tests.length; yes.asked += 1) if (tests[yes.asked]!(word)) yes.questions.push(yes.asked);
  return yes.questions;
}

const sorted = new WeakMap<Reading, readonly (readonly number[])[]>();

/** The tokens whose words answer the question with yes, in order. All questions of a reading are sorted out in one walk. */
export function placesOf(reading: Reading, question: Question): readonly number[] {
  let places = sorted.get(reading);
  if (!places || places.length <= question) sorted.set(reading, (places = sortTokens(reading)));
  return places[question]!;
}

function sortTokens({ tokens }: Reading): number[][] {
  const places = tests.map((): number[] => []);
  for (let at = 0; at < tokens.length; at += 1) {
    const questions = questionsOf(tokens[at]!.word);
    for (let next = 0; next < questions.length; next += 1) places[questions[next]!]!.push(at);
  }
  return places;
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
