/** What a rule hands over, before sources are classed and reasons written. */
import type { AttributionType, Span } from '../model.ts';
import type { CueClause } from './cue-clause.ts';
import { textOf } from './scene.ts';
import type { Scene, Unit } from './scene.ts';
import { isSomebody } from './source-class.ts';

export interface Finding {
  rule: string;
  type: AttributionType;
  content: readonly Span[];
  speaker: readonly Span[];
  cue: readonly Span[];
  confidence: number;
  /** The unit it was found in (its first, when it runs on). */
  unit: number;
  /** It stops before its sentence does: the next one is no part of it. */
  isEnd?: boolean;
}

/** What rules know of the text before the unit at hand. */
export interface Memory {
  /** The last attribution that can run on: its speaker is inherited. */
  last: Finding | undefined;
  /** Somebody spoke within the last few units. */
  isNear: boolean;
  /** Speech is open: the last unit was attributed and nothing has closed it. */
  isOpen: boolean;
  /** The last unit was itself unintroduced speech. */
  isRunning: boolean;
  /** The main clause of the unit before, for speech without any introduction. */
  before: CueClause | undefined;
}

/** How many sentences later hearsay can still go back to a speaker. */
export const reach = 4;

/** Who goes on speaking: the last speaker while speech is open, else the last sentence's subject if it can speak. */
export function inheritedSpeaker({ scene, memory: { last, isOpen, before } }: Case): readonly Span[] {
  if (isOpen && last) return last.speaker;
  const subject = before?.speaker ?? [];
  const canSpeak = subject.length > 0 && isSomebody(textOf(scene, subject[0]!));
  return canSpeak ? subject : (last?.speaker ?? subject);
}

/** One unit with everything the rules look at. */
export interface Case {
  scene: Scene;
  unit: Unit;
  clauses: readonly CueClause[];
  memory: Memory;
}

/** Whether two lists of spans share a character. */
export function overlaps(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(([begin, end]) => b.some(([from, to]) => from < end && begin < to));
}
