/** A set of words that answers "certainly not" or "perhaps", in half a megabyte however many words it holds (a Bloom filter, Bloom 1970). With 200,000 words it errs about once in two thousand. */

/** Bytes; a power of two. */
const size = 2 ** 19;
/** Bits for each word, found by two hashes (Kirsch and Mitzenmacher 2006). */
const bitsAWord = 5;

export type WordFilter = Uint8Array<ArrayBuffer>;

/** Gives a filter that holds nothing. */
export function emptyFilter(): WordFilter {
  return new Uint8Array(size);
}

/** Adds a word, in place. */
export function addWord(filter: WordFilter, word: string): void {
  for (const bit of bitsOf(word)) filter[bit >>> 3]! |= 1 << (bit & 7);
}

/** Whether the filter may hold a word: false is certain. */
export function mayHold(filter: WordFilter, word: string): boolean {
  return bitsOf(word).every((bit) => (filter[bit >>> 3]! & (1 << (bit & 7))) !== 0);
}

function bitsOf(word: string): number[] {
  const first = hash(word, 0x811c9dc5);
  const step = hash(word, 0x9e3779b9) | 1;
  return Array.from({ length: bitsAWord }, (_, at) => (first + Math.imul(at, step)) & (size * 8 - 1));
}

/** FNV-1a with a finish that mixes the bits. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}
