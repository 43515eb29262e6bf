/**
 * A sentence as a record that can be compared with a claim: whom it names (by name, by role, by a pronoun), which predicate classes
 * its words speak for, its figures and years, its clauses with their polarity, and what it sets against each other.
 */
import type { Span } from '../model.ts';
import type { Reading, Sentence } from '../text/reading.ts';
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

/** A word that speaks for a predicate class. */
export interface PredicateSign {
  /** The class. */
  id: string;
  strength: number;
  /** Whether the class tells what a sum is. */
  measure: boolean;
  /** Written with a capital: a noun (`Startkapital`), no verb. */
  noun: boolean;
  begin: number;
  end: number;
}

export interface StatedQuantity extends FoundQuantity {
  /** In the denied part of `nicht X, sondern Y`. */
  denied: boolean;
}

/** One sentence, read as a statement. Most comparisons end before they ask for its clauses or its polarity: those are read when they are asked for. */
export class Statement {
  readonly text: string;
  readonly begin: number;
  readonly end: number;
  readonly words: readonly ContentWord[];
  readonly participants: readonly Participant[];
  /** In the order of the words. */
  readonly signs: readonly PredicateSign[];
  readonly quantities: readonly StatedQuantity[];
  readonly #denials: readonly Span[];
  #clauses: readonly StatedClause[] | undefined;

  /** Reads one sentence of the text, whose words may be at hand. `participants` are those it names, by role or pronoun too, found beforehand. */
  constructor(reading: Reading, sentence: Sentence, participants: readonly FoundParticipant[], words: readonly ContentWord[] = contentWordsIn(reading, sentence.begin, sentence.end)) {
    const { text } = reading;
    const denials = deniedParts(text, words, sentence.end);
    const isDeniedAt = (at: number): boolean => denials.some(([from, to]) => at >= from && at < to);
    this.text = text;
    this.begin = sentence.begin;
    this.end = sentence.end;
    this.words = words;
    this.signs = signsIn(text, words);
    this.participants = participants.map((one): Participant => {
      const { aside, asTime } = one.how === 'inherited' ? nowhere : placeOf(text, words, one);
      return { id: one.id, begin: one.begin, end: one.end, how: one.how, acts: one.acts, denied: isDeniedAt(one.begin), aside, asTime };
    });
    this.quantities = quantitiesIn(reading, sentence).map((quantity) => ({ ...quantity, denied: isDeniedAt(quantity.begin) }));
    this.#denials = denials;
  }

  get clauses(): readonly StatedClause[] {
    return (this.#clauses ??= cutClauses(this.text, this.begin, this.end, this.words, this.#denials));
  }

  /** The clause in which something stands, by its number; -1 where it stands in none. */
  clauseOf(place: { begin: number }): number {
    return clauseAt(this.clauses, place.begin);
  }

  /** The words that speak for a predicate class. */
  signsOf(id: string): readonly PredicateSign[] {
    return this.signs.filter((sign) => sign.id === id);
  }

  get question(): boolean {
    return isQuestion(this.text, this.end);
  }

  /** Whether the sentence denies what it reports. */
  get denied(): boolean {
    return isDenied(this.words);
  }
}

function signsIn(text: string, words: readonly ContentWord[]): readonly PredicateSign[] {
  const signs: PredicateSign[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { hints, begin, end, lower } = words[at]!;
    for (let next = 0; next < hints.length; next += 1) {
      const { id, strength, measure } = hints[next]!;
      signs.push({ id, strength, measure, noun: text.charCodeAt(begin) !== lower.charCodeAt(0), begin, end });
    }
  }
  return signs;
}

const questionMark = 0x3f;

/** Whether a sentence that ends there ends with a question mark, closing marks aside. */
export function isQuestion(text: string, end: number): boolean {
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
type Place = Pick<Participant, 'aside' | 'asTime'>;
const nowhere: Place = { aside: false, asTime: false };
const asideAlone: Place = { aside: true, asTime: false };
const asideAsTime: Place = { aside: true, asTime: true };

/** Judges the words before a name (articles skipped) and a hyphenated head after it. */
function placeOf(text: string, words: readonly ContentWord[], one: FoundParticipant): Place {
  const at = firstWordFrom(words, one.begin);
  if (at === words.length) return nowhere;
  const first = placeBefore(words, at, at - 4);
  const before = words[first]?.lower;
  const further = before === undefined ? undefined : words[placeBefore(words, first, at - 4)]?.lower;
  const after = text.charCodeAt(one.end) === hyphen ? words[firstWordFrom(words, one.end + 1)] : undefined;
  const asTime = one.acts && isTimeWord(before);
  if (asTime) return asideAsTime;
  return isAside(before, further, after?.begin === one.end + 1 ? after.lower : undefined) ? asideAlone : nowhere;
}

/** Index of the last word before `at`, and not before `least`, that is not passed over; -1 without one. */
function placeBefore(words: readonly ContentWord[], at: number, least: number): number {
  for (let back = at - 1; back >= Math.max(0, least); back -= 1) if (!passedOver.has(words[back]!.lower)) return back;
  return -1;
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
