/**
 * What will be, told as if it had been: a main clause in the author's voice with `wird`/`werden` and an infinitive at its end,
 * about all, for ever or beyond doubt. A hedge, a source or a date takes it back; a passive (`wird gebaut`) is no prediction.
 */
import type { BiasNote, Draft } from '../model.ts';
import { questionIn, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { form, verbOf } from '../text/verb-forms.ts';
import type { Word } from '../text/words.ts';
import { biasDraft } from './draft.ts';
import { smallWords } from './small-words.ts';
import table from './words/predictions.yml';
import type { Voice } from './voice.ts';

const words = table as Readonly<Record<'strong' | 'hedges', readonly string[]>>;
const strong = new Set(words.strong);
const isFuture = questionIn(smallWords.future);
const hedges = new Set(words.hedges);

/** Finds strong predictions in the author's voice. */
export function findPredictions(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  const found: Draft<BiasNote>[] = [];
  let seen: Sentence | undefined;
  visitPlaces(reading, isFuture, (at, sentence) => {
    if (sentence === seen) return;
    seen = sentence;
    if (!predicts(reading, sentence, at)) return;
    const { begin } = reading.tokens[at]!;
    const end = lastWordEnd(reading, sentence);
    if (voice.isAuthors(begin, end)) found.push(biasDraft('bias.prediction-as-fact', begin, end, 'prediction', [reading.text.slice(begin, end)]));
  });
  return found;
}

/** A plain infinitive; a participle (`wird gebaut`) makes a passive. */
function isInfinitive(word: Word): boolean {
  const bits = verbOf(word)?.bits ?? 0;
  return (bits & form.infinitive) !== 0 && (bits & form.participle) === 0;
}

/** Whether the sentence, whose first form of `werden` stands at token `future`, is a strong prediction. */
function predicts(reading: Reading, sentence: Sentence, future: number): boolean {
  const tokens = reading.tokens.slice(sentence.first, sentence.last);
  if (tokens.at(-1)!.lower === '?') return false;
  if (tokens.some((token) => hedges.has(token.lower) || token.kind === 'number')) return false;
  const main = tokens.findLastIndex((token) => token.kind === 'word');
  return sentence.first + main > future && isInfinitive(tokens[main]!.word) && tokens.some((token) => strong.has(token.lower));
}

function lastWordEnd(reading: Reading, sentence: Sentence): number {
  for (let at = sentence.last - 1; at >= sentence.first; at -= 1) if (reading.tokens[at]!.kind === 'word') return reading.tokens[at]!.end;
  return sentence.end;
}
