/**
 * What will be, told as if it had been: a main clause in the author's voice with `wird`/`werden` and an infinitive at its end,
 * about all, for ever or beyond doubt. A hedge, a source or a date takes it back; a passive (`wird gebaut`) is no prediction.
 */
import type { BiasNote, Draft } from '../model.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { form, verbOf } from '../text/verb-forms.ts';
import { isOneOf, type Word } from '../text/words.ts';
import { biasDraft } from './draft.ts';
import { smallWords } from './small-words.ts';
import table from './words/predictions.yml';
import type { Voice } from './voice.ts';

const words = table as Readonly<Record<'strong' | 'hedges', readonly string[]>>;
const strong = new Set(words.strong);
const isFuture = isOneOf(smallWords.future);
const hedges = new Set(words.hedges);

/** Finds strong predictions in the author's voice. */
export function findPredictions(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  return reading.sentences.flatMap((sentence) => {
    const begin = predicts(reading, sentence);
    if (begin < 0) return [];
    const end = lastWordEnd(reading, sentence);
    if (!voice.isAuthors(begin, end)) return [];
    return [biasDraft('bias.prediction-as-fact', begin, end, 'prediction', [reading.text.slice(begin, end)])];
  });
}

/** A plain infinitive; a participle (`wird gebaut`) makes a passive. */
function isInfinitive(word: Word): boolean {
  const bits = verbOf(word)?.bits ?? 0;
  return (bits & form.infinitive) !== 0 && (bits & form.participle) === 0;
}

/** Where the prediction begins, or -1. */
function predicts(reading: Reading, sentence: Sentence): number {
  let future = sentence.first;
  while (future < sentence.last && !isFuture(reading.tokens[future]!.word)) future += 1;
  if (future === sentence.last) return -1;
  const tokens = reading.tokens.slice(sentence.first, sentence.last);
  const verb = future - sentence.first;
  if (tokens.at(-1)!.lower === '?') return -1;
  if (tokens.some((token) => hedges.has(token.lower) || token.kind === 'number')) return -1;
  const after = tokens.slice(verb + 1).filter((token) => token.kind === 'word');
  const main = after.at(-1);
  if (!main || !isInfinitive(main.word)) return -1;
  return tokens.some((token) => strong.has(token.lower)) ? tokens[verb]!.begin : -1;
}

function lastWordEnd(reading: Reading, sentence: Sentence): number {
  for (let at = sentence.last - 1; at >= sentence.first; at -= 1) if (reading.tokens[at]!.kind === 'word') return reading.tokens[at]!.end;
  return sentence.end;
}
