/** What a part of the benchmark is, and what it gives. */
import type { BenchCore } from './core.ts';
import type { Ratio } from './rounds.ts';

export interface Row {
  part: string;
  /** What is measured, in one line. */
  what: string;
  goal: number;
  wants: 'up' | 'down';
  value: number;
  /** First and third quartile; absent for what is counted. */
  spread?: Ratio['spread'];
  /** `× floor`, `ms`, `KB`, … */
  unit: string;
  /** What one must know to read the figure. */
  note?: string;
}

/** What a part is handed. */
export interface Bench {
  /** The engine, built as it ships. */
  core: BenchCore;
  /** The same once more, knowing nothing yet. */
  another: () => Promise<BenchCore>;
  /** The short form for CI: fewer sizes, the same rows where it can. */
  quick: boolean;
  /** Rounds behind each median, nine at least. */
  rounds: number;
  /** Says on standard error what is going on. */
  readonly say: (line: string) => void;
}

export interface Part {
  name: string;
  needs: 'node' | 'browser';
  run(bench: Bench): Promise<Row[]>;
}

/** A row from a ratio of times, or any other measured value with its spread. */
export function row(part: string, what: string, measured: Ratio | number, bound: { goal: number; wants: 'up' | 'down'; unit: string; note?: string }): Row {
  return { part, what, ...bound, ...(typeof measured === 'number' ? { value: measured } : measured) };
}

/** Whether the measured value is at or beyond its goal. */
export function reached({ value, goal, wants }: Row): boolean {
  return wants === 'up' ? value >= goal : value <= goal;
}

/** What a part gives whose measuring broke off: a row that says why, and whose goal counts as missed. */
export function brokenOff(part: string, what: string, error: unknown): Row {
  const why = error instanceof Error ? error.message : String(error);
  return { part, what, goal: Number.NaN, wants: 'down', value: Number.NaN, unit: '', note: `broke off: ${why.split('\n')[0]!}` };
}

/** The rows of `measure`, or the one row that it broke off. */
export async function rowsOf(part: string, what: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  try {
    return await measure();
  } catch (error) {
    return [brokenOff(part, what, error)];
  }
}
