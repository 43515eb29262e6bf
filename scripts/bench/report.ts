/** The benchmark as one table for the terminal and as `docs/performance.md`, with the machine it ran on. */
import { cpus, totalmem } from 'node:os';
import { basename } from 'node:path';
import { columns, markdown, writeBetweenMarks } from '../report/tables.ts';
import { type Row, reached } from './part.ts';

const head = ['part', 'what', 'goal', 'measured', 'spread', 'unit', 'met'];

function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}

function cells(one: Row): string[] {
  const spread = one.spread ? `${figure(one.spread[0])} to ${figure(one.spread[1])}` : '';
  return [one.part, one.what + (one.note ? ` (${one.note})` : ''), Number.isFinite(one.goal) ? `${one.wants === 'up' ? '≥' : '≤'} ${figure(one.goal)}` : '–', figure(one.value), spread, one.unit, reached(one) ? 'yes' : 'no'];
}

/** The table for the terminal. */
export function terminalTable(rows: readonly Row[]): string {
  return columns([head, ...rows.map(cells)]);
}

/** The machine, in one line. */
export function machine(browser: string | undefined): string {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}${browser === undefined ? '' : `, ${basename(browser)}`}`;
}

/** Writes the run so far into the page, between its two marks; `took` says how long each part ran, `missing` which are still to run. */
export function writeReport(rows: readonly Row[], browser: string | undefined, seconds: number, took: readonly string[], missing: readonly string[]): void {
  const met = rows.filter(reached).length;
  const about = `${machine(browser)}. The run took ${Math.round(seconds)} seconds (${took.join(', ')}); ${met} of ${rows.length} goals are met.${missing.length > 0 ? ` Not run: ${missing.join(', ')}.` : ''}`;
  writeBetweenMarks('performance.md', 'figures', 'npm run bench', `${about}\n\n${markdown([head, ...rows.map(cells)])}`);
}
