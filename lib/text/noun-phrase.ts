/**
 * Noun phrases around a capitalised head: determiner, adjectives, head (names are several words), then what hangs on it: a
 * bracket, a genitive, `von …`, `aus …`, a coordinated second one. It ends where the clause goes on: at a verb, an adverb, a
 * preposition that tells when or where, or a second determiner that is no genitive.
 */
import { isUpperAt } from './characters.ts';
import type { ClauseView } from './clauses.ts';
import { afterVerb, attached, determiners, fronting, genitives, inEr, measures, prepositions, subjectPronouns, timeWords } from './function-words.ts';
import { form, verbForm } from './verb-forms.ts';
import { bracketed, quoted, visible } from './hidden-tokens.ts';

export interface NounPhrase {
  /** Its tokens: `tokens.slice(first, last)`. */
  first: number;
  last: number;
  /** The token of its (last) head noun. */
  head: number;
}

export interface PhraseView extends ClauseView {
  /** See `hiddenTokens`. */
  hidden: Uint8Array;
}

/** The noun phrase that begins at token `at` and ends before `limit`; nothing where none begins. */
export function nounPhraseAt(view: PhraseView, at: number, limit: number): NounPhrase | undefined {
  const core = coreAt(view, at, limit);
  if (!core) return undefined;
  let { last } = core;
  const isName = isPersonName(view, core);
  for (let grown = grow(view, last, limit, isName); grown > last; grown = grow(view, last, limit, false)) last = grown;
  return { first: at, last, head: core.head };
}

/** Whether the token is a word with a capital first letter (a noun or a name). */
export function isCapital(view: ClauseView, at: number): boolean {
  const { text, tokens } = view.reading;
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  return isUpperAt(text, token.begin) || isCompoundNoun(text, token.begin, token.lower);
}

/** `dpa-Informationen`, `47-Jährige`: the last part of a compound says what it is. */
function isCompoundNoun(text: string, begin: number, lower: string): boolean {
  const hyphen = lower.lastIndexOf('-');
  return hyphen > 0 && isUpperAt(text, begin + hyphen + 1);
}

/** Determiner, adjectives and heads; no attachments. */
function coreAt(view: PhraseView, begin: number, limit: number): NounPhrase | undefined {
  const { tokens } = view.reading;
  let at = begin;
  if (at >= limit) return undefined;
  if (determiners.has(tokens[at]!.lower)) at += 1;
  if (at > begin) at = behindAttribute(view, at, limit);
  while (at < limit && isAdjective(view, at)) at += 1;
  let head = -1;
  if (at === begin) at = behindParticles(view, at, limit);
  while (at < limit && at - begin < 40) {
    if ((view.hidden[at] === quoted && isShortQuotation(view, at)) || (view.hidden[at] === visible && isCapital(view, at) && !(head >= 0 && (isStarter(view, at) || view.hidden[head] === quoted)))) {
      head = at;
      at += 1;
    } else if (head >= 0 && isNameParticle(view, at, limit)) at += 1;
    else if (tokens[at]!.kind === 'number' && at + 1 < limit && head < 0) at += 1;
    else if (tokens[at]!.kind === 'number' && head >= 0 && !measures.has(tokens[at + 1]?.lower ?? '')) at += 1;
    else if (tokens[at]!.lower === '.' && at > begin && tokens[at - 1]!.end === tokens[at]!.begin && at + 1 < limit && isCapital(view, at + 1)) at += 1;
    else break;
  }
  if (head < 0) return pronounPhrase(view, begin, limit);
  return { first: begin, last: at, head };
}

/** How many words an attribute may hold before its participle. */
const longestAttribute = 8;

/** `einer gestern vorgestellten Studie`, `der für den Bau zuständige Minister`: behind an article, an adverb or a preposition can begin an attribute, which ends in a participle before a noun. Gives where the noun stands, else `from`. */
function behindAttribute(view: PhraseView, from: number, limit: number): number {
  const { tokens } = view.reading;
  const first = tokens[from];
  if (from >= limit || first === undefined || view.hidden[from] !== visible || isCapital(view, from) || !(prepositions.has(first.lower) || fronting.has(first.lower))) return from;
  for (let at = from + 1; at + 1 < Math.min(limit, from + longestAttribute); at += 1) {
    if (tokens[at]!.kind === 'punctuation' || view.hidden[at] !== visible) return from;
    if (!isCapital(view, at) && isCapital(view, at + 1) && isParticipial(tokens[at]!.lower)) return at + 1;
  }
  return from;
}

/** `vorgestellten`, `lebende`, `zuständige`. */
function isParticipial(lower: string): boolean {
  const stem = /^(.{4,})e[mnrs]?$/.exec(lower)?.[1];
  return stem !== undefined && (/(?:end|zuständig|verantwortlich|ansässig|tätig)$/.test(stem) || ((verbForm(stem)?.bits ?? 0) & form.participle) !== 0);
}

function pronounPhrase(view: PhraseView, begin: number, limit: number): NounPhrase | undefined {
  const { lower } = view.reading.tokens[begin]!;
  if (begin >= limit || view.hidden[begin] !== 0 || !subjectPronouns.has(lower)) return undefined;
  return { first: begin, last: begin + 1, head: begin };
}

/** A name in quotation marks is part of a phrase; a quoted clause is not. */
function isShortQuotation(view: PhraseView, at: number): boolean {
  const longest = 8;
  let begin = at;
  let end = at;
  while (begin > 0 && view.hidden[begin - 1] === quoted && at - begin <= longest) begin -= 1;
  while (view.hidden[end + 1] === quoted && end - begin <= longest) end += 1;
  return end - begin <= longest && (isCapital(view, begin + 1) || isAddress(view, begin + 1) || begin === 0 || introducers.has(view.reading.tokens[begin - 1]!.lower) || determiners.has(view.reading.tokens[begin - 1]!.lower));
}

/** `das Portal „nordnetz.de“`: one word, a full stop, one word, with nothing between. */
function isAddress({ reading: { tokens } }: PhraseView, at: number): boolean {
  return tokens[at + 1]?.lower === '.' && tokens[at]!.end === tokens[at + 1]!.begin && tokens[at + 2]?.kind === 'word' && tokens[at + 2]!.begin === tokens[at + 1]!.end;
}

/** `wie „heise online“ meldet`: behind these, small letters can be a name. */
const introducers = new Set(['laut', 'wie']);

/** A determiner that was capitalised is none in the middle of a phrase; `Der` after a name begins a new one. */
function isStarter(view: ClauseView, at: number): boolean {
  const { lower } = view.reading.tokens[at]!;
  return determiners.has(lower);
}

function isAdjective(view: PhraseView, at: number): boolean {
  const token = view.reading.tokens[at]!;
  if (token.kind === 'number') return true;
  if (token.lower === '.' && view.reading.tokens[at - 1]?.kind === 'number') return true;
  if (token.kind !== 'word' || view.hidden[at] !== 0 || isCapital(view, at)) return false;
  const { lower } = token;
  if (prepositions.has(lower) || subjectPronouns.has(lower)) return false;
  if (/(?:e|en|er|es|em)$/.test(lower) && !afterVerb.has(lower)) {
    const verb = view.verb(at);
    return !verb || !view.isFinite(at) || (verb.bits & form.singular) === 0 || isBeforeNoun(view, at);
  }
  return adverbsInside.has(lower) || (lower.length > 3 && !fronting.has(lower) && isBeforeAdjective(view, at));
}

const adverbsInside = new Set(['sehr', 'so', 'genannte', 'nicht', 'rund', 'knapp', 'etwa', 'fast', 'mehr', 'als']);

function isBeforeNoun(view: ClauseView, at: number): boolean {
  return isCapital(view, at + 1) && determiners.has(view.reading.tokens[at - 1]?.lower ?? '');
}

function isBeforeAdjective(view: PhraseView, at: number): boolean {
  const next = view.reading.tokens[at + 1];
  return next !== undefined && next.kind === 'word' && /(?:e|en|er|es|em)$/.test(next.lower) && isCapital(view, at + 2) && !view.verb(at);
}

const nameParticles = new Set(['van', 'de', 'al', 'bin', 'la', 'del', 'di', 'da', '&', '-', '/']);

function isNameParticle(view: PhraseView, at: number, limit: number): boolean {
  return nameParticles.has(view.reading.tokens[at]!.lower) && at + 1 < limit && isCapital(view, at + 1);
}

/** Two capitalised words without a determiner are somebody's name: no genitive hangs on it. */
function isPersonName(view: PhraseView, { first, last }: NounPhrase): boolean {
  return last - first >= 2 && view.hidden[first] === visible && isCapital(view, first) && isCapital(view, last - 1) && !determiners.has(view.reading.tokens[first]!.lower) && !isFrontedAdjective(view, first, last);
}

/** `Offiziellen Angaben …`: an adjective that begins the sentence; a name that ends so rarely has a genitive behind it. */
function isFrontedAdjective(view: PhraseView, first: number, last: number): boolean {
  return last - first === 2 && /e[nm]$/.test(view.reading.tokens[first]!.lower);
}

/** `van der Marel`, `de Vries`: a name that begins small. */
function behindParticles(view: PhraseView, at: number, limit: number): number {
  if (!nameParticles.has(view.reading.tokens[at]!.lower)) return at;
  if (isNameParticle(view, at, limit)) return at + 1;
  return at + 2 < limit && determiners.has(view.reading.tokens[at + 1]!.lower) && isCapital(view, at + 2) ? at + 2 : at;
}

/** Adds one attachment behind `last`, or gives `last` back. */
function grow(view: PhraseView, last: number, limit: number, isName: boolean): number {
  if (last >= limit) return last;
  const { tokens } = view.reading;
  const { lower } = tokens[last]!;
  if (view.hidden[last] === bracketed) {
    let at = last;
    while (at < limit && view.hidden[at] === bracketed) at += 1;
    return at;
  }
  if (attached.has(lower) && !timeWords.has(tokens[last + 1]?.lower ?? '')) return coreAt(view, last + 1, limit)?.last ?? last;
  if (genitives.has(lower) && !(isName && lower !== 'des')) return nounCoreEnd(view, last, limit) ?? last;
  if (!isName && isBareGenitive(view, last, limit)) return nounCoreEnd(view, last, limit) ?? last;
  if (lower === 'und' || lower === 'sowie' || lower === 'oder') return nounCoreEnd(view, last + 1, limit) ?? last;
  return last;
}

/** `Angaben informierter Kreise`, `der Verband kommunaler Unternehmen`: a genitive that only its adjective shows. */
function isBareGenitive(view: PhraseView, at: number, limit: number): boolean {
  const { lower, kind } = view.reading.tokens[at]!;
  if (kind !== 'word' || at + 1 >= limit || view.hidden[at] !== visible || isCapital(view, at) || !isCapital(view, at + 1)) return false;
  if (!/^[a-zäöüß]{3,}er$/.test(lower) || prepositions.has(lower) || fronting.has(lower) || afterVerb.has(lower) || inEr.has(lower)) return false;
  const verb = view.verb(at);
  return !verb || (verb.bits & form.singular) === 0;
}

function nounCoreEnd(view: PhraseView, at: number, limit: number): number | undefined {
  const core = coreAt(view, at, limit);
  return core && (isCapital(view, core.head) || view.hidden[core.head] === quoted) ? core.last : undefined;
}
