/** How much content two sentences share, weighted by how telling each word is. Parts of compounds count for less. */
import type { IndexedClaim } from './claim-index.ts';
import { remember } from '../text/remember.ts';
import type { TouchedStems } from './claim-stems.ts';
import type { ContentWord } from './content-words.ts';

/** Stems of a sentence by look-up: whole ones, and beginnings and ends of long ones. */
export interface SentenceStems {
  whole: ReadonlyMap<string, ContentWord>;
  part: ReadonlyMap<string, ContentWord>;
}

const shortestPart = 5;

/** Prepares a sentence for comparison with many claims. */
export function sentenceStems(words: readonly ContentWord[]): SentenceStems {
  const whole = new Map<string, ContentWord>();
  const part = new Map<string, ContentWord>();
  for (const word of words) {
    word.stems.forEach((stem, at) => {
      if (!whole.has(stem)) whole.set(stem, word);
      if (at > 0) return;
      for (const piece of partsOf(stem)) part.set(piece, word);
    });
  }
  return { whole, part };
}

/** Beginnings and ends of a long stem, the shortest first. */
export const partsOf: (stem: string) => readonly string[] = remember((stem) => {
  const parts: string[] = [];
  if (stem.length < shortestPart + 2 || stem.length > 40) return parts;
  for (let size = shortestPart; size < stem.length; size += 1) parts.push(stem.slice(0, size), stem.slice(-size));
  return parts;
});

/** Ends and beginnings of a long claim word, the longest first, that are long enough to be a word and short enough to be a part. */
export const wordsIn: (stem: string) => readonly string[] = remember((stem) => {
  const parts: string[] = [];
  for (let size = stem.length - 3; size >= shortestPart; size -= 1) parts.push(stem.slice(-size), stem.slice(0, size));
  return parts;
});

/** How much of a claim's own words a sentence touches, by `ClaimIndex.stems.touchedBy`: 0..1 of their weight. */
export function sharedPart({ stems, weights, total }: IndexedClaim, touched: TouchedStems): number {
  if (total === 0) return 0;
  const { counts } = touched;
  let weight = 0;
  for (let at = 0; at < stems.length; at += 1) weight += weights[at]! * counts[stems[at]!]!;
  return Math.min(1, weight / total);
}

/** The words of the sentence that touch a claim's. Few comparisons come as far as to ask. */
export function sharedWords({ stems }: IndexedClaim, touched: TouchedStems): readonly ContentWord[] {
  const words: ContentWord[] = [];
  for (const stem of stems) {
    const word = touched.words[stem];
    if (word !== undefined) words.push(word);
  }
  return words;
}
