/** Negation, denial, contrast and intent: what a sentence says is not so, or not yet so. */
import { factOf } from '../text/words.ts';
import { dictionaryStems, wordStems, type ContentWord } from './content-words.ts';
import table from './polarity-words.yml';

interface PolarityTable {
  negators: string[]; negatingAdjectives: string[]; denials: string[]; separatedDenials: { verb: string; particle: string }[]; harmlessAfter: string[]; intents: string[]; intentWords: string[]; otherScope: string[];
  asides: string[]; asideHeads: string[]; exclusives: string[]; companions: string[]; copulas: string[]; truths: string[];
}

const lists = table as PolarityTable;
const negators = new Set(lists.negators);
const negatingAdjectives = new Set(lists.negatingAdjectives);
const denials = new Set(lists.denials.flatMap(dictionaryStems));
const separatedDenials = lists.separatedDenials.map(({ verb, particle }) => ({ stem: dictionaryStems(verb)[0]!, particle }));
const particles = new Set(lists.separatedDenials.map(({ particle }) => particle));
const harmless = new Set(lists.harmlessAfter);
const intents = new Set(lists.intents);
const intentStems = new Set(lists.intentWords.flatMap(dictionaryStems));
const otherScope = new Set(lists.otherScope);
const asides = new Set(lists.asides);
const asideHeads = new Set(lists.asideHeads);
const exclusives = new Set(lists.exclusives);
const companions = new Set(lists.companions);
const copulas = new Set(lists.copulas);
const truths = new Set(lists.truths);

/** What a word does to the polarity of its clause, as bits. */
const sign = { negator: 1, negatingAdjective: 2, harmless: 4, without: 8, denial: 16, particle: 32, intent: 64, intentStem: 128, english: 256 } as const;

const signsOf = factOf((word) => {
  const { lower } = word;
  const stems = wordStems(word);
  return (
    (negators.has(lower) ? sign.negator : 0) | (negatingAdjectives.has(lower) ? sign.negatingAdjective : 0) | (harmless.has(lower) ? sign.harmless : 0)
    | (lower === 'ohne' ? sign.without : 0) | (stems.some((stem) => denials.has(stem)) ? sign.denial : 0) | (particles.has(lower) ? sign.particle : 0)
    | (intents.has(lower) ? sign.intent : 0) | (stems.some((stem) => intentStems.has(stem)) ? sign.intentStem : 0) | (/^(?:the|of|and|as|to)$/.test(lower) ? sign.english : 0)
  );
});

/** Whether any of the words can negate or deny: without one, nothing below does. */
export function hasPolarity(words: readonly ContentWord[]): boolean {
  return words.some(({ word }) => (signsOf(word) & (sign.negator | sign.negatingAdjective | sign.denial | sign.particle)) !== 0);
}

/** Whether the words of a clause negate it; a second negation takes the first one back (`ohne X ist Y nicht …`). */
export function isNegated(words: readonly ContentWord[]): boolean {
  let count = 0;
  let without = false;
  for (let at = 0; at < words.length; at += 1) {
    const signs = signsOf(words[at]!.word);
    if (signs & sign.without) without = true;
    if (signs & sign.negator && !(at + 1 < words.length && signsOf(words[at + 1]!.word) & sign.harmless)) count += 1;
    else if (signs & sign.negatingAdjective) count += 1;
  }
  return (count % 2 === 1) !== (count > 0 && without);
}

/** Whether the words deny a statement as a whole (`bestreitet`, `weist … zurück`). */
export function isDenied(words: readonly ContentWord[]): boolean {
  let signs = 0;
  for (const { word } of words) signs |= signsOf(word);
  if (signs & sign.denial) return true;
  if (!(signs & sign.particle)) return false;
  return separatedDenials.some(({ stem, particle }) => words.some((word) => word.lower === particle) && words.some((word) => word.stems.includes(stem)));
}

/** Whether a clause says what is wanted, planned or possible. English `will` is the future, German `will` a wish. */
export function isIntended(words: readonly ContentWord[]): boolean {
  let signs = 0;
  for (const { word } of words) signs |= signsOf(word);
  if (signs & sign.intentStem) return true;
  if (!(signs & sign.intent)) return false;
  return !(signs & sign.english) || words.some(({ word }) => (signsOf(word) & sign.intent) !== 0 && word.lower !== 'will');
}

/** Whether a figure belongs to another share, period or round. */
export function hasOtherScope(words: readonly ContentWord[]): boolean {
  return words.some((word) => otherScope.has(word.lower));
}

/** Whether this word opens a denied part (`nicht X, sondern Y`), not a negated clause. */
export function isNot(word: ContentWord | undefined): boolean {
  return word !== undefined && (word.lower === 'nicht' || word.lower === 'not' || word.lower === 'kein' || word.lower === 'keine');
}

/** Whether a word takes the negation off the `nicht` before it (`nicht nur`). */
export function isHarmless(word: ContentWord | undefined): boolean {
  return word !== undefined && harmless.has(word.lower);
}

/** Before the name of somebody: the name stands for a time (`drei Jahre nach Verily`). */
const timeWords: ReadonlySet<string> = new Set(['after', 'before', 'nach', 'seit', 'vor']);

/** Whether the word before a name makes it a point in time. */
export function isTimeWord(word: string | undefined): boolean {
  return word !== undefined && timeWords.has(word);
}

/** Whether a name between these words is only compared or added: `neben X`, `anders als X`, `der X-Rivale`. */
export function isAside(before: readonly string[], after: string | undefined): boolean {
  const [last = '', further = ''] = before;
  if (asides.has(last) || (after !== undefined && asideHeads.has(after))) return true;
  return (last === 'zu' || last === 'zum' || last === 'mit' || last === 'to' || last === 'with') && /^(?:gegensatz|vergleich|contrast|compared)$/.test(further);
}

/** Whether the words say that only one can be meant (`alleiniger`), or that others take part (`gemeinsam`). */
export function isExclusive(words: readonly ContentWord[]): boolean {
  return words.some((word) => exclusives.has(word.lower));
}

/** Whether the words say that others take part as well. */
export function hasCompanions(words: readonly ContentWord[]): boolean {
  return words.some((word) => companions.has(word.lower));
}

/** Whether the words say that something is, was or becomes something. */
export function hasCopula(words: readonly ContentWord[]): boolean {
  return words.some((word) => copulas.has(word.lower));
}

/** Whether the words speak of truth: negated, they take back what depends on them. */
export function speaksOfTruth(words: readonly ContentWord[]): boolean {
  return words.some((word) => truths.has(word.lower));
}
