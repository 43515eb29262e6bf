/**
 * Clauses, without a parser. German marks them well: commas stand between clauses, subordinate ones open with a small closed
 * class of words and end with their finite verb, main ones have it in second place. So a sentence is cut at its visible
 * commas, colons, semicolons and dashes (those inside quotations and brackets are hidden), at `und` before a finite verb, and
 * each piece gets its kind and finite verb. A piece without a verb is a fragment: an apposition, a list item, or the first
 * half of a clause that another one interrupts; who uses them must look around.
 */
import { isUpperAt } from './characters.ts';
import { coordinators, determiners, fronting, prepositions, questions, relatives, subjectPronouns, subordinators } from './function-words.ts';
import { bracketed, visible } from './hidden-tokens.ts';
import { placesBetween, placesOf, questionIn, questionOf } from './places.ts';
import type { Reading, Token } from './reading.ts';
import { finiteBits, form, verbForm, verbOf } from './verb-forms.ts';
import type { VerbForm } from './verb-forms.ts';

export type ClauseKind = 'main' | 'sub' | 'infinitive' | 'fragment';

export interface Clause {
  /** Its tokens, without the separator before it: `tokens.slice(first, last)`. */
  first: number;
  last: number;
  kind: ClauseKind;
  /** The separator before it: `,` `;` `:` `–`, `und` for a coordinated verb phrase, empty for the sentence's first. */
  opener: string;
  /** Token index of the finite verb, -1 without one. */
  finite: number;
  /** The subordinator, relative or question word of a subordinate clause. */
  subordinator: string;
}

/** What a text is analysed with: which tokens are hidden, and each token's verb reading, read once. */
export interface ClauseView {
  reading: Reading;
  /** Whether the token lies in a quotation or brackets. */
  isHidden(token: number): boolean;
  isBracketed(token: number): boolean;
  verb(token: number): VerbForm | undefined;
  /** Whether the token can be a finite verb where it stands: small letter, no attribute inside a noun phrase, not `zu` + infinitive. */
  isFinite(token: number): boolean;
}

const separators = new Set([',', ';', ':', '–', '—']);

/** Cuts `tokens.slice(first, last)` into clauses. Linear in its length. */
export function findClauses(view: ClauseView, first: number, last: number): Clause[] {
  const { tokens } = view.reading;
  const clauses: Clause[] = [];
  let begin = first;
  let opener = '';
  const close = (end: number): void => {
    if (end > begin) clauses.push(describe(view, begin, end, opener));
  };
  for (const at of placesBetween(view.reading, mayPart, first, last)) {
    if (at < begin || view.isHidden(at)) continue;
    const { lower } = tokens[at]!;
    const arrow = endOfArrow(tokens, at);
    if (arrow > 0) {
      close(at);
      begin = arrow;
      opener = ';';
    } else if (separators.has(lower) || (lower === '-' && isDash(tokens, at))) {
      close(at);
      begin = at + 1;
      opener = lower === '-' ? '–' : lower;
    } else if (at > begin && coordinatesVerbs(view, begin, at, last)) {
      close(at);
      begin = at + 1;
      opener = lower;
    }
  }
  close(last);
  return clauses;
}

const verbCoordinators = new Set(['und', 'oder', 'aber', 'sowie']);

/** Marks and words at which a clause may end. */
const mayPart = questionIn(new Set([...separators, ...verbCoordinators, '-', '=', '→']));

/** `-->`, `=>`, `→`: an arrow parts two statements like a semicolon. Gives the token behind it, or 0. */
function endOfArrow(tokens: readonly Token[], at: number): number {
  const { lower } = tokens[at]!;
  if (lower === '→') return at + 1;
  if (lower !== '-' && lower !== '=') return 0;
  let end = at + 1;
  while (end < tokens.length && end - at < 4 && tokens[end]!.begin === tokens[end - 1]!.end && (tokens[end]!.lower === '-' || tokens[end]!.lower === '=')) end += 1;
  return tokens[end]?.lower === '>' && tokens[end]!.begin === tokens[end - 1]!.end ? end + 1 : 0;
}

function isDash(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return before !== undefined && after !== undefined && before.end < tokens[at]!.begin && after.begin > tokens[at]!.end;
}

/** `… und beanstandet`, `… und er sei`: a second verb phrase begins behind the coordinator. */
function coordinatesVerbs(view: ClauseView, begin: number, at: number, last: number): boolean {
  const { tokens } = view.reading;
  const { lower } = tokens[at]!;
  if (!verbCoordinators.has(lower)) return false;
  const next = at + 1;
  if (next >= last || view.isHidden(next)) return false;
  if (view.isFinite(next) && !isInfinitiveOnly(view, next)) return !isAttribute(view, next) && hasFinite(view, begin, at);
  if (isPronounSubject(tokens[next]!.lower)) return next + 1 < last && view.isFinite(next + 1);
  return lower === 'und' && hasSubjectAndVerb(view, next, last) && hasFinite(view, begin, at);
}

/** `und die Stadt befürchtet`: determiner, at most three more words up to a noun, then a verb that can only be finite. */
function hasSubjectAndVerb(view: ClauseView, from: number, last: number): boolean {
  const { text, tokens } = view.reading;
  if (!determiners.has(tokens[from]!.lower)) return false;
  for (let at = from + 1; at < Math.min(last - 1, from + 5); at += 1) {
    if (view.isHidden(at) || tokens[at]!.kind !== 'word') return false;
    if (!isUpperAt(text, tokens[at]!.begin)) continue;
    const verb = view.verb(at + 1);
    return verb !== undefined && !view.isHidden(at + 1) && view.isFinite(at + 1) && (verb.bits & (form.participle | form.infinitive)) === 0;
  }
  return false;
}

function isPronounSubject(lower: string): boolean {
  return lower === 'er' || lower === 'sie' || lower === 'es' || lower === 'man';
}

function hasFinite(view: ClauseView, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!view.isHidden(at) && view.isFinite(at)) return true;
  return false;
}

/** A plural that is also the infinitive (`warnen`) is finite here only when nothing else in the piece is. */
function isInfinitiveOnly(view: ClauseView, at: number): boolean {
  return ((view.verb(at)?.bits ?? 0) & form.infinitive) !== 0;
}

/** Verbs that take another verb's participle or infinitive. */
export const auxiliaries: ReadonlySet<string> = new Set(['sein', 'haben', 'werden', 'können', 'müssen', 'dürfen', 'sollen', 'wollen', 'mögen']);

/** See `ClauseView.isFinite`. */
function canBeFinite({ text, tokens }: Reading, at: number, verb: VerbForm): boolean {
  if ((verb.bits & finiteBits) === 0) return false;
  const before = tokens[at - 1];
  if (before?.lower === 'zu' && verb.bits & form.infinitive) return false;
  if (auxiliaries.has(verb.lemma)) return true;
  const after = tokens[at + 1];
  return !(before && determiners.has(before.lower) && after?.kind === 'word' && isUpperAt(text, after.begin)) || pointsBack(before.lower, tokens[at]!.lower, verb);
}

/** `Das nannte Berg …`, `Dies kritisiert Berg`: `das` and `dies` stand for a whole statement before a form that is no attribute (`das genannte Haus`, `das kritisierte Haus`). */
function pointsBack(before: string, lower: string, verb: VerbForm): boolean {
  if (before !== 'das' && before !== 'dies') return false;
  if (!/(?:e|en|er|es|em)$/.test(lower)) return (verb.bits & form.bare) === 0;
  return (verb.bits & form.preterite) !== 0 && (before === 'dies' || ((verbForm(lower.replace(/e[nrsm]?$/, ''))?.bits ?? 0) & form.participle) === 0);
}

function describe(view: ClauseView, begin: number, end: number, opener: string): Clause {
  const { tokens } = view.reading;
  let first = begin;
  while (first < end && !view.isHidden(first) && coordinators.has(tokens[first]!.lower) && tokens[first]!.lower !== 'doch') first += 1;
  const head = first < end && !view.isHidden(first) ? tokens[first]!.lower : '';
  const second = tokens[first + 1]?.lower ?? '';
  const subordinator = subordinatorOf(head, second, opener);
  const finites: number[] = [];
  for (let at = begin; at < end; at += 1) if (!view.isHidden(at) && view.isFinite(at)) finites.push(at);
  const clause = (kind: ClauseKind, finite: number): Clause => ({ first: begin, last: end, kind, opener, finite, subordinator: kind === 'sub' ? subordinator : '' });
  if (finites.length === 0) {
    if (subordinator && (subordinators.has(head) || questions.has(head))) return clause('sub', -1);
    return clause(hasZuInfinitive(view, begin, end) ? 'infinitive' : 'fragment', -1);
  }
  const lastFinite = finites.at(-1)!;
  const isVerbSecond = subordinator !== '' && !sureOpeners.has(head) && finites[0] === first + 1 && end - first > 2 && !isParticipleToo(view, finites[0]) && isFollowedBySubject(view, first + 2);
  if (subordinator && !isVerbSecond && isVerbLast(view, finites, end, head)) return clause('sub', lastFinite);
  const isNoAttribute = (at: number): boolean => !isAttribute(view, at);
  const hasZu = hasZuInfinitive(view, begin, end);
  if (hasZu && finites.every((at) => isInfinitiveOnly(view, at) || isParticipleToo(view, at) || !isNoAttribute(at))) return clause('infinitive', -1);
  if (opener !== '' && finites.every((at) => !isNoAttribute(at) && isInsidePhrase(view, at))) return clause(hasZu ? 'infinitive' : 'fragment', -1);
  const clear = finites.find((at) => !isInfinitiveOnly(view, at) && !isParticipleToo(view, at) && isNoAttribute(at));
  return clause('main', clear ?? finites.find((at) => !isInfinitiveOnly(view, at) && isNoAttribute(at)) ?? finites.find(isNoAttribute) ?? finites[0]!);
}

/** `die von ihr verbreiteten Berichte`, `werden enge Verbindungen`: a form in -e or -en before a noun, behind a small word that is no subject. */
function isAttribute(view: ClauseView, at: number): boolean {
  const { text, tokens } = view.reading;
  const verb = view.verb(at)!;
  if (auxiliaries.has(verb.lemma) || !/(?:e|en)$/.test(tokens[at]!.lower) || !isBeforeNoun(view, at)) return false;
  const before = tokens[at - 1];
  if (!before || before.kind === 'punctuation') return false;
  if (coordinators.has(before.lower)) return tokens[at]!.lower.endsWith('en');
  if (isInsidePhrase(view, at)) return true;
  return before.kind === 'word' && !isUpperAt(text, before.begin) && !subjectPronouns.has(before.lower) && !fronting.has(before.lower) && before.lower !== 'sich';
}

/** A capitalised word follows, with at most two adjectives between. */
function isBeforeNoun(view: ClauseView, at: number): boolean {
  const { text, tokens } = view.reading;
  for (let next = at + 1; next <= at + 3; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word' || view.isHidden(next)) return false;
    if (isUpperAt(text, token.begin)) return true;
    if (!/(?:e|en|er|es|em)$/.test(token.lower) || determiners.has(token.lower) || prepositions.has(token.lower) || subjectPronouns.has(token.lower)) return false;
  }
  return false;
}

/** A determiner up to four words before, with only small words and a `von` phrase between: the noun phrase is still open. */
function isInsidePhrase(view: ClauseView, at: number): boolean {
  const { text, tokens } = view.reading;
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    const { lower, kind, begin } = tokens[back]!;
    if (kind === 'punctuation') return false;
    if (prepositions.has(lower) || fronting.has(lower)) {
      const opener = tokens[back - 1];
      if (opener && determiners.has(opener.lower)) return true;
    } else if (kind === 'word' && isUpperAt(text, begin)) continue;
  }
  return false;
}

function isParticipleToo(view: ClauseView, at: number): boolean {
  return ((view.verb(at)?.bits ?? 0) & form.participle) !== 0;
}

function subordinatorOf(head: string, second: string, opener: string): string {
  if (subordinators.has(head) || questions.has(head)) return head;
  if (head === 'so' && second === 'dass') return 'sodass';
  if (opener === '' || opener === ':') return '';
  if (relatives.has(head)) return head;
  return prepositions.has(head) && relatives.has(second) ? second : '';
}

/** Openers that are nothing else. */
const sureOpeners = new Set(['dass', 'daß', 'ob', 'weil', 'obwohl', 'wenn', 'nachdem', 'so', 'sodass', 'falls', 'bevor', 'sobald', 'sofern']);

/** `damit gehe viel Zeit …`, `während sagte er`: behind the second word, a word that begins a phrase. */
function isFollowedBySubject(view: ClauseView, at: number): boolean {
  const token = view.reading.tokens[at];
  return token?.kind === 'word' && !view.isHidden(at) && (view.verb(at)?.bits ?? 0) === 0;
}

/** A subordinate clause ends with its verbs; of ambiguous openers (`der`, `da`, `während`) only the verb's place is proof. */
function isVerbLast(view: ClauseView, finites: readonly number[], end: number, head: string): boolean {
  if (sureOpeners.has(head)) return true;
  const { tokens } = view.reading;
  const finite = finites.at(-1)!;
  const isWeak = isInfinitiveOnly(view, finite) || isParticipleToo(view, finite);
  if (isWeak && finites.some((at) => at < finite && !isInfinitiveOnly(view, at) && auxiliaries.has(view.verb(at)!.lemma))) return false;
  for (let at = finite + 1; at < end; at += 1) {
    if (view.isBracketed(at) || tokens[at]!.kind === 'punctuation') continue;
    const { lower } = tokens[at]!;
    return !view.isHidden(at) && (lower === 'und' || lower === 'oder' || lower === 'sowie' || lower === 'als' || lower === 'wie');
  }
  return true;
}

/** `zu` + infinitive or a joined one (`anzukündigen`) as the last verb of the piece. */
export function hasZuInfinitive(view: ClauseView, begin: number, end: number): boolean {
  const { tokens } = view.reading;
  for (let at = end - 1; at >= begin; at -= 1) {
    if (view.isHidden(at)) continue;
    const bits = view.verb(at)?.bits ?? 0;
    if (bits & form.zuInfinitive) return true;
    if (bits & form.infinitive && tokens[at - 1]?.lower === 'zu' && at - 1 >= begin) return true;
  }
  return false;
}

/** Makes a view of a reading. Capitalised words are no verbs, but an auxiliary or a participle may begin a sentence (`isStart`). */
export function clauseView(reading: Reading, hidden: Uint8Array, isStart: (token: number) => boolean): ClauseView {
  const verbs: (VerbForm | undefined)[] = reading.tokens.map(() => undefined);
  const finite = new Uint8Array(verbs.length);
  for (const at of placesOf(reading, isVerb)) {
    const verb = verbAt(reading, at, isStart);
    verbs[at] = verb;
    if (verb && canBeFinite(reading, at, verb)) finite[at] = 1;
  }
  return {
    reading,
    isHidden: (at) => hidden[at] !== visible,
    isBracketed: (at) => hidden[at] === bracketed,
    verb: (at) => verbs[at],
    isFinite: (at) => finite[at] === 1,
  };
}

const isVerb = questionOf((word) => verbOf(word) !== undefined);

function verbAt(reading: Reading, at: number, isStart: (token: number) => boolean): VerbForm | undefined {
  const { begin, kind, word } = reading.tokens[at]!;
  if (kind !== 'word') return undefined;
  const verb = verbOf(word)!;
  if (!isUpperAt(reading.text, begin)) return verb;
  if (!isStart(at)) return undefined;
  if (auxiliaries.has(verb.lemma)) return verb;
  return verb.bits & form.participle ? { ...verb, bits: form.participle } : undefined;
}
