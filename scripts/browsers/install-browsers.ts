/** Getting a browser: by Debian's and Ubuntu's packages as root, elsewhere by telling the person how. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser, type Engine } from './find-browsers.ts';

/** With German beside: our texts follow the browser's language. */
const packages: Record<Engine, string> = { chromium: 'chromium chromium-l10n', firefox: 'firefox-esr firefox-esr-l10n-de' };
const names: Record<Engine, string> = { chromium: 'Chrome, Edge or Chromium', firefox: 'Firefox' };

/** Whether this is Debian or a child of it, and we may install. */
export function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The very command that installs these engines' browsers. */
export function installCommand(engines: readonly Engine[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${engines.map((engine) => packages[engine]).join(' ')}`;
}

/** One line that tells a person how to get a browser on their system. */
export function howToInstall(engines: readonly Engine[]): string {
  const wanted = engines.map((engine) => names[engine]).join(' and ');
  switch (process.platform) {
    case 'darwin':
      return `No browser found. Install ${wanted}, for example with: brew install --cask google-chrome firefox`;
    case 'win32':
      return `No browser found. Install ${wanted}, for example with: winget install Google.Chrome Mozilla.Firefox`;
    default:
      return `No browser found. Install ${wanted}, for example on Debian or Ubuntu with: sudo sh -c "${installCommand(engines)}"`;
  }
}

/** Runs the install command; throws when it fails. */
export function installBrowsers(engines: readonly Engine[]): void {
  const done = spawnSync('sh', ['-c', installCommand(engines)], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (done.status !== 0) throw new Error(`The install command failed (status ${done.status}): ${installCommand(engines)}`);
}

/** The engines of which no browser is there. */
export function missingEngines(engines: readonly Engine[]): Engine[] {
  return engines.filter((engine) => findBrowser(engine) === undefined);
}
