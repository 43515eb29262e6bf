/** Negation, denial, contrast and intent: what a sentence says is not so, or not yet so. */
import { dictionaryStems, type ContentWord } from './content-words.ts';
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

/** Whether the words of a clause negate it; a second negation takes the first one back (`ohne X ist Y nicht …`). */
export function isNegated(words: readonly ContentWord[]): boolean {
  let count = 0;
  words.forEach((word, at) => {
    const next = words[at + 1]?.lower ?? '';
    if (negators.has(word.lower) && !harmless.has(next)) count += 1;
    else if (negatingAdjectives.has(word.lower)) count += 1;
  });
  return (count % 2 === 1) !== (count > 0 && words.some((word) => word.lower === 'ohne'));
}

/** Whether the words deny a statement as a whole (`bestreitet`, `weist … zurück`). */
export function isDenied(words: readonly ContentWord[]): boolean {
  if (words.some((word) => word.stems.some((stem) => denials.has(stem)))) return true;
  return separatedDenials.some(({ stem, particle }) => words.some((word) => word.lower === particle) && words.some((word) => word.stems.includes(stem)));
}

/** Whether a clause says what is wanted, planned or possible. English `will` is the future, German `will` a wish. */
export function isIntended(words: readonly ContentWord[]): boolean {
  const english = words.some((word) => /^(?:the|of|and|as|to)$/.test(word.lower));
  return words.some((word) => (intents.has(word.lower) && !(english && word.lower === 'will')) || word.stems.some((stem) => intentStems.has(stem)));
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
