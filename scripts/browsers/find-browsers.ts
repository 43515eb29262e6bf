/** Finds the browsers a person has. Chrome and Chromium by `chrome-launcher`; Edge and Firefox where their installers put them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Launcher } from 'chrome-launcher';

export type Engine = 'chromium' | 'firefox';

export interface FoundBrowser {
  engine: Engine;
  path: string;
}

const programs = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';
const programsX86 = process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)';

/** Where installers put what `chrome-launcher` does not look for. Names without a separator are looked up in PATH. */
const places: Record<Engine, Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  chromium: {
    linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    win32: [join(programs, 'Microsoft/Edge/Application/msedge.exe'), join(programsX86, 'Microsoft/Edge/Application/msedge.exe')],
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'],
    win32: [join(programs, 'Mozilla Firefox/firefox.exe'), join(programsX86, 'Mozilla Firefox/firefox.exe')],
  },
};

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function lookUp(place: string): string | undefined {
  if (/[\\/]/.test(place)) return executable(place) ? place : undefined;
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, place)).find(executable);
}

function chromes(): string[] {
  try {
    return Launcher.getInstallations();
  } catch {
    // It throws where it finds none.
    return [];
  }
}

/** The first usable browser of an engine; `RANDNOTIZ_CHROMIUM` and `RANDNOTIZ_FIREFOX` go first. */
export function findBrowser(engine: Engine): FoundBrowser | undefined {
  const wished = process.env[`RANDNOTIZ_${engine.toUpperCase()}`];
  const known = [...(places[engine][process.platform] ?? [])].map(lookUp);
  const path = [wished && lookUp(wished), ...(engine === 'chromium' ? chromes() : []), ...known].find((one) => one !== undefined && one !== '');
  return path === undefined ? undefined : { engine, path };
}
