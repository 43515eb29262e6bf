/** Whether the author takes a word back: "nicht revolutionär" praises nothing. */
import type { Reading, Sentence } from '../text/reading.ts';
import { smallWords } from './small-words.ts';


/** Looks at the four words before token `first`, not across a mark. */
export function isNegated(reading: Reading, sentence: Sentence, first: number): boolean {
  for (let at = first - 1; at >= Math.max(sentence.first, first - 4); at -= 1) {
    const token = reading.tokens[at]!;
    if (token.kind === 'punctuation') return false;
    if (smallWords.negations.has(token.lower)) return !smallWords.not_denying.has(reading.tokens[at + 1]!.lower);
  }
  return false;
}
