/**
 * Marks around a common word that quote nobody: the author keeps a distance, or winks. The same marks stand around names,
 * titles, new terms and other people's words, and these are far more frequent, so a stretch must pass every door:
 *
 *   short, without a sentence's end in it            long ones are quotations
 *   nobody is reported to say it, no verb of speech  a fragment with a speaker is evidence, not distance
 *   not introduced: „X“ (Y), so genannte „X“, Projekt „X“, Titel „X“, „X“ genannt
 *   no known name, no foreign or all-capital word
 *   a verb or adjective („kopiert“), a common noun with something that determines it (die „Hilfe“), or a few
 *   words that end in a verb („die Hausaufgaben kopiert“)
 */
import type { BiasNote, Draft, EntityNote } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { halve } from '../text/halve.ts';
import { determiners } from '../text/function-words.ts';
import type { Quotation, Reading, Sentence, Token } from '../text/reading.ts';
import { finiteBits, form, verbForm, verbOf } from '../text/verb-forms.ts';
import { biasDraft } from './draft.ts';
import { smallWords } from './small-words.ts';
import type { Voice } from './voice.ts';
import table from './words/quoted.yml';

const words = table as Readonly<Record<'compound_heads' | 'heads' | 'introducing' | 'naming' | 'speech', readonly string[]>>;
const heads = new Set(words.heads);
const compoundHeads = new Set([...words.heads, ...words.compound_heads]);
const introducing = new Set(words.introducing);
const speaking = new Set(words.speech);
const naming = new Set(words.naming);
/** German endings only: a word in -tion or -ismus in marks is mostly a term. */
const abstractEnding = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften)$/;
const adjectiveEnding = /(?:ig|lich|isch|sam|bar|haft|los|voll|iv|al|ell|ent|ant|ös)(?:e|en|er|es|em)?$/;

/** Longest stretch, in words, that can be a wink. */
const longestPhrase = 5;
/** How many tokens around the marks are looked at for who speaks. */
const reach = 60;
/** How many letters of a compound's end are tried as its head. */
const shortestHead = 3;
const longestHead = 14;

/** Finds quotation marks that keep a distance. */
export function findScareQuotes(reading: Reading, entities: readonly Draft<EntityNote>[], voice: Voice): Draft<BiasNote>[] {
  const shaped = placesOf(reading).flatMap((place) => {
    const shape = shapeOf(reading, place.inner, place.before);
    if (!shape || isIntroduced(reading, place.sentence, place.before, place.after) || isName(place.quotation, entities, place.inner.length)) return [];
    return [{ ...place, shape, isSaid: voice.isReported(...place.quotation.inner) || isSpoken(reading, place.sentence, place.quotation, place.before, place.after) }];
  });
  const marked = new Set(shaped.filter(({ isSaid, inner }) => !isSaid && inner.length === 1).map(({ inner }) => lemmaOf(inner[0]!)));
  return shaped
    .filter(({ isSaid, inner }) => !isSaid || (inner.length === 1 && marked.has(lemmaOf(inner[0]!))))
    .map(({ quotation, shape }) => biasDraft(shape, quotation.begin, quotation.end, shape.slice('bias.'.length), [reading.text.slice(...quotation.inner)]));
}

/** A word that the author has put in marks in his own voice is his habit: the same word in marks is his again, whoever is said to speak. */
function lemmaOf(token: Token): string {
  return verbForm(token.lower)?.lemma ?? token.lower;
}

interface Place {
  quotation: Quotation;
  sentence: Sentence;
  inner: readonly Token[];
  /** Index of the token before the opening mark, and of the one after the closing mark. */
  before: number;
  after: number;
}

/** Short outermost quotations with their tokens and sentence, in one walk over tokens and sentences. */
function placesOf(reading: Reading): Place[] {
  const places: Place[] = [];
  let at = 0;
  let which = 0;
  for (const quotation of reading.quotations) {
    if (quotation.depth > 0 || !quotation.closed) continue;
    while (at < reading.tokens.length && reading.tokens[at]!.begin < quotation.inner[0]) at += 1;
    while (which < reading.sentences.length - 1 && reading.sentences[which]!.end < quotation.end) which += 1;
    const sentence = reading.sentences[which];
    if (!sentence || sentence.begin > quotation.begin) continue;
    let end = at;
    while (end < reading.tokens.length && end - at <= 2 * longestPhrase && reading.tokens[end]!.end <= quotation.inner[1]) end += 1;
    const isWhole = reading.tokens[end] === undefined || reading.tokens[end]!.begin >= quotation.inner[1];
    if (isWhole && end > at && end - at <= longestPhrase) places.push({ quotation, sentence, inner: reading.tokens.slice(at, end), before: at - 2, after: end + 1 });
  }
  return places;
}

/** Which rule would mark these words, by their form alone. */
function shapeOf(reading: Reading, inner: readonly Token[], before: number): string | undefined {
  const [first] = inner;
  if (!first || inner.some((token) => token.kind !== 'word' || /\d|-.*-/.test(token.lower))) return undefined;
  const last = inner.at(-1)!;
  const isSmall = !isUpperAt(reading.text, first.begin);
  const bits = isUpperAt(reading.text, last.begin) ? 0 : (verbForm(last.lower)?.bits ?? 0);
  if (inner.length === 1) {
    if (isSmall) return bits !== 0 || adjectiveEnding.test(first.lower) ? 'bias.quoted-word' : undefined;
    return isCommonNoun(first.lower) && isDetermined(reading, before) ? 'bias.quoted-noun' : undefined;
  }
  const isStated = (bits & (finiteBits | form.participle)) !== 0 && (bits & form.infinitive) === 0;
  return isStated && (isSmall || !determiners.has(first.lower)) ? 'bias.quoted-phrase' : undefined;
}

function isCommonNoun(lower: string): boolean {
  if (heads.has(lower) || abstractEnding.test(lower)) return true;
  for (let length = shortestHead; length <= longestHead && length < lower.length - 2; length += 1) {
    const end = lower.slice(-length);
    if (compoundHeads.has(end) || (/[ens]$/.test(end) && compoundHeads.has(end.slice(0, -1)))) return true;
  }
  return false;
}

/** A determiner, a possessive or an adjective with a small letter stands before; a capital noun would make it an apposition. */
function isDetermined(reading: Reading, before: number): boolean {
  const token = reading.tokens[before];
  if (!token || token.kind !== 'word') return false;
  if (determiners.has(token.lower)) return true;
  return /(?:'s|’s|’|')$/.test(token.lower) || (!isUpperAt(reading.text, token.begin) && /(?:e|en|er|es|em)$/.test(token.lower));
}

/** A verb of speech in the sentence, or of naming in the same clause, outside the marks: then the words are somebody's, or a name. */
function isSpoken(reading: Reading, sentence: Sentence, quotation: Quotation, before: number, after: number): boolean {
  let named = false;
  const until = Math.min(sentence.last, after + reach);
  for (let at = Math.max(sentence.first, before - reach); at < until; at += 1) {
    const token = reading.tokens[at]!;
    if (token.begin >= quotation.begin && token.end <= quotation.end) continue;
    if (isBreak(token)) {
      if (token.begin >= quotation.end && named) return true;
      if (token.begin < quotation.begin) named = false;
    }
    if (token.kind !== 'word') continue;
    if (smallWords.hearsay.has(token.lower)) return true;
    if (isUpperAt(reading.text, token.begin) && at > sentence.first) continue;
    const verb = verbOf(token.word);
    const lemma = verb && `${verb.prefix ?? ''}${verb.lemma}`;
    if (lemma && speaking.has(lemma) && !isAfterModal(reading, sentence, at, verb.bits)) return true;
    if (lemma && naming.has(lemma) && (token.begin < quotation.begin || !hasBreak(reading, quotation.end, at))) named = true;
  }
  return named;
}

/** `können Code schreiben`: an infinitive under a modal verb of ability or will reports nobody's words. */
function isAfterModal(reading: Reading, sentence: Sentence, verb: number, bits: number): boolean {
  if ((bits & form.infinitive) === 0) return false;
  for (let at = verb - 1; at >= Math.max(sentence.first, verb - reach); at -= 1) {
    const token = reading.tokens[at]!;
    if (isBreak(token)) return false;
    if (smallWords.modals.has(verbForm(token.lower)?.lemma ?? '')) return true;
  }
  return false;
}

function isBreak(token: Token): boolean {
  return token.kind === 'punctuation' && /^[,;:–—]$/.test(token.lower);
}

/** Whether a clause ends between the offset and the token at `to`. */
function hasBreak(reading: Reading, from: number, to: number): boolean {
  for (let at = to - 1; at >= 0 && reading.tokens[at]!.begin >= from; at -= 1) if (isBreak(reading.tokens[at]!)) return true;
  return false;
}

/** A gloss behind, an introducing word before, a noun that the marks stand to as a name, or `als` and `wie`. */
function isIntroduced(reading: Reading, sentence: Sentence, before: number, after: number): boolean {
  const { tokens, text } = reading;
  const next = tokens[after];
  if (next && after < sentence.last && (next.lower === '(' || next.lower === ')' || next.lower === '-' || next.lower === ':' || next.lower === '=' || introducing.has(next.lower))) return true;
  for (let at = Math.max(sentence.first, before - 2); at <= before; at += 1) if (introducing.has(tokens[at]!.lower)) return true;
  const previous = tokens[before];
  if (!previous || before < sentence.first) return false;
  if (previous.lower === '(' || previous.lower === 'als' || previous.lower === ':' || previous.lower === '=') return true;
  const isCapital = isUpperAt(text, tokens[after - 2]?.begin ?? 0);
  return isCapital && previous.kind === 'word' && isUpperAt(text, previous.begin) && isNameBefore(reading, before, sentence);
}

/** A plain noun right before the marks makes what is in them its name (`Zeitung „X“`); a genitive (`Musks „X“`) does not. */
function isNameBefore(reading: Reading, before: number, sentence: Sentence): boolean {
  const { lower } = reading.tokens[before]!;
  return before > sentence.first && !/(?:s|'|’|'s|’s)$/.test(lower) && !determiners.has(lower) && !verbForm(lower);
}

/** A known name fills the marks, or all but one of their words. */
function isName(quotation: Quotation, entities: readonly Draft<EntityNote>[], count: number): boolean {
  const low = halve(0, entities.length, (at) => entities[at]!.end <= quotation.begin);
  const entity = entities[low];
  return entity !== undefined && entity.begin < quotation.end && (count === 1 || entity.end - entity.begin >= quotation.inner[1] - quotation.inner[0] - 1);
}
