/**
 * Rule `laut`: the source as a phrase inside the sentence: `laut X`, `nach Angaben von X`, `X zufolge`, `so X`, `wie X mitteilt`,
 * `demnach`. The frame is cut out of the sentence; what is left is the content, in one or two pieces.
 */
import type { Span } from '../model.ts';
import type { Clause } from '../text/clauses.ts';
import { determiners } from '../text/function-words.ts';
import { visible } from '../text/hidden-tokens.ts';
import { nounPhraseAt } from '../text/noun-phrase.ts';
import type { NounPhrase } from '../text/noun-phrase.ts';
import type { Case, Finding } from './finding.ts';
import { isCapitalAt, spanOf } from './scene.ts';
import { phraseEndingAt } from './subject.ts';
import { isSourceNoun } from './source-words.ts';

interface Frame {
  /** Tokens cut out. */
  first: number;
  last: number;
  speaker: readonly Span[];
  cue: readonly Span[];
  confidence: number;
}

export function laut(one: Case): Finding[] {
  const { unit } = one;
  if (unit.clauses.length === 0) return [];
  return framesOf(one).flatMap((frame) => {
    const content = contentAround(one, frame);
    return content.length === 0 ? [] : [{ rule: 'laut', type: 'indirect' as const, content, speaker: frame.speaker, cue: frame.cue, confidence: frame.confidence, unit: unit.index }];
  });
}

function framesOf(one: Case): Frame[] {
  const { scene, unit } = one;
  const frames: Frame[] = [];
  for (let at = unit.first; at < unit.last; at += 1) {
    if (scene.view.hidden[at] !== visible) continue;
    const frame = frameAt(one, at);
    if (frame && !frames.some((other) => other.first < frame.last && frame.first < other.last)) frames.push(frame);
  }
  for (const cue of one.clauses) {
    const clause = unit.clauses[cue.at]!;
    if (clause.subordinator !== 'wie' || clause.kind !== 'sub' || !/[dkp]/.test(cue.takes)) continue;
    const word = scene.reading.tokens[clause.first]!;
    frames.push({ first: clause.first, last: clause.last, speaker: cue.speaker, cue: [[word.begin, word.end], ...cue.cue], confidence: 0.9 });
  }
  return frames;
}

function frameAt({ scene, unit }: Case, at: number): Frame | undefined {
  const { tokens } = scene.reading;
  const token = tokens[at]!;
  const cue: Span[] = [[token.begin, token.end]];
  const speakerOf = (first: number, last: number): Span[] => [spanOf(scene, first, last)].filter((span) => span !== undefined);
  const limit = endOfClause(unit.clauses, at);
  if (token.lower === 'laut' || token.lower === 'gemäß') {
    const phrase = nounPhraseAt(scene.view, at + 1, limit);
    if (!phrase || (token.lower === 'gemäß' && !isSourcePhrase(scene, phrase))) return undefined;
    return { first: at, last: phrase.last, speaker: speakerOf(phrase.first, phrase.last), cue, confidence: 0.95 };
  }
  if (token.lower === 'nach' && !isParticle(scene, at, limit)) {
    const phrase = nounPhraseAt(scene.view, at + 1, limit);
    if (!phrase || !isSourcePhrase(scene, phrase)) return possessive(scene, at, cue);
    return { first: at, last: phrase.last, speaker: speakerOf(phrase.first, phrase.last), cue, confidence: 0.95 };
  }
  if (token.lower === 'zufolge') {
    const phrase = phraseEndingAt(scene, startOfClause(unit.clauses, at), at);
    return phrase && { first: phrase.first, last: at + 1, speaker: speakerOf(phrase.first, phrase.last), cue, confidence: 0.95 };
  }
  if (token.lower === 'demnach') return { first: at, last: at + 1, speaker: cue, cue, confidence: 0.7 };
  if (token.lower === 'so' && isSoFrame(scene, unit.clauses, at)) {
    const clause = unit.clauses.find((one) => one.first <= at && at < one.last)!;
    const phrase = nounPhraseAt(scene.view, at + 1, clause.last);
    return phrase && { first: at, last: clause.last, speaker: speakerOf(phrase.first, phrase.last), cue, confidence: 0.9 };
  }
  return undefined;
}

/** `seiner Ansicht nach`: the phrase stands before. */
function possessive(scene: Case['scene'], at: number, cue: readonly Span[]): Frame | undefined {
  const { tokens } = scene.reading;
  const noun = tokens[at - 1];
  const owner = tokens[at - 2];
  if (!noun || !owner || !isSourceNoun(noun.lower) || !isCapitalAt(scene, at - 1) || !determiners.has(owner.lower)) return undefined;
  return { first: at - 2, last: at + 1, speaker: [[owner.begin, noun.end]], cue, confidence: 0.85 };
}

function isSourcePhrase(scene: Case['scene'], phrase: NounPhrase): boolean {
  for (let at = phrase.first; at < phrase.last; at += 1) {
    if (isCapitalAt(scene, at)) return isSourceNoun(scene.reading.tokens[at]!.lower);
  }
  return false;
}

/** `nach` at the end of a clause is a verb particle. */
function isParticle(scene: Case['scene'], at: number, limit: number): boolean {
  return at + 1 >= limit || scene.reading.tokens[at + 1]!.kind === 'punctuation';
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

/** What is left of the frame's scope: the sentence up to semicolons, or the subordinate clause the frame stands in. */
function contentAround({ scene, unit }: Case, frame: Frame): Span[] {
  const [first, last] = scopeOf(unit.clauses, frame, unit.first, unit.last);
  const pieces = [spanOf(scene, first, frame.first), spanOf(scene, frame.last, last)];
  return pieces.filter((span): span is Span => span !== undefined && hasWord(scene, span));
}

function scopeOf(clauses: readonly Clause[], frame: Frame, first: number, last: number): [number, number] {
  const at = clauses.findIndex((clause) => clause.first <= frame.first && frame.first < clause.last);
  if (at < 0) return [first, last];
  const own = clauses[at]!;
  if (own.kind === 'sub' && at > 0 && frame.last < own.last) return [own.first, own.last];
  let from = at;
  let to = at;
  while (from > 0 && clauses[from]!.opener !== ';') from -= 1;
  while (to + 1 < clauses.length && clauses[to + 1]!.opener !== ';') to += 1;
  return [clauses[from]!.first, clauses[to]!.last];
}

function hasWord(scene: Case['scene'], [begin, end]: Span): boolean {
  return /\p{L}{2}/u.test(scene.reading.text.slice(begin, end)) && !/^(?:und|denn|aber|doch|auch|jedoch)$/i.test(scene.reading.text.slice(begin, end));
}
