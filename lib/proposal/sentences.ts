/** Which sentence a place stands in. */
import type { Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';

/** The sentence around a place, or the place itself where no sentence holds it. Logarithmic. */
export function sentenceAround({ sentences }: Reading, [begin, end]: Span): Span {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (sentence.end <= begin) low = middle + 1;
    else if (sentence.begin > begin) high = middle - 1;
    else return [sentence.begin, Math.max(sentence.end, end)];
  }
  return [begin, end];
}
