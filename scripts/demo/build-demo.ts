/** The demo's build: the store build with exactly one more host match, loopback, in an output folder of its own. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Engine } from '../browsers/find-browsers.ts';

const root = resolve(import.meta.dirname, '../..');

/** The one host match that the demo has beside the store build's. Match patterns know no port. */
export const demoMatch = 'http://127.0.0.1/*';

/** Where the demo build of an engine lands. */
export function demoFolder(engine: Engine): string {
  return join(root, '.output', engine === 'chromium' ? 'demo-chrome-mv3' : 'demo-firefox-mv3');
}

/** Builds it; gives the folder to load. Throws with the builder's words when it fails. */
export function buildDemo(engine: Engine): string {
  const target = engine === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  const done = spawnSync('npx', ['wxt', 'build', ...target], {
    cwd: root,
    // As a store build is made, whoever calls: a test runner's NODE_ENV would give development code.
    env: { ...process.env, NODE_ENV: 'production', RANDNOTIZ_DEMO_MATCH: demoMatch },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`The build failed:\n${done.stdout}\n${done.stderr}`);
  return demoFolder(engine);
}
