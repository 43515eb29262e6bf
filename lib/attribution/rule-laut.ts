/**
 * Rule `laut`: the source as a phrase inside the sentence: `laut X`, `nach Angaben von X`, `X zufolge`, `so X`, `wie X mitteilt`,
 * `demnach`. The frame is cut out of the sentence; what is left is the content, in one or two pieces.
 */
import type { Span } from '../model.ts';
import type { Clause } from '../text/clauses.ts';
import { afterVerb, fronting, genitives, prepositions, relatives } from '../text/function-words.ts';
import { visible } from '../text/hidden-tokens.ts';
import { placesBetween, questionIn } from '../text/places.ts';
import { isKonjunktivClause } from './content.ts';
import { startsWithFinite } from './cue-clause.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import type { NounPhrase } from '../text/noun-phrase.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt, spanOf } from './scene.ts';
import type { Unit } from './scene.ts';
import { speakerPhrase } from './speaker-phrase.ts';
import { phraseEndingAt } from './first-phrase.ts';
import { classOfNoun, isSourceNoun } from './source-words.ts';

interface Frame {
  /** Tokens cut out. */
  first: number;
  last: number;
  speaker: readonly Span[];
  cue: readonly Span[];
  confidence: number;
  /** `so X`: what follows it is content only when it is speech itself. */
  isSo?: boolean;
}

/** Gives one finding for each frame of the unit; two frames of one sentence share its content. */
export function laut(one: Case): Finding[] {
  const { unit } = one;
  if (unit.clauses.length === 0) return [];
  return framesOf(one).flatMap((frame) => {
    const content = contentAround(one, frame);
    return content.length === 0 ? [] : [{ rule: 'laut', type: 'indirect' as const, content, speaker: frame.speaker, cue: frame.cue, confidence: frame.confidence, unit: unit.index }];
  });
}

/** The words that can make a frame (`wie` needs a cue verb too). */
export const isFrameWord = questionIn(new Set(['laut', 'gemäß', 'nach', 'zufolge', 'demnach', 'so', 'aus']));

function framesOf(one: Case): Frame[] {
  const { scene, unit } = one;
  const frames: Frame[] = [];
  for (const at of placesBetween(scene.reading, isFrameWord, unit.first, unit.last)) {
    const frame = scene.view.hidden[at] === visible ? frameAt(one, at) : undefined;
    if (frame && !frames.some((other) => other.first < frame.last && frame.first < other.last)) frames.push(frame);
  }
  for (const frame of wieFrames(one)) if (!frames.some((other) => other.first < frame.last && frame.first < other.last)) frames.push(frame);
  return frames;
}

/** `wie die Behörde mitteilt`, also with an insertion before its verb. */
function wieFrames({ scene, unit, clauses }: Case): Frame[] {
  const frames: Frame[] = [];
  unit.clauses.forEach((clause, at) => {
    const word = scene.reading.tokens[clause.first]!;
    if (word.lower !== 'wie' || clause.kind !== 'sub') return;
    const cue = clauses.find((one) => one.at === (clause.finite >= 0 ? at : endOfInterrupted(unit, at)));
    if (!cue || !/[dkp]/.test(cue.takes)) return;
    const { last } = unit.clauses[cue.at]!;
    const own = clause.finite >= 0 ? cue.speaker : [spanOf(scene, clause.first + 1, unit.clauses[cue.at]!.finite)].filter((span) => span !== undefined);
    frames.push({ first: clause.first, last: clause.finite >= 0 ? last : unit.clauses[cue.at]!.finite + 1, speaker: own, cue: [[word.begin, word.end], ...cue.cue], confidence: 0.9 });
  });
  return frames;
}

/** The clause that brings the verb of a `wie` clause which an apposition or relative clause interrupts. */
function endOfInterrupted(unit: Unit, at: number): number {
  for (let next = at + 1; next < unit.clauses.length && next <= at + 3; next += 1) {
    const clause = unit.clauses[next]!;
    if (clause.finite >= 0 && clause.kind === 'main') return next;
  }
  return -1;
}

function frameAt({ scene, unit }: Case, at: number): Frame | undefined {
  const { tokens } = scene.reading;
  const token = tokens[at]!;
  const cue: Span[] = [[token.begin, token.end]];
  const speakerOf = (first: number, last: number): Span[] => [spanOf(scene, first, last)].filter((span) => span !== undefined);
  const limit = endOfClause(unit.clauses, at);
  if (token.lower === 'laut' || token.lower === 'gemäß') {
    const phrase = sourceAt(scene, at + 1, limit) ?? lowName(scene, at + 1, limit);
    if (!phrase || (token.lower === 'gemäß' && !isSourcePhrase(scene, phrase) && classOfNoun(scene.reading.tokens[phrase.head]!.lower) === undefined)) return undefined;
    const last = withApposition(scene, unit.clauses, phrase);
    return { first: at, last, speaker: speakerOf(phrase.first, last), cue, confidence: 0.95 };
  }
  if (token.lower === 'nach') {
    if (isParticle(scene, at, limit)) return possessive(scene, at, cue) ?? behindSource(scene, startOfClause(unit.clauses, at), at, cue);
    const phrase = nounPhraseAt(scene.view, at + 1, limit);
    if (!phrase || !isSourcePhrase(scene, phrase)) return scene.view.verb(at + 1) ? (possessive(scene, at, cue) ?? behindSource(scene, startOfClause(unit.clauses, at), at, cue)) : undefined;
    const name = lowName(scene, phrase.last + 1, limit);
    const isLow = name !== undefined && scene.reading.tokens[phrase.last]!.lower === 'von' && phrase.last === phrase.head + 1;
    const end = beforeNumber(scene, phrase);
    const last = isLow ? name.last : end < phrase.last ? end : withApposition(scene, unit.clauses, phrase);
    return { first: at, last, speaker: speakerOf(phrase.first, last), cue, confidence: 0.95 };
  }
  if (token.lower === 'aus') return fromView(scene, at, limit, cue);
  if (token.lower === 'zufolge') {
    const phrase = phraseEndingAt(scene, startOfClause(unit.clauses, at), at);
    return phrase && { first: phrase.first, last: at + 1, speaker: speakerOf(phrase.first, phrase.last), cue, confidence: 0.95 };
  }
  if (token.lower === 'demnach') return { first: at, last: at + 1, speaker: cue, cue, confidence: 0.7 };
  if (token.lower === 'so' && isSoFrame(scene, unit.clauses, at)) {
    const clause = unit.clauses.find((one) => one.first <= at && at < one.last)!;
    const phrase = sourceAt(scene, at + 1, clause.last);
    if (!phrase) return undefined;
    const last = withTitle(scene, unit.clauses, clause, phrase);
    return { first: at, last: Math.max(last, clause.last), speaker: speakerOf(phrase.first, last), cue, confidence: 0.9, isSo: true };
  }
  return undefined;
}

function sourceAt(scene: Case['scene'], at: number, limit: number): NounPhrase | undefined {
  const phrase = nounPhraseAt(scene.view, at, limit);
  return phrase && speakerPhrase(scene, phrase, limit);
}

/** `so Anna Berg, Leiterin des Instituts bei der Stadt.`: the piece that closes the sentence, or stands before a comma, says who she is. */
function withTitle(scene: Case['scene'], clauses: readonly Clause[], clause: Clause, phrase: NounPhrase): number {
  const piece = clauses[clauses.indexOf(clause) + 1];
  if (phrase.last !== clause.last || piece?.kind !== 'fragment' || piece.opener !== ',') return phrase.last;
  const behind = clauses[clauses.indexOf(piece) + 1];
  const title = behind && behind.opener !== ',' ? undefined : nounPhraseAt(scene.view, piece.first, piece.last);
  return title && isTitle(scene, title) ? piece.last : phrase.last;
}

const possessives = /^(?:mein|sein|ihr|unser|dein|euer)(?:e[rmns]?)?$|^eigenen?r?$|^dere?n$|^dessen$/;

/** `seiner Ansicht nach`: the phrase stands before. */
function possessive(scene: Case['scene'], at: number, cue: readonly Span[]): Frame | undefined {
  const { tokens } = scene.reading;
  const noun = tokens[at - 1];
  const owner = tokens[at - 2];
  if (!noun || !owner || !(isSourceNoun(noun.lower) || noun.lower === 'vernehmen') || !isCapitalAt(scene, at - 1)) return undefined;
  if (!(possessives.test(owner.lower) || noun.lower === 'vernehmen' || owner.lower === 'dem' || owner.lower === 'den')) return undefined;
  return { first: at - 2, last: at + 1, speaker: [[owner.begin, noun.end]], cue, confidence: 0.85 };
}

/** `amtlichen Angaben nach`: the whole phrase stands before. */
function behindSource(scene: Case['scene'], start: number, at: number, cue: readonly Span[]): Frame | undefined {
  const phrase = phraseEndingAt(scene, start, at);
  if (!phrase || !isSourcePhrase(scene, phrase)) return undefined;
  return { first: phrase.first, last: at + 1, speaker: [spanOf(scene, phrase.first, phrase.last)].filter((span) => span !== undefined), cue, confidence: 0.85 };
}

/** `aus Sicht der Kläger`, `aus ihrer Sicht`. */
function fromView(scene: Case['scene'], at: number, limit: number, cue: readonly Span[]): Frame | undefined {
  const { tokens } = scene.reading;
  const noun = [at + 1, at + 2].find((next) => next < limit && views.has(tokens[next]!.lower) && isCapitalAt(scene, next));
  if (noun === undefined || (noun === at + 2 && !possessives.test(tokens[at + 1]!.lower))) return undefined;
  const phrase = nounPhraseAt(scene.view, at + 1, limit);
  const last = phrase && phrase.last > noun ? phrase.last : noun + 1;
  if (noun === at + 1 && last === noun + 1) return undefined;
  return { first: at, last, speaker: [spanOf(scene, at + 1, last)].filter((span) => span !== undefined), cue, confidence: 0.85 };
}

const views = new Set(['sicht', 'perspektive', 'blickwinkel']);

const adverbs: ReadonlySet<string> = new Set([...fronting, ...afterVerb, 'und', 'oder', 'genug']);

/** `laut dpa`, `laut heise`: names that are written small. */
function lowName(scene: Case['scene'], at: number, limit: number): NounPhrase | undefined {
  const token = scene.reading.tokens[at];
  if (at >= limit || token?.kind !== 'word' || scene.view.verb(at) || prepositions.has(token.lower) || !/^[a-zäöü-][a-zäöü\d-]{2,}$/.test(token.lower) || adverbs.has(token.lower)) return undefined;
  let last = at + 1;
  while (last + 1 < limit && scene.reading.tokens[last]!.lower === '.' && scene.reading.tokens[last]!.end === scene.reading.tokens[last + 1]!.begin) last += 2;
  return { first: at, last, head: at };
}

/** Its head, or the last word before a genitive, names a source (`Celebis Angaben`, `Angaben der Polizei`). */
function isSourcePhrase(scene: Case['scene'], phrase: NounPhrase): boolean {
  for (let at = phrase.first; at < phrase.last && at < phrase.first + 5; at += 1) {
    const { lower } = scene.reading.tokens[at]!;
    if (at > phrase.first && (genitives.has(lower) || lower === 'von' || lower === 'vom')) return false;
    if (isCapitalAt(scene, at) && isSourceNoun(lower)) return true;
  }
  return false;
}

/** `laut Anna Berg, Direktorin des Instituts, …`: the piece between the commas belongs to the name. */
function withApposition(scene: Case['scene'], clauses: readonly Clause[], phrase: NounPhrase): number {
  const at = clauses.findIndex((clause) => clause.first === phrase.last + 1);
  const piece = clauses[at];
  if (!piece || at + 1 >= clauses.length || piece.kind !== 'fragment' || piece.opener !== ',' || clauses[at + 1]!.opener !== ',') return phrase.last;
  const title = nounPhraseAt(scene.view, piece.first, piece.last);
  return title?.last === piece.last || (title && isTitle(scene, title)) ? piece.last : phrase.last;
}

/** `Direktorin am Institut`: a bare noun for a person. */
function isTitle(scene: Case['scene'], { first, head }: NounPhrase): boolean {
  return isCapitalAt(scene, head) && classOfNoun(scene.reading.tokens[first]!.lower) === 'person';
}

/** `nach eigenen Angaben 300 Beschäftigte`: a number begins another phrase. */
function beforeNumber({ reading }: Case['scene'], phrase: NounPhrase): number {
  for (let at = phrase.first + 1; at < phrase.last; at += 1) if (reading.tokens[at]!.kind === 'number' && isSourceNoun(reading.tokens[at - 1]!.lower)) return at;
  return phrase.last;
}

/** `nach` at the end of a clause is a verb particle, or stands behind its noun (`seiner Ansicht nach „…“`). */
function isParticle(scene: Case['scene'], at: number, limit: number): boolean {
  return at + 1 >= limit || (scene.reading.tokens[at + 1]!.kind === 'punctuation' && (scene.view.hidden[at + 1] === visible || possessives.test(scene.reading.tokens[at - 2]?.lower ?? '')));
}

/** `…, so die Polizei`: a piece of its own that begins with `so` and has no verb. */
function isSoFrame(scene: Case['scene'], clauses: readonly Clause[], at: number): boolean {
  const clause = clauses.find((one) => one.first === at);
  return clause !== undefined && clause.kind === 'fragment' && (clause.opener === ',' || clause.opener === '–') && !isCapitalAt(scene, at);
}

function endOfClause(clauses: readonly Clause[], at: number): number {
  return clauses.find((clause) => clause.first <= at && at < clause.last)?.last ?? at + 1;
}

function startOfClause(clauses: readonly Clause[], at: number): number {
  return clauses.find((clause) => clause.first <= at && at < clause.last)?.first ?? at;
}

/** What is left of the frame's scope: the sentence up to semicolons, or the clause the frame stands in. */
function contentAround({ scene, unit }: Case, frame: Frame): Span[] {
  const scope = scopeOf(scene, unit, frame);
  if (!scope) return [];
  const [first, last] = scope;
  const behind = frame.isSo && !goesOn(scene, unit, frame) ? undefined : spanOf(scene, behindFrame(scene, unit.clauses, frame), last);
  const pieces = [spanOf(scene, first, frame.first), behind];
  return pieces.filter((span): span is Span => span !== undefined && hasWord(scene, span));
}

function goesOn(scene: Case['scene'], unit: Unit, frame: Frame): boolean {
  const next = unit.clauses.find((clause) => clause.first >= frame.last);
  return next !== undefined && !(next.kind === 'sub' && relatives.has(next.subordinator)) && (next.kind !== 'main' || !startsWithFinite(scene, next) || isKonjunktivClause(scene, next) || unit.clauses.indexOf(next) <= 2);
}

/** A relative clause that hangs on the source is part of the frame. */
function behindFrame(scene: Case['scene'], clauses: readonly Clause[], frame: Frame): number {
  const next = clauses.find((clause) => clause.first === frame.last + 1);
  if (!next || next.kind !== 'sub' || next.opener !== ',' || !relatives.has(next.subordinator) || frame.first !== clauses[0]!.first) return frame.last;
  return scene.reading.tokens[next.last]?.lower === ',' ? next.last : frame.last;
}

function scopeOf(scene: Case['scene'], unit: Unit, frame: Frame): [number, number] | undefined {
  const { clauses } = unit;
  const at = clauses.findIndex((clause) => clause.first <= frame.first && frame.first < clause.last);
  if (at < 0) return [unit.first, unit.last];
  const own = clauses[at]!;
  let to = at;
  if (own.opener === '–' && own.kind === 'fragment' && clauses[at + 1]?.opener === '–' && frame.last < own.last) return [own.first, own.last];
  if (own.kind === 'sub' && at > 0 && frame.last < own.last) {
    while (own.finite < 0 && to + 1 < clauses.length && clauses[to]!.finite < 0) to += 1;
    return [own.first, clauses[to]!.last];
  }
  let from = at;
  while (from > 0 && !beginsScope(scene, clauses, from, at)) from -= 1;
  while (to + 1 < clauses.length && clauses[to + 1]!.opener !== ';') to += 1;
  return [clauses[from]!.first, clauses[to]!.last];
}

/** A semicolon or colon parts scopes, and so does a comma between two complete main clauses. */
function beginsScope(scene: Case['scene'], clauses: readonly Clause[], at: number, own: number): boolean {
  const { opener, kind } = clauses[at]!;
  if (at === own && opener === 'und' && kind === 'main') return true;
  if (opener === ';' || (opener === ':' && kind === 'main')) return true;
  return opener === ',' && isComplete(scene, clauses[at]!) && isComplete(scene, clauses[at - 1]!);
}

function isComplete(scene: Case['scene'], clause: Clause): boolean {
  return clause.kind === 'main' && !startsWithFinite(scene, clause);
}

function hasWord(scene: Case['scene'], [begin, end]: Span): boolean {
  return /\p{L}{2}/u.test(scene.reading.text.slice(begin, end)) && !/^(?:und|denn|aber|doch|auch|jedoch)$/i.test(scene.reading.text.slice(begin, end));
}
