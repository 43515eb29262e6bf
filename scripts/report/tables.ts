/** Tables of measurements: for the terminal, and in a document between two marks that say which command writes there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const docs = resolve(import.meta.dirname, '../../docs');

/** Rows of words (the head is the first) in columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}

/** The same rows as a table in Markdown. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(rows[0]!), line(rows[0]!.map(() => '---')), ...rows.slice(1).map(line)].join('\n');
}

/** Puts a text between the marks of a document in `docs/`: `<!-- NAME: written by COMMAND -->` and `<!-- end of NAME -->`. Throws where a mark is missing. */
export function writeBetweenMarks(document: string, name: string, command: string, text: string): void {
  const file = resolve(docs, document);
  const from = `<!-- ${name}: written by ${command} -->`;
  const to = `<!-- end of ${name} -->`;
  const page = readFileSync(file, 'utf8');
  const begin = page.indexOf(from);
  const end = page.indexOf(to);
  if (begin === -1 || end < begin) throw new Error(`docs/${document}: the marks "${from}" and "${to}" are missing; put them back where the table goes.`);
  writeFileSync(file, `${page.slice(0, begin + from.length)}\n\n${text}\n\n${page.slice(end)}`);
}
