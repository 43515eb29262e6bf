/**
 * Article, adjective and noun must agree in gender. Only forms that allow no other reading count: `dem` is never feminine,
 * `-es` on an adjective never anything but neuter, `der` is no genitive of a masculine noun. `das`, `dem`, `des` behind a comma
 * may be relative pronouns and are left alone.
 */
import { isUpperAt } from '../text/characters.ts';
import { prepositions } from '../text/function-words.ts';
import { questionOf, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { genderOf, type Gender } from './genders.ts';
import type { Slip } from './slip.ts';

/** Genders a determiner allows in the singular. `genitive`: its noun may carry an -s. */
const determiners = new Map(Object.entries<{ allows: string; genitive?: boolean }>({
  das: { allows: 'n' }, dem: { allows: 'mn' }, des: { allows: 'mn', genitive: true },
  ein: { allows: 'mn' }, eine: { allows: 'f' }, einem: { allows: 'mn' }, einen: { allows: 'm' }, einer: { allows: 'f' }, eines: { allows: 'mn', genitive: true },
  kein: { allows: 'mn' }, keinem: { allows: 'mn' }, diesem: { allows: 'mn' }, dieses: { allows: 'mn', genitive: true }, jede: { allows: 'f' }, jedem: { allows: 'mn' }, jeden: { allows: 'm' }, jedes: { allows: 'mn', genitive: true },
  seinem: { allows: 'mn' }, ihrem: { allows: 'mn' }, unserem: { allows: 'mn' },
  im: { allows: 'mn' }, beim: { allows: 'mn' }, vom: { allows: 'mn' }, zum: { allows: 'mn' }, zur: { allows: 'f' },
}));
const relatives = new Set(['das', 'dem', 'des']);
const attributive = /^\p{Ll}{2,}(?:e|en|er|es|em)$/u;
const strongNeuter = /(?:ig|isch|lich|sam|bar|haft|los|end|iv|al|ell|ent|är|ös|iert)es$/;
const strongDative = /(?:ig|isch|lich|sam|bar|haft|los|end|iv|al|ell|ent|är|ös|iert)em$/;
/** Before `eine`, `einen` these make it a number or a pronoun (`der eine Sitz`). */
const articles = new Set(['der', 'die', 'das', 'den', 'dem', 'des', 'dieser', 'diese', 'dieses', 'jener', 'jene']);
const openingMark = new Set(['„', '»', '«', '"', '“', '‚']);
/** Before a nominalised infinitive these say that a genitive follows it. */
const beforeNominal = new Set(['dem', 'des', 'beim', 'zum', 'vom']);

/** Whether any of the rules below can begin at a word; most cannot. */
const mayOpen = questionOf(({ lower }) => determiners.has(lower) || lower === 'der' || strongNeuter.test(lower) || strongDative.test(lower));

/** Finds disagreements; `isName` says which tokens belong to a known name. */
export function findDisagreements(reading: Reading, isName: (token: number) => boolean): Slip[] {
  const slips: Slip[] = [];
  visitPlaces(reading, mayOpen, (at, sentence) => {
    const found = determinerSlip(reading, sentence, at, isName) ?? adjectiveSlip(reading, sentence, at, isName) ?? genitiveSlip(reading, sentence, at, isName);
    if (found && found.begin >= (slips.at(-1)?.end ?? 0)) slips.push(found);
  });
  return slips;
}

function determinerSlip(reading: Reading, sentence: Sentence, at: number, isName: (token: number) => boolean): Slip | undefined {
  const { tokens } = reading;
  const { lower } = tokens[at]!;
  const determiner = determiners.get(lower);
  if (!determiner || (relatives.has(lower) && mayBeRelative(reading, sentence, at))) return undefined;
  if (lower.startsWith('ein') && at > sentence.first && articles.has(tokens[at - 1]!.lower)) return undefined;
  const noun = nounAfter(reading, sentence, at + 1, 3);
  if (/^k?ein$/.test(lower) && noun > at + 1 && !/e[rs]$/.test(tokens[at + 1]!.lower)) return undefined;
  if (noun < 0 || tokens[noun]!.lower === 'nachts' || isName(noun) || isAttribute(reading, sentence, noun)) return undefined;
  if (lower === 'das' && noun === at + 1 && at > sentence.first) return undefined;
  const gender = (determiner.genitive ? genitiveGender(tokens[noun]!.lower) : undefined) ?? genderOf(tokens[noun]!.lower);
  if (determiner.allows !== 'f' && hasDativeE(tokens[noun]!.lower)) return undefined;
  return gender && !determiner.allows.includes(gender) ? slip(reading, at, noun, gender) : undefined;
}

function adjectiveSlip(reading: Reading, sentence: Sentence, at: number, isName: (token: number) => boolean): Slip | undefined {
  const { tokens, text } = reading;
  const { lower } = tokens[at]!;
  if (!lower.endsWith('es') && !lower.endsWith('em')) return undefined;
  const allows = strongNeuter.test(lower) ? 'n' : strongDative.test(lower) ? 'mn' : '';
  if (!allows || lower.length < 6 || isUpperAt(text, tokens[at]!.begin)) return undefined;
  const noun = nounAfter(reading, sentence, at + 1, 0);
  if (noun < 0 || isName(noun) || isAttribute(reading, sentence, noun)) return undefined;
  const gender = genderOf(tokens[noun]!.lower);
  return gender && !allows.includes(gender) ? slip(reading, at, noun, gender) : undefined;
}

/** `dem Abklingen der Hype`: a nominalised infinitive, `der`, and a masculine noun whose plural would look different. */
function genitiveSlip(reading: Reading, sentence: Sentence, at: number, isName: (token: number) => boolean): Slip | undefined {
  const { tokens, text } = reading;
  if (tokens[at]!.lower !== 'der' || at - 2 < sentence.first || at + 1 >= sentence.last) return undefined;
  const nominal = tokens[at - 1]!;
  if (!beforeNominal.has(tokens[at - 2]!.lower) || !isUpperAt(text, nominal.begin) || !nominal.lower.endsWith('en')) return undefined;
  const noun = tokens[at + 1]!;
  if (!isUpperAt(text, noun.begin) || isName(at + 1) || /(?:er|el|en)$/.test(noun.lower) || isAttribute(reading, sentence, at + 1)) return undefined;
  if (genderOf(noun.lower) !== 'm') return undefined;
  const { begin, end } = { begin: tokens[at]!.begin, end: noun.end };
  const genitive = `des ${text.slice(noun.begin, end)}${/[sxzß]$/.test(noun.lower) ? 'es' : 's'}`;
  return { rule: 'language.genitive', begin, end, words: [text.slice(begin, end), genitive], suggestion: genitive };
}

/** The token of the noun that follows, past a quotation mark and up to `most` adjectives; -1 where none does. */
function nounAfter(reading: Reading, sentence: Sentence, from: number, most: number): number {
  let adjectives = 0;
  for (let at = from; at < sentence.last; at += 1) {
    const token = reading.tokens[at]!;
    if (token.kind === 'punctuation') {
      if (openingMark.has(token.lower)) continue;
      return -1;
    }
    if (token.kind === 'number') return -1;
    if (isUpperAt(reading.text, token.begin)) return at;
    adjectives += 1;
    if (adjectives > most || !attributive.test(token.lower) || articles.has(token.lower) || prepositions.has(token.lower) || determiners.has(token.lower)) return -1;
  }
  return -1;
}

/** Whether another capitalised word follows, to which this one may belong (`das Politik Magazin`). */
function isAttribute(reading: Reading, sentence: Sentence, noun: number): boolean {
  const next = reading.tokens[noun + 1];
  return next !== undefined && noun + 1 < sentence.last && (next.lower === '-' || next.lower === '/' || (next.kind === 'word' && isUpperAt(reading.text, next.begin)));
}

/** Right behind a comma, or behind a preposition that stands behind one. */
function mayBeRelative(reading: Reading, sentence: Sentence, at: number): boolean {
  return [1, 2].some((back) => at - back >= sentence.first && reading.tokens[at - back]!.lower === ',');
}

function genitiveGender(lower: string): Gender | undefined {
  if (!lower.endsWith('s')) return undefined;
  return (lower.endsWith('es') ? genderOf(lower.slice(0, -2)) : undefined) ?? genderOf(lower.slice(0, -1));
}

/** `im Falle`, `zum Zwecke`: an old dative -e, not another noun. */
function hasDativeE(lower: string): boolean {
  const gender = lower.endsWith('e') ? genderOf(lower.slice(0, -1)) : undefined;
  return gender === 'm' || gender === 'n';
}

const genderNames: Readonly<Record<Gender, string>> = { m: 'der', f: 'die', n: 'das' };

function slip(reading: Reading, first: number, noun: number, gender: Gender): Slip {
  const { text, tokens } = reading;
  const { begin } = tokens[first]!;
  const { begin: nounBegin, end: nounEnd } = tokens[noun]!;
  const isQuoted = tokens.slice(first, noun).some((token) => openingMark.has(token.lower));
  const after = tokens[noun + 1];
  const end = isQuoted && after?.kind === 'punctuation' && after.begin === nounEnd ? after.end : nounEnd;
  return { rule: 'language.agreement', begin, end, words: [text.slice(begin, end), `${genderNames[gender]} ${text.slice(nounBegin, nounEnd)}`] };
}
