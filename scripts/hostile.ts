/**
 * `npm run test:hostile`: every hostile text, page, file and message at full size, and hostile pages in both browsers from the store builds
 * in `.output/`; then the table: tried, survived, let in, thrown, longest, memory; it is written into `docs/security.md`. With `--short`, as in `npm test`, nothing is written.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, markdown, writeBetweenMarks } from './report/tables.ts';
import type { HostileRow } from '../tests/hostile/hostile-case.ts';

interface Sheet {
  rows: HostileRow[];
  /** Resident memory of the process that ran them, in bytes. */
  memory: number;
}

const short = process.argv.includes('--short');
const list = process.argv.includes('--list');
const folder = mkdtempSync(join(tmpdir(), 'randnotiz-hostile-'));
const environment = { ...process.env, RANDNOTIZ_HOSTILE_ROWS: folder, ...(short ? {} : { RANDNOTIZ_HOSTILE: 'full' }) };

function run(...words: string[]): number {
  return spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...words], { stdio: 'inherit', env: environment, shell: process.platform === 'win32' }).status ?? 1;
}

function sheets(): Sheet[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sheet);
}

function report(found: readonly Sheet[]): number {
  const lines = found.filter(({ rows }) => rows.length > 0).map(({ rows, memory }) => {
    const letIn = rows.filter((row) => row.letIn.length > 0).length;
    const thrown = rows.filter((row) => row.thrown !== undefined).length;
    const survived = rows.filter((row) => row.letIn.length === 0 && row.thrown === undefined).length;
    return { kind: rows[0]?.kind ?? '', tried: rows.length, survived, letIn, thrown, longest: Math.round(Math.max(0, ...rows.map(({ took }) => took))), memory: Math.round(memory / 1024 / 1024) };
  });
  const sum = (of: 'tried' | 'survived' | 'letIn' | 'thrown'): number => lines.reduce((total, line) => total + line[of], 0);
  const all = { kind: 'all', tried: sum('tried'), survived: sum('survived'), letIn: sum('letIn'), thrown: sum('thrown'), longest: Math.max(0, ...lines.map(({ longest }) => longest)), memory: Math.max(0, ...lines.map(({ memory }) => memory)) };
  const head = ['', 'tried', 'survived', 'let in', 'thrown', 'longest (ms)', 'memory (MB)'];
  const table = [head, ...[...lines, all].map((line) => Object.values(line).map(String))];
  console.log(`\n${columns(table)}`);
  if (list) for (const { kind, id, tries } of found.flatMap(({ rows }) => rows)) console.log(`${kind}: ${id} – ${tries}`);
  for (const { kind, id, letIn, thrown } of found.flatMap(({ rows }) => rows)) if (letIn.length > 0 || thrown) console.log(`\n${kind}: ${id}\n  ${[...letIn, ...(thrown ? [thrown] : [])].join('\n  ')}`);
  if (!short) writeBetweenMarks('security.md', 'hostile', 'npm run test:hostile', markdown(table));
  return all.letIn + all.thrown;
}

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  if (existsSync(join(import.meta.dirname, '../.output', build))) continue;
  console.error(`No build at .output/${build}: run "npm run build" first.`);
  process.exit(2);
}
try {
  const status = run('--project', 'unit', 'tests/hostile') || 0;
  const browsers = run('--project', 'e2e', 'tests/e2e/hostile');
  process.exitCode = report(sheets()) > 0 || status > 0 || browsers > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
