/**
 * Where in a text the words stand that a dataset knows: where its names and roles may begin, its evidence, what speaks for its
 * entities. As in `lib/text/places.ts` all of it is sorted out in one walk, over the pieces of the text, and a word is asked once a dataset.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { keep } from '../text/keep.ts';
import { type Question, Questions } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';
import { nothingAsked, type Word, type Yes } from '../text/words.ts';
import { mayBegin } from './candidates.ts';
import type { FormIndex } from './form-index.ts';
import { piecesOf } from './pieces.ts';

/** A word keeps the answers to the dataset that asked last, since datasets come and go and hardly ever take turns. */
const questionsOf = keep((dataset: Dataset) => new Questions((word): Yes => (word.inDataset.of === dataset ? word.inDataset : (word.inDataset = nothingAsked(dataset)))));
const sorted = new WeakMap<Reading, { dataset: Dataset; places: readonly (readonly number[])[] }>();

/** Makes a question whose places in a reading's pieces can be asked for this dataset. `test` must depend on the spelling alone. */
export function questionFor(dataset: Dataset, test: (word: Word) => boolean): Question {
  return questionsOf(dataset).add(test);
}

/** The pieces whose words answer one of the dataset's questions with yes, in order. */
export function piecesFor(reading: Reading, dataset: Dataset, question: Question): readonly number[] {
  let known = sorted.get(reading);
  if (known?.dataset !== dataset || known.places.length <= question) {
    const { count, words } = piecesOf(reading);
    known = { dataset, places: questionsOf(dataset).sort(count, (at) => words[at]!) };
    sorted.set(reading, known);
  }
  return known.places[question]!;
}

const openings = new WeakMap<FormIndex, Question>();

/** The pieces at which a form of one of the dataset's indices may begin, in order. */
export function openingsIn(reading: Reading, dataset: Dataset, index: FormIndex): readonly number[] {
  let question = openings.get(index);
  if (question === undefined) openings.set(index, (question = questionFor(dataset, (word) => mayBegin(word, index))));
  return piecesFor(reading, dataset, question);
}
