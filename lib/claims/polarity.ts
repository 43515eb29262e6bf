/** Negation, denial, contrast and intent: what a sentence says is not so, or not yet so. */
import type { ContentWord } from './content-words.ts';
import { allSigns, polarityWords, sign } from './word-signs.ts';
import { dictionaryStems } from './word-stems.ts';

const separatedDenials = polarityWords.separatedDenials.map(({ verb, particle }) => ({ stem: dictionaryStems(verb)[0]!, particle }));
const asides = new Set(polarityWords.asides);
const asideHeads = new Set(polarityWords.asideHeads);

/** Whether a word with these signs can negate or deny: without one, nothing below does. */
export function hasPolarity(signs: number): boolean {
  return (signs & (sign.negator | sign.negatingAdjective | sign.denial | sign.particle)) !== 0;
}

/** Whether the words of a clause negate it; a second negation takes the first one back (`ohne X ist Y nicht …`). */
export function isNegated(words: readonly ContentWord[]): boolean {
  let count = 0;
  let without = false;
  for (let at = 0; at < words.length; at += 1) {
    const { signs } = words[at]!;
    if (signs & sign.without) without = true;
    if (signs & sign.negator && !(at + 1 < words.length && words[at + 1]!.signs & sign.harmless)) count += 1;
    else if (signs & sign.negatingAdjective) count += 1;
  }
  return (count % 2 === 1) !== (count > 0 && without);
}

/** Whether the words deny a statement as a whole (`bestreitet`, `weist … zurück`). */
export function isDenied(words: readonly ContentWord[]): boolean {
  const signs = allSigns(words);
  if (signs & sign.denial) return true;
  if (!(signs & sign.particle)) return false;
  return separatedDenials.some(({ stem, particle }) => words.some((word) => word.lower === particle) && words.some((word) => word.stems.includes(stem)));
}

/** Whether a clause says what is wanted, planned or possible. English `will` is the future, German `will` a wish. */
export function isIntended(words: readonly ContentWord[]): boolean {
  const signs = allSigns(words);
  if (signs & sign.intentStem) return true;
  if (!(signs & sign.intent)) return false;
  return !(signs & sign.english) || words.some(({ signs: own, lower }) => (own & sign.intent) !== 0 && lower !== 'will');
}

/** Whether a figure belongs to another share, period or round. */
export function hasOtherScope(words: readonly ContentWord[]): boolean {
  return (allSigns(words) & sign.otherScope) !== 0;
}

/** Whether this word opens a denied part (`nicht X, sondern Y`), not a negated clause. */
export function isNot(word: ContentWord | undefined): boolean {
  return word !== undefined && (word.signs & sign.not) !== 0;
}

/** Whether a word takes the negation off the `nicht` before it (`nicht nur`). */
export function isHarmless(word: ContentWord | undefined): boolean {
  return word !== undefined && (word.signs & sign.harmless) !== 0;
}

/** Before the name of somebody: the name stands for a time (`drei Jahre nach Verily`). */
const timeWords: ReadonlySet<string> = new Set(['after', 'before', 'nach', 'seit', 'vor']);

/** Whether the word before a name makes it a point in time. */
export function isTimeWord(word: string | undefined): boolean {
  return word !== undefined && timeWords.has(word);
}

/** Whether a name with this word before it, this one still before that, and this one after it is only compared or added: `neben X`, `anders als X`, `der X-Rivale`. */
export function isAside(last = '', further = '', after?: string): boolean {
  if (asides.has(last) || (after !== undefined && asideHeads.has(after))) return true;
  return (last === 'zu' || last === 'zum' || last === 'mit' || last === 'to' || last === 'with') && /^(?:gegensatz|vergleich|contrast|compared)$/.test(further);
}

/** Whether the words say that only one can be meant (`alleiniger`), or that others take part (`gemeinsam`). */
export function isExclusive(words: readonly ContentWord[]): boolean {
  return (allSigns(words) & sign.exclusive) !== 0;
}

/** Whether the words say that others take part as well. */
export function hasCompanions(words: readonly ContentWord[]): boolean {
  return (allSigns(words) & sign.companion) !== 0;
}

/** Whether the words say that something is, was or becomes something. */
export function hasCopula(words: readonly ContentWord[]): boolean {
  return (allSigns(words) & sign.copula) !== 0;
}

/** Whether the words speak of truth: negated, they take back what depends on them. */
export function speaksOfTruth(words: readonly ContentWord[]): boolean {
  return (allSigns(words) & sign.truth) !== 0;
}
