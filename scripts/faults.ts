/**
 * `npm run test:faults`: real faults in real browsers, and re-anchoring beside `approx-string-match`; prints the tables and writes them into `docs/reliability.md`.
 * `-- --times N` tries each that often (100 kills unless said otherwise), `--browser chromium|firefox`, `--only WORDS-OF-A-FAULT` (several with commas), `--seed N`, `--built` takes the builds that
 * are there. `--only anchor` measures re-anchoring alone. `--minutes N` gives each row so long. `--more` goes on: it adds to the rows that are there (give another seed). A row that was tried as often as a whole run does is written as soon as it is done, so that a run can be made in pieces.
 */
import './vite/node-tables.ts';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from './browsers/find-browsers.ts';

const { values } = parseArgs({ options: { times: { type: 'string' }, minutes: { type: 'string' }, browser: { type: 'string' }, only: { type: 'string' }, seed: { type: 'string', default: '1' }, built: { type: 'boolean' }, more: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '..');
const engines = (['chromium', 'firefox'] as const).filter((engine) => values.browser === undefined || values.browser === engine);
const folders: Record<Engine, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

process.exitCode = await main();

async function main(): Promise<number> {
  for (const words of values.built || values.only === 'anchor' ? [] : [['build'], ['build', '-b', 'firefox', '--mv3']]) {
    const { status } = spawnSync('npx', ['wxt', ...words], { stdio: 'inherit', cwd: root, shell: process.platform === 'win32' });
    if (status !== 0) return 1;
  }
  // A copy, so that a build made meanwhile changes nothing under a running browser.
  const builds = mkdtempSync(join(tmpdir(), 'randnotiz-builds-'));
  try {
    if (values.only !== 'anchor') for (const engine of engines) cpSync(join(root, '.output', folders[engine]), join(builds, engine), { recursive: true });
    const { tryFaults } = await import('../tests/faults/try-faults.ts');
    return await tryFaults({
      engines,
      buildOf: (engine) => join(builds, engine),
      seed: Number(values.seed),
      goesOn: values.more,
      ...(values.times === undefined ? {} : { times: Number(values.times) }),
      ...(values.minutes === undefined ? {} : { minutes: Number(values.minutes) }),
      ...(values.only === undefined ? {} : { only: values.only }),
    });
  } finally {
    rmSync(builds, { recursive: true, force: true });
  }
}
