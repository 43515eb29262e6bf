/**
 * `npm test`: everything that lands must pass. Unit tests, then both store builds, then end-to-end tests in real Chromium and
 * real Firefox from those very builds. Missing browsers are installed on Debian and Ubuntu as root; elsewhere it says how.
 */
import { spawnSync } from 'node:child_process';
import { canInstall, howToInstall, installBrowsers, missingEngines } from './browsers/install-browsers.ts';

function run(command: string, ...words: string[]): void {
  const done = spawnSync('npx', [command, ...words], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const missing = missingEngines(['chromium', 'firefox']);
if (missing.length > 0) {
  if (!canInstall()) {
    console.error(howToInstall(missing));
    process.exit(1);
  }
  console.log(`Installing the missing browser${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}.`);
  installBrowsers(missing);
}

run('vitest', 'run', '--project', 'unit');
run('wxt', 'build');
run('wxt', 'build', '-b', 'firefox', '--mv3');
run('vitest', 'run', '--project', 'e2e');
