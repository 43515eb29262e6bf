/** Whether the author takes a word back: "nicht revolutionär" praises nothing. */
import type { Reading, Sentence } from '../text/reading.ts';

const negations = new Set(['nicht', 'kein', 'keine', 'keinen', 'keinem', 'keiner', 'keines', 'nie', 'niemals', 'ohne', 'weder', 'kaum', 'nichts', 'wenig', 'keineswegs', 'keinesfalls', 'mitnichten']);
/** A negation with one of these right behind it does not deny: "nicht nur", "nicht zuletzt". */
const undone = new Set(['nur', 'allein', 'zuletzt', 'bloß']);

/** Looks at the four words before token `first`, not across a mark. */
export function isNegated(reading: Reading, sentence: Sentence, first: number): boolean {
  for (let at = first - 1; at >= Math.max(sentence.first, first - 4); at -= 1) {
    const token = reading.tokens[at]!;
    if (token.kind === 'punctuation') return false;
    if (negations.has(token.lower)) return !undone.has(reading.tokens[at + 1]!.lower);
  }
  return false;
}
