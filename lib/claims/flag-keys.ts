/**
 * Filing, for notebooks that are too large to be read for every article: each flag has some keys, a text has many, and a flag that the text repeats shares at least one with
 * it. The keys are those of `flag-index.ts`: any so many of a flag's words serve, since a sentence that repeats it cannot lack them all. A flag with too
 * few words to be recognised in others is filed under its longest word as it is spelled.
 */
import type { Flag } from '../model.ts';
import { contentWords } from './content-words.ts';
import { frequencyOf, keysOfWord, rarestKeys, readFlag } from './flag-index.ts';

const spelled = (lower: string): string => `~${lower}`;

/** Takes flags, and some that are filed already; gives for each of the first the keys to file it under. Of a flag's words those are taken that are rarest among all of them. */
export function flagKeys(flags: readonly Flag[], company: readonly Flag[] = []): string[][] {
  const all = flags.map(readFlag);
  const frequency = frequencyOf([...all, ...company.map(readFlag)]);
  return all.map((one) => [...new Set(one.rich ? rarestKeys(one, frequency) : literalKey(one.flag.quote.exact))]);
}

function literalKey(quote: string): string[] {
  const text = quote.normalize('NFC').slice(0, 2000);
  const words = contentWords(text, 0, text.length).map(({ lower }) => lower).toSorted((a, b) => b.length - a.length);
  return words.slice(0, 1).map(spelled);
}

/** Takes a text; gives the keys of all flags that it may repeat. */
export function textKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const { lower, word } of contentWords(text, 0, text.length)) {
    keys.add(spelled(lower));
    for (const key of keysOfWord(word)) keys.add(key);
  }
  return [...keys];
}
