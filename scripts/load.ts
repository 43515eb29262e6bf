/**
 * `npm run test:load`: the load in full, in both browsers from the store builds in `.output/`; then the table of its figures, which is written into
 * `docs/security.md`. About twenty minutes on a quiet machine; `-- --short` takes two and writes nothing, `-- --browser chromium|firefox` takes one of them.
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
  if (!values.short && values.browser === undefined) writeBetweenMarks('security.md', 'load', 'npm run test:load', markdown(table));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
