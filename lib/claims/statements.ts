/**
 * A sentence as a record that can be compared with a claim: whom it names (by name, by role, by a pronoun), which predicate classes
 * its words speak for, its figures and years, its clauses with their polarity, and what it sets against each other.
 */
import type { Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { contentWordsIn, type ContentWord, firstWordFrom } from './content-words.ts';
import { isAside, isDenied, isHarmless, isIntended, isNegated, isNot, isTimeWord } from './polarity.ts';
import { quantitiesIn } from './quantities-in.ts';
import type { FoundQuantity } from './quantities.ts';
import { allSigns, sign } from './word-signs.ts';

export interface Participant {
  id: string;
  begin: number;
  end: number;
  /** `inherited`: a pronoun or a bare kind word ("das Start-up") for the last one named. */
  how: 'named' | 'role' | 'inherited';
  /** A person, company or the like: one who can do things. */
  acts: boolean;
  /** In the denied part of `nicht X, sondern Y`. */
  denied: boolean;
  /** Only compared or added: `anders als X`. */
  aside: boolean;
  /** Named for a time: `drei Jahre nach Verily`. */
  asTime: boolean;
}

/** A participant as found in the text, before its sentence is read. */
export type FoundParticipant = Omit<Participant, 'denied' | 'aside' | 'asTime'>;

export interface StatedClause {
  begin: number;
  end: number;
  words: readonly ContentWord[];
  negated: boolean;
  intended: boolean;
}

export interface PredicateSign {
  strength: number;
  /** Written with a capital: a noun (`Startkapital`), no verb. */
  noun: boolean;
  begin: number;
  end: number;
  clause: number;
}

export interface StatedQuantity extends FoundQuantity {
  clause: number;
  /** In the denied part of `nicht X, sondern Y`. */
  denied: boolean;
}

export interface Statement {
  begin: number;
  end: number;
  clauses: readonly StatedClause[];
  words: readonly ContentWord[];
  participants: readonly Participant[];
  /** The same by entity. */
  byEntity: ReadonlyMap<string, readonly Participant[]>;
  /** Predicates that tell what a sum is, said for sure. */
  measures: readonly string[];
  predicates: ReadonlyMap<string, readonly PredicateSign[]>;
  quantities: readonly StatedQuantity[];
  question: boolean;
  /** The sentence denies what it reports. */
  denied: boolean;
}

/** Reads one sentence of the text, whose words may be at hand. `participants` are those it names, by role or pronoun too, found beforehand. */
export function readStatement(reading: Reading, span: Span, participants: readonly FoundParticipant[], words: readonly ContentWord[] = contentWordsIn(reading, ...span)): Statement {
  const [begin, end] = span;
  const { text } = reading;
  const denials = deniedParts(text, words, end);
  const clauses = cutClauses(text, begin, end, words, denials);
  const clauseOf = (at: number): number => clauseAt(clauses, at);
  const isDeniedAt = (at: number): boolean => denials.some(([from, to]) => at >= from && at < to);
  const predicates = new Map<string, PredicateSign[]>();
  const measures: string[] = [];
  for (const word of words) {
    for (const { id, strength, measure } of word.hints) {
      const spoken = { strength, noun: text[word.begin] !== word.lower[0], begin: word.begin, end: word.end, clause: clauseOf(word.begin) };
      const before = predicates.get(id);
      if (before) before.push(spoken);
      else predicates.set(id, [spoken]);
      if (measure && strength === 1) measures.push(id);
    }
  }
  const placed = participants.map((one): Participant => {
    const { aside, asTime } = one.how === 'inherited' ? nowhere : placeOf(text, words, one);
    return { id: one.id, begin: one.begin, end: one.end, how: one.how, acts: one.acts, denied: isDeniedAt(one.begin), aside, asTime };
  });
  return {
    begin, end, words, clauses, predicates, measures,
    participants: placed,
    byEntity: Map.groupBy(placed, (one) => one.id),
    quantities: quantitiesIn(reading, begin, end).map((quantity) => ({ ...quantity, clause: clauseOf(quantity.begin), denied: isDeniedAt(quantity.begin) })),
    question: isQuestion(reading, span),
    denied: isDenied(words),
  };
}

const questionMark = 0x3f;

/** Whether a sentence ends with a question mark, closing marks aside. */
export function isQuestion({ text }: Reading, [, end]: Span): boolean {
  return text.charCodeAt(end - 1) === questionMark || text.charCodeAt(end - 2) === questionMark;
}

/** Words that may stand between a preposition and the name it belongs to. */
const passedOver: ReadonlySet<string> = new Set(['das', 'dem', 'den', 'der', 'des', 'die', 'firma', 'start', 'startup', 'the', 'up']);

/** Index of the clause that holds the offset; -1 without one. */
export function clauseAt(clauses: readonly { begin: number; end: number }[], at: number): number {
  for (let index = 0; index < clauses.length; index += 1) if (at >= clauses[index]!.begin && at < clauses[index]!.end) return index;
  return -1;
}

const hyphen = 0x2d;
const nowhere: Pick<Participant, 'aside' | 'asTime'> = { aside: false, asTime: false };

/** Judges the words before a name (articles skipped) and a hyphenated head after it. */
function placeOf(text: string, words: readonly ContentWord[], one: FoundParticipant): Pick<Participant, 'aside' | 'asTime'> {
  const at = firstWordFrom(words, one.begin);
  if (at === words.length) return nowhere;
  const before: string[] = [];
  for (let back = at - 1; back >= Math.max(0, at - 4) && before.length < 2; back -= 1) if (!passedOver.has(words[back]!.lower)) before.push(words[back]!.lower);
  const after = text.charCodeAt(one.end) === hyphen ? words[firstWordFrom(words, one.end + 1)] : undefined;
  const asTime = one.acts && isTimeWord(before[0]);
  return { aside: asTime || isAside(before, after?.begin === one.end + 1 ? after.lower : undefined), asTime };
}

/** Cuts at commas, colons, semicolons, dashes, arrows and brackets that stand between words. */
function cutClauses(text: string, begin: number, end: number, words: readonly ContentWord[], denials: readonly Span[]): StatedClause[] {
  const clauses: StatedClause[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && isBareGap(text, words[at - 1]!.end, words[at]!.begin)) continue;
    if (at < words.length && !parts(text, words, at)) continue;
    const part = words.slice(from, at);
    const outside = denials.length === 0 ? part : part.filter((word) => !denials.some(([low, high]) => word.begin >= low && word.begin < high));
    clauses.push({
      begin: from === 0 ? begin : part[0]!.begin, end: at === words.length ? end : part.at(-1)!.end, words: part,
      negated: isNegated(outside), intended: isIntended(part),
    });
    from = at;
  }
  return clauses;
}

/** Whether what stands between a word and the one before it parts clauses. */
function parts(text: string, words: readonly ContentWord[], at: number): boolean {
  const between = text.slice(words[at - 1]!.end, words[at]!.begin);
  return /[;:—–()]|-->/.test(between) || (between.includes(',') && between !== ',' && !isEnumeration(text, words, at));
}

/** One sign between two words that cannot part clauses: mostly a space. */
function isBareGap(text: string, begin: number, end: number): boolean {
  if (end - begin !== 1) return false;
  const code = text.charCodeAt(begin);
  return code === 0x20 || code === 0x2d;
}

/** A comma between names or nouns that a later `und` or `oder` ends: `OpenAI, DeepMind oder Meta`. */
function isEnumeration(text: string, words: readonly ContentWord[], at: number): boolean {
  const isUpper = (word: ContentWord | undefined): boolean => word !== undefined && /\p{Lu}/u.test(text.charAt(word.begin));
  if (!isUpper(words[at - 1])) return false;
  for (let next = at; next < Math.min(at + 8, words.length); next += 1) {
    if (joiners.has(words[next]!.lower)) return next > at;
    if (!isUpper(words[next])) return false;
  }
  return false;
}

const joiners: ReadonlySet<string> = new Set(['und', 'oder', 'sowie', 'and', 'or']);

/** The stretches that are denied in favour of another: `nicht X, sondern Y`, `Y, nicht X,`, `statt X`. */
function deniedParts(text: string, words: readonly ContentWord[], end: number): readonly Span[] {
  if (!(allSigns(words) & opensDenial)) return nothing;
  const parts: Span[] = [];
  words.forEach((word, at) => {
    if (!(word.signs & opensDenial)) return;
    if ((word.lower === 'statt' || word.lower === 'anstelle' || word.lower === 'anstatt') && words[at + 1]) {
      parts.push([word.begin, stop(text, words, at, 4, end)]);
    }
    if (word.lower === 'instead' && words[at + 1]?.lower === 'of') parts.push([word.begin, stop(text, words, at, 5, end)]);
    if (!isNot(word) || isHarmless(words[at + 1])) return;
    const corrected = words.slice(at + 1, at + 14).findIndex((later) => later.lower === 'sondern' || later.lower === 'but');
    if (corrected >= 0) parts.push([word.begin, words[at + 1 + corrected]!.begin]);
    else if (at > 0 && /[,(–—]/.test(text.slice(words[at - 1]!.end, word.begin))) {
      const close = stop(text, words, at, 6, end);
      if (close < end || words.length - at <= 5) parts.push([word.begin, close]);
    }
  });
  return parts;
}

/** What `deniedParts` looks at: nearly all words it passes over, and nearly all sentences. */
const opensDenial = sign.not | sign.instead;
const nothing: readonly Span[] = [];

/** Where a short phrase ends: the next comma, or after so many words. */
function stop(text: string, words: readonly ContentWord[], at: number, most: number, end: number): number {
  for (let next = at + 1; next <= at + most; next += 1) {
    const word = words[next];
    if (!word) return end;
    if (/[,;:–—)]/.test(text.slice(words[next - 1]!.end, word.begin))) return word.begin;
  }
  return words[at + most]?.begin ?? end;
}
