/**
 * `npm test`: everything that lands must pass. Unit tests, then both store builds, then end-to-end tests in real Chromium and
 * real Firefox from those very builds. Missing browsers are installed on Debian and Ubuntu as root; elsewhere it says how.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, howToInstall, installBrowsers, missingEngines } from './browsers/install-browsers.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

const reports = mkdtempSync(join(tmpdir(), 'randnotiz-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function run(command: string, ...words: string[]): number {
  return spawnSync('npx', [command, ...words], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

/** Runs one of Vitest's projects and adds its counts to the total. */
function test(project: string): number {
  const file = join(reports, `${project}.json`);
  const status = run('vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests;
  return status;
}

function all(): number {
  const missing = missingEngines(['chromium', 'firefox']);
  if (missing.length > 0) {
    if (!canInstall()) {
      console.error(howToInstall(missing));
      return 1;
    }
    console.log(`Installing the missing browser${missing.length > 1 ? 's' : ''}: ${missing.join(', ')}.`);
    installBrowsers(missing);
  }
  const status = test('unit') || run('wxt', 'build') || run('wxt', 'build', '-b', 'firefox', '--mv3') || test('e2e');
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return status;
}

try {
  process.exitCode = all();
} finally {
  rmSync(reports, { recursive: true, force: true });
}
