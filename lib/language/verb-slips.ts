/** The perfect tense built wrong: haben with an infinitive, or with a participle that needs sein. */
import { isUpperAt } from '../text/characters.ts';
import { questionIn, visitPlaces } from '../text/places.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { form, verbOf } from '../text/verb-forms.ts';
import type { Slip } from './slip.ts';
import table from './words/verbs.yml';

const words = table as Readonly<Record<'being' | 'substitute', readonly string[]>>;
const being = new Set(words.being);
const isHaving = questionIn(new Set(['hat', 'hatte', 'haben', 'hatten']));
/** Prefixes that also stand fast: then participle and infinitive may be one (`hat überfallen`, `hat unterlassen`). */
const bothWays = new Set(['durch', 'hinter', 'über', 'um', 'unter', 'voll', 'wider', 'wieder']);
const separator = /^[,;:–—.!?()]$/;
/** Words between the auxiliary and the end of its clause. */
const longestClause = 25;

/** Finds such perfects, clause by clause. */
export function findVerbSlips(reading: Reading): Slip[] {
  const slips: Slip[] = [];
  visitPlaces(reading, isHaving, (at, sentence) => {
    const slip = infinitiveAfter(reading, sentence, at) ?? beingAfter(reading, sentence, at);
    if (slip) slips.push(slip);
  });
  return slips;
}

/** One of the verbs that stand in the infinitive after haben, with or without a prefix (`vorliegen`). */
function isSubstitute(lemma: string): boolean {
  return words.substitute.some((verb) => lemma.endsWith(verb));
}

/** `hat … zugeben`: the clause that haben opens ends with a plain infinitive, and nothing in it asks for one. */
function infinitiveAfter(reading: Reading, sentence: Sentence, having: number): Slip | undefined {
  const { tokens, text } = reading;
  let last = having + 1;
  while (last < sentence.last && last - having <= longestClause && !separator.test(tokens[last]!.lower)) last += 1;
  const end = tokens[last - 1]!;
  if (last - 1 <= having + 1 || end.kind !== 'word' || text[end.begin] !== end.lower[0]) return undefined;
  const verb = verbOf(end.word);
  if (!verb || bothWays.has(verb.prefix ?? '') || (verb.bits & form.infinitive) === 0 || verb.bits & (form.participle | form.zuInfinitive) || isSubstitute(end.lower)) return undefined;
  for (let at = Math.max(sentence.first, having - longestClause); at < last - 1; at += 1) {
    const other = isUpperAt(text, tokens[at]!.begin) ? undefined : verbOf(tokens[at]!.word);
    if (tokens[at]!.lower === 'zu' || tokens[at]!.lower === 'um') return undefined;
    if (at !== having && other && (other.bits & form.participle || isSubstitute(other.lemma) || other.lemma === 'werden')) return undefined;
  }
  return { rule: 'language.perfect', begin: tokens[having]!.begin, end: end.end, words: [text.slice(end.begin, end.end), text.slice(tokens[having]!.begin, tokens[having]!.end)] };
}

/** `hat … gewachsen`: such a participle closes the sentence or its clause, with no form of sein anywhere near. */
function beingAfter(reading: Reading, sentence: Sentence, having: number): Slip | undefined {
  const { tokens, text } = reading;
  for (let at = having + 1; at < sentence.last && at - having <= longestClause; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'punctuation' && separator.test(token.lower)) return undefined;
    const next = tokens[at + 1];
    if (!being.has(token.lower) || (next && at + 1 < sentence.last && !separator.test(next.lower))) continue;
    if (hasBeing(reading, sentence, having)) return undefined;
    return { rule: 'language.perfect-being', begin: token.begin, end: token.end, words: [text.slice(token.begin, token.end), text.slice(tokens[having]!.begin, tokens[having]!.end)] };
  }
  return undefined;
}

function hasBeing(reading: Reading, sentence: Sentence, having: number): boolean {
  const until = Math.min(sentence.last, having + 2 * longestClause);
  for (let at = Math.max(sentence.first, having - longestClause); at < until; at += 1) if (isBeing(reading, at)) return true;
  return false;
}

/** A form of sein or werden; `sein` before a noun is a possessive. */
function isBeing(reading: Reading, at: number): boolean {
  const { lower, word } = reading.tokens[at]!;
  const next = reading.tokens[at + 1];
  if (lower === 'sein' && next?.kind === 'word' && isUpperAt(reading.text, next.begin)) return false;
  const lemma = verbOf(word)?.lemma;
  return lemma === 'sein' || lemma === 'werden';
}
