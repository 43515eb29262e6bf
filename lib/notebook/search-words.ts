/**
 * Words as the search compares them: small, composed, without accents, umlauts and ß spelled out, so that `Übergröße`, `uebergroesse`, `ÜBERGRÖSSE`
 * and `übergrösse` are one word. Beside it stand the same word with bare vowels (`uber`, for keyboards without umlauts) and its stem (`Häuser`, `Haus`).
 */
import { stemGerman } from '../text/stem.ts';

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' };
const special = /[äöüßæœøł]/g;
const marks = /\p{M}+/gu;
const everyWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** Stems shorter than this say too little to find words by. */
const shortestStem = 3;
const longestStemmed = 60;

/** Takes any text; gives its words, small and composed, in order. Hyphens part words: `Mars-Satelliten` is two. */
export function wordsOf(text: string): string[] {
  return text.replaceAll(invisible, '').normalize('NFC').toLowerCase().match(everyWord) ?? [];
}

/** Takes a word of `wordsOf`; gives the form that the search compares. */
export function searchForm(word: string): string {
  const spelled = word.replaceAll(special, (letter) => spelledOut[letter]!);
  return isPlain(spelled) ? spelled : spelled.normalize('NFKD').replaceAll(marks, '');
}

/** Takes a word of `wordsOf`; gives it with bare vowels, or undefined where that is its search form already. */
export function bareForm(word: string): string | undefined {
  if (isPlain(word)) return undefined;
  const bare = word.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(marks, '');
  return bare === searchForm(word) ? undefined : bare;
}

/** Takes a word of `wordsOf`; gives its stem in bare vowels, or undefined where it is too short to say anything. */
export function stemForm(word: string): string | undefined {
  if (word.length > longestStemmed) return undefined;
  const stem = stemGerman(word);
  return stem.length >= shortestStem ? stem.normalize('NFKD').replaceAll(marks, '') : undefined;
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
