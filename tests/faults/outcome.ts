/** What came of a fault that was tried many times, and how it is shown. */
import type { Engine } from '../../scripts/browsers/find-browsers.ts';
import { columns, markdown } from '../../scripts/report/tables.ts';

export interface Outcome {
  fault: string;
  engine: Engine | 'no browser';
  tried: number;
  /** Times after which everything held. */
  survived: number;
  /** Things that were acknowledged and are gone or not whole. */
  lost: number;
  /** Things that are there twice. */
  doubled: number;
  /** What else was measured, in a few words. */
  remark: string;
}

/** A fresh outcome to count into. */
export function newOutcome(fault: string, engine: Outcome['engine']): Outcome {
  return { fault, engine, tried: 0, survived: 0, lost: 0, doubled: 0, remark: '' };
}

/** How often (times tried) a long run says how far it is. */
const progressEvery = 10;

/** Counts one time: what was lost and doubled in it, or what else was wrong. */
export function count(outcome: Outcome, { lost = 0, doubled = 0, holds = true }: { lost?: number; doubled?: number; holds?: boolean }): void {
  outcome.tried += 1;
  outcome.lost += lost;
  outcome.doubled += doubled;
  if (lost === 0 && doubled === 0 && holds) outcome.survived += 1;
  if (outcome.tried % progressEvery === 0) console.log(`${outcome.engine}: ${outcome.fault}, ${outcome.survived} of ${outcome.tried} so far`);
}

const head = ['fault', 'browser', 'tried', 'survived', 'lost', 'doubled', 'remark'];

function rowOf({ fault, engine, tried, survived, lost, doubled, remark }: Outcome): string[] {
  return [fault, engine, String(tried), String(survived), String(lost), String(doubled), remark];
}

/** The table for the terminal. */
export function terminalTable(outcomes: readonly Outcome[]): string {
  return columns([head, ...outcomes.map(rowOf)]);
}

/** The same for a document, with when and on what each row was tried. */
export function markdownTable(outcomes: readonly (Outcome & { day: string; commit: string })[]): string {
  return markdown([[...head, 'on'], ...outcomes.map((outcome) => [...rowOf(outcome), `${outcome.day}, ${outcome.commit}`])]);
}
