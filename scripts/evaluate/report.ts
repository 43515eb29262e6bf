/** The evaluation as a table for the terminal and as `docs/evaluation.md`; the figures themselves in `docs/evaluation.json`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { columns, markdown, writeBetweenMarks } from '../report/tables.ts';
import type { Figure } from './tasks.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const figuresFile = resolve(docs, 'evaluation.json');

const nameOf = ({ task, figure, slice }: Figure): string => `${task} · ${figure} · ${slice}`;

/** Whether a figure is at or beyond its goal. */
export function reached({ value, goal, wants }: Figure): boolean {
  return wants === 'up' ? value >= goal : value <= goal;
}

/** The figures of the last run whose result was committed. */
export function lastFigures(): Record<string, number> {
  return existsSync(figuresFile) ? (JSON.parse(readFileSync(figuresFile, 'utf8')) as Record<string, number>) : {};
}

function rows(figures: readonly Figure[], last: Record<string, number>): string[][] {
  const round = (value: number | undefined): string => (value === undefined ? '–' : Number.isInteger(value) ? String(value) : value.toFixed(3));
  return figures.map((one) => [one.task, one.figure, one.slice, round(one.value), `${one.wants === 'up' ? '≥' : '≤'} ${one.goal}`, round(last[nameOf(one)]), reached(one) ? 'yes' : 'no']);
}

const head = ['task', 'figure', 'slice', 'now', 'goal', 'last', 'reached'];

/** The table for the terminal. */
export function terminalTable(figures: readonly Figure[], last: Record<string, number>): string {
  return columns([head, ...rows(figures, last)]);
}

/** Writes the figures into the page, between its two marks, and into the file that the next run compares with. */
export function writeReport(figures: readonly Figure[], seconds: number): void {
  const table = markdown([head, ...rows(figures, {})].map((row) => row.filter((_, column) => head[column] !== 'last')));
  writeBetweenMarks('evaluation.md', 'figures', 'npm run evaluate', `${table}\n\nThe run took ${Math.round(seconds)} seconds.`);
  writeFileSync(figuresFile, `${JSON.stringify(Object.fromEntries(figures.map((one) => [nameOf(one), Math.round(one.value * 1000) / 1000])), null, 2)}\n`);
}
