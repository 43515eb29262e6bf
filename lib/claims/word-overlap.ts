/** How much of a claim's content a sentence shares, weighted by how telling each word is. Parts of compounds count for less. */
import type { IndexedClaim } from './claim-index.ts';
import type { ContentWord } from './content-words.ts';

export interface Overlap {
  /** 0..1 of the weight of the claim's own words. */
  share: number;
  words: readonly ContentWord[];
}

/** Stems of a sentence by look-up: whole ones, and beginnings and ends of long ones. */
export interface SentenceStems {
  whole: ReadonlyMap<string, ContentWord>;
  part: ReadonlyMap<string, ContentWord>;
}

const shortestPart = 5;
const partWeight = 0.7;

/** Prepares a sentence for comparison with many claims. */
export function sentenceStems(words: readonly ContentWord[]): SentenceStems {
  const whole = new Map<string, ContentWord>();
  const part = new Map<string, ContentWord>();
  for (const word of words) {
    word.stems.forEach((stem, at) => {
      if (!whole.has(stem)) whole.set(stem, word);
      if (at > 0 || stem.length < shortestPart + 2 || stem.length > 40) return;
      for (let size = shortestPart; size < stem.length; size += 1) {
        part.set(stem.slice(0, size), word);
        part.set(stem.slice(-size), word);
      }
    });
  }
  return { whole, part };
}

/** Compares a claim's stems with a sentence's. */
export function overlap(indexed: IndexedClaim, sentence: SentenceStems): Overlap {
  let weight = 0;
  const words: ContentWord[] = [];
  for (const [stem, own] of indexed.stems) {
    const exact = sentence.whole.get(stem);
    const found = exact ?? (stem.length >= shortestPart ? sentence.part.get(stem) : undefined) ?? longClaimStem(stem, sentence);
    if (!found) continue;
    weight += own * (exact ? 1 : partWeight);
    words.push(found);
  }
  return { share: indexed.total === 0 ? 0 : Math.min(1, weight / indexed.total), words };
}

/** A long word of the claim whose beginning or end is a word of the sentence: `Gründungsdatum` and `gegründet`. */
function longClaimStem(stem: string, sentence: SentenceStems): ContentWord | undefined {
  for (let size = stem.length - 3; size >= shortestPart; size -= 1) {
    const found = sentence.whole.get(stem.slice(-size)) ?? sentence.whole.get(stem.slice(0, size));
    if (found) return found;
  }
  return undefined;
}
