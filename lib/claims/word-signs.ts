/** What single words do to a statement: negate it, deny it, limit it, set it apart. One look at a word gives all of it as bits. */
import { factOf } from '../text/words.ts';
import table from './polarity-words.yml';
import { dictionaryStems, wordStems } from './word-stems.ts';

interface PolarityTable {
  negators: string[]; negatingAdjectives: string[]; denials: string[]; separatedDenials: { verb: string; particle: string }[]; harmlessAfter: string[]; intents: string[]; intentWords: string[]; otherScope: string[];
  asides: string[]; asideHeads: string[]; exclusives: string[]; companions: string[]; copulas: string[]; truths: string[];
}

/** The words that deny and limit. */
export const polarityWords = table as PolarityTable;

export const sign = {
  negator: 1, negatingAdjective: 2, harmless: 4, without: 8, denial: 16, particle: 32, intent: 64, intentStem: 128, english: 256,
  exclusive: 512, companion: 1024, copula: 2048, otherScope: 4096, truth: 8192, not: 16_384, instead: 32_768,
} as const;

const byLower = new Map<string, number>();
for (const [words, bit] of [
  [polarityWords.negators, sign.negator], [polarityWords.negatingAdjectives, sign.negatingAdjective], [polarityWords.harmlessAfter, sign.harmless], [['ohne'], sign.without],
  [polarityWords.separatedDenials.map(({ particle }) => particle), sign.particle], [polarityWords.intents, sign.intent], [['the', 'of', 'and', 'as', 'to'], sign.english],
  [polarityWords.exclusives, sign.exclusive], [polarityWords.companions, sign.companion], [polarityWords.copulas, sign.copula], [polarityWords.otherScope, sign.otherScope],
  [polarityWords.truths, sign.truth], [['nicht', 'not', 'kein', 'keine'], sign.not], [['statt', 'anstelle', 'anstatt', 'instead'], sign.instead],
] as const) for (const word of words) byLower.set(word, (byLower.get(word) ?? 0) | bit);

const denials = new Set(polarityWords.denials.flatMap(dictionaryStems));
const intentStems = new Set(polarityWords.intentWords.flatMap(dictionaryStems));

/** The signs of a word of a text. */
export const signsOf = factOf((word) => {
  const stems = wordStems(word);
  return (byLower.get(word.lower) ?? 0) | (stems.some((stem) => denials.has(stem)) ? sign.denial : 0) | (stems.some((stem) => intentStems.has(stem)) ? sign.intentStem : 0);
});

/** All that any of the words does. */
export function allSigns(words: readonly { readonly signs: number }[]): number {
  let signs = 0;
  for (let at = 0; at < words.length; at += 1) signs |= words[at]!.signs;
  return signs;
}
