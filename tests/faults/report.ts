/**
 * The tables in `docs/reliability.md`, between their marks. A whole run takes longer than one sitting may have, so each row is kept in
 * `docs/faults.json` as soon as it is done, with the day and the commit it was tried on, and replaces its earlier self only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { markdown, writeBetweenMarks } from '../../scripts/report/tables.ts';
import type { Row, Tally } from '../anchor/measure.ts';
import { markdownTable, type Outcome } from './outcome.ts';

/** Which command writes, as the marks in the document say. */
const command = 'npm run test:faults';
const kept = resolve(import.meta.dirname, '../../docs/faults.json');

/** An outcome with when and on what it came about. */
export interface KeptOutcome extends Outcome {
  day: string;
  commit: string;
  seconds: number;
}

/** Takes one row that was tried, how long it took, and whether it goes on with the row that is there (then their sum is kept); writes the file and the table anew. */
export function keepOutcome(outcome: Outcome, seconds: number, goesOn = false): void {
  const isSame = (other: Outcome): boolean => other.fault === outcome.fault && other.engine === outcome.engine;
  const now = { ...outcome, day: new Date().toISOString().slice(0, 10), commit: head(), seconds: Math.round(seconds) };
  const earlier = goesOn ? read().find(isSame) : undefined;
  const rows = [...read().filter((row) => !isSame(row)), earlier ? sum(earlier, now) : now];
  rows.sort((a, b) => (`${a.engine} ${a.fault}` < `${b.engine} ${b.fault}` ? -1 : 1));
  writeFileSync(kept, `${JSON.stringify(rows, null, 2)}\n`);
  writeBetweenMarks('reliability.md', 'faults', command, markdownTable(rows));
}

function sum(one: KeptOutcome, other: KeptOutcome): KeptOutcome {
  const added = Object.fromEntries((['tried', 'survived', 'lost', 'doubled', 'seconds'] as const).map((name) => [name, one[name] + other[name]]));
  const both = (name: 'remark' | 'commit', between: string): string => (one[name] === other[name] ? one[name] : `${one[name]}${between}${other[name]}`);
  return { ...other, ...added, remark: both('remark', '; then '), commit: both('commit', ' and ') };
}

/** Writes the table of re-anchoring. */
export function writeAnchoring(anchoring: readonly (readonly [pages: string, rows: readonly Row[]])[]): void {
  writeBetweenMarks('reliability.md', 're-anchoring', command, anchoringTable(anchoring));
}

function read(): KeptOutcome[] {
  return existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as KeptOutcome[]) : [];
}

/** The commit that is tried; what differs from it only in `docs/` (these tables, for one) is still that commit. */
function head(): string {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' });
  const isClean = git('diff', '--quiet', 'HEAD', '--', ':(top)', ':(top,exclude)docs').status === 0;
  return `${git('rev-parse', '--short', 'HEAD').stdout.trim()}${isClean ? '' : '-dirty'}`;
}

function anchoringTable(all: readonly (readonly [pages: string, rows: readonly Row[]])[]): string {
  const share = (part: number, { cases }: Tally): string => (cases ? `${((100 * part) / cases).toFixed(2)} %` : '–');
  const line = (pages: string, kind: string, by: string, tally: Tally): string[] => [pages, kind, by, String(tally.cases), share(tally.right, tally), share(tally.wrong, tally), share(tally.lost, tally)];
  return markdown([
    ['pages', 'the quote is', 'anchored by', 'cases', 'right', 'wrong place', 'said to be lost'],
    ...all.flatMap(([pages, rows]) => rows.flatMap(({ kind, ours, peer }) => [line(pages, kind, 'Randnotiz', ours), line(pages, kind, 'approx-string-match', peer)])),
  ]);
}
