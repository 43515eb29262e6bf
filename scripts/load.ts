/** `npm run test:load`: the load in full, in both browsers from the store builds in `.output/`; then the tables of their figures. About twenty minutes on a quiet machine; `--short` takes two. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-load-'));
const environment = { ...process.env, RANDNOTIZ_LOAD_ROWS: folder, ...(process.argv.includes('--short') ? {} : { RANDNOTIZ_LOAD: 'full' }) };
try {
  process.exitCode = spawnSync('npx', ['vitest', 'run', '--project', 'e2e', 'tests/e2e/load'], { stdio: 'inherit', env: environment, shell: process.platform === 'win32' }).status ?? 1;
  for (const file of readdirSync(folder)) {
    const rows = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { what: string; figure: string }[];
    const width = Math.max(...rows.map(({ what }) => what.length));
    console.log(`\n${rows.map(({ what, figure }) => `${what.padEnd(width)}  ${figure}`).join('\n')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
