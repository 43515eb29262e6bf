/** The tables of a whole run, in `docs/reliability.md` between their marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row, Tally } from '../anchor/measure.ts';
import { markdownTable, type Outcome } from './outcome.ts';

const page = resolve(import.meta.dirname, '../../docs/reliability.md');

/** Writes both tables; those that were not made stay as they are. */
export function writeTables({ outcomes, anchoring, seconds }: { outcomes?: readonly Outcome[]; anchoring?: readonly (readonly [pages: string, rows: readonly Row[]])[]; seconds: number }): void {
  let text = readFileSync(page, 'utf8');
  if (outcomes) text = between(text, 'faults', `${markdownTable(outcomes)}\n\nThe run took ${Math.round(seconds / 60)} minutes.`);
  if (anchoring) text = between(text, 're-anchoring', anchoringTable(anchoring));
  writeFileSync(page, text);
}

function between(text: string, name: string, table: string): string {
  const from = `<!-- ${name}: written by npm run test:faults -->`;
  const to = `<!-- end of ${name} -->`;
  const begin = text.indexOf(from);
  const end = text.indexOf(to);
  if (begin === -1 || end < begin) throw new Error(`docs/reliability.md: the marks "${from}" and "${to}" are missing; put them back where the table goes.`);
  return `${text.slice(0, begin + from.length)}\n${table}\n${text.slice(end)}`;
}

function anchoringTable(all: readonly (readonly [pages: string, rows: readonly Row[]])[]): string {
  const share = (part: number, { cases }: Tally): string => (cases ? `${((100 * part) / cases).toFixed(2)} %` : '–');
  const line = (pages: string, kind: string, by: string, tally: Tally): string => `| ${[pages, kind, by, String(tally.cases), share(tally.right, tally), share(tally.wrong, tally), share(tally.lost, tally)].join(' | ')} |`;
  return [
    '| pages | the quote is | anchored by | cases | right | wrong place | said to be lost |',
    '|---|---|---|---|---|---|---|',
    ...all.flatMap(([pages, rows]) => rows.flatMap(({ kind, ours, peer }) => [line(pages, kind, 'Randnotiz', ours), line(pages, kind, 'approx-string-match', peer)])),
  ].join('\n');
}
