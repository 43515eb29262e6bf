/**
 * Answers about single words, kept: a language uses the same few thousand words over and over, and what a word's stem is does not
 * depend on where it stands. The memory is bounded: when one half is full, the older half is forgotten, so that a word in use stays.
 * What is remembered can never be told from what would be worked out again; only the time differs.
 */

/** Words per half. Both halves of all memories together stay within a few megabytes. */
const mostWords = 8192;
/** Longer words are rare and may be hostile: they are worked out each time. */
export const longestWord = 64;

/** Gives the same answers as `answer`, which must depend on the word alone. Its answers are shared: they must not be changed. */
export function remember<Answer>(answer: (word: string) => Answer, most = mostWords): (word: string) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined || young.has(word)) return known as Answer;
    if (word.length > longestWord) return answer(word);
    const key = ownCopy(word);
    const found = old.has(word) ? (old.get(word) as Answer) : answer(key);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, found);
    return found;
  };
}

/**
 * The same letters as the name of a property: engines keep one copy of each name, compare them by their address, and never as a view of
 * the text they were cut from, so that a memory of words does not hold on to whole articles.
 */
export function ownCopy(word: string): string {
  return word.length > longestWord ? word : Object.keys({ [word]: 0 })[0]!;
}
