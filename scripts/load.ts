/**
 * `npm run test:load`: the load in full, in both browsers from the store builds in `.output/`; then the table of its figures, which is written into
 * `docs/security.md`. About twenty minutes on a quiet machine; `-- --short` takes two and writes nothing, `-- --browser chromium|firefox` takes one of them and leaves the rows of the other.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { columns, markdown, writeBetweenMarks } from './report/tables.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false }, browser: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'randnotiz-load-'));
const environment = { ...process.env, RANDNOTIZ_LOAD_ROWS: folder, ...(values.short ? {} : { RANDNOTIZ_LOAD: 'full' }) };
try {
  process.exitCode = spawnSync('npx', ['vitest', 'run', '--project', 'e2e', `tests/e2e/load/${values.browser ?? ''}`, ...(values.short ? [] : ['--retry', '0'])], { stdio: 'inherit', env: environment, shell: process.platform === 'win32' }).status ?? 1;
  const rows = readdirSync(folder).sort().flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { browser: string; what: string; figure: string }[]);
  const table = [['browser', 'load', 'figure'], ...rows.map(({ browser, what, figure }) => [browser, what, figure])];
  console.log(`\n${columns(table)}`);
  if (!values.short) writeBetweenMarks('security.md', 'load', 'npm run test:load', markdown([...table, ...rowsOfOthers()]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What stands in the document of the browser that was not loaded this time. */
function rowsOfOthers(): string[][] {
  const page = readFileSync(join(import.meta.dirname, '../docs/security.md'), 'utf8');
  const rows = page.slice(page.indexOf('<!-- load:'), page.indexOf('<!-- end of load')).split('\n').map((line) => line.split('|').map((cell) => cell.trim()).slice(1, -1));
  return values.browser === undefined ? [] : rows.filter(([browser]) => (browser === 'chromium' || browser === 'firefox') && browser !== values.browser);
}
