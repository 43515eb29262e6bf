/**
 * `npm start`: builds the extension, serves the seed article as a news page on loopback and opens it in the person's own browser,
 * in a temporary profile. Without a display it does the same headless, takes pictures and prints what it saw.
 */
import { parseArgs } from 'node:util';
import { findBrowser, type Engine, type FoundBrowser } from './browsers/find-browsers.ts';
import { canInstall, howToInstall, installBrowsers, installCommand } from './browsers/install-browsers.ts';
import { buildDemo } from './demo/build-demo.ts';
import { openHeaded } from './demo/open-headed.ts';
import { takePictures } from './demo/take-pictures.ts';
import { serveSeedPage } from './demo/serve-seed-page.ts';

const usage = `Usage: npm start [-- options]
  --browser chromium|firefox   which browser to open (default: the first one found)
  --headless                   pictures and a summary instead of a window; the default without a display
  --install-browser            install Chromium first (Debian and Ubuntu, as root)
`;

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean' }, 'install-browser': { type: 'boolean' }, help: { type: 'boolean' } },
});

if (values.help) {
  console.log(usage);
} else {
  process.exitCode = await demo();
}

async function demo(): Promise<number> {
  const wanted = values.browser;
  if (wanted !== undefined && wanted !== 'chromium' && wanted !== 'firefox') {
    console.error(`--browser ${wanted}: take chromium or firefox.`);
    return 2;
  }
  const engines: Engine[] = wanted === undefined ? ['chromium', 'firefox'] : [wanted];
  const browser = find(engines);
  if (!browser) return 1;

  const site = await serveSeedPage();
  try {
    console.log(`Building the extension for ${browser.engine} …`);
    const build = buildDemo(browser.engine);
    const headless = values.headless === true || !hasDisplay();
    await (headless ? takePictures(browser, build, site.address) : openHeaded(browser, build, site.address));
    return 0;
  } finally {
    await site.close();
  }
}

/** A browser to open; installs one where asked, or says in one line how to get one. */
function find(engines: readonly Engine[]): FoundBrowser | undefined {
  const first = (): FoundBrowser | undefined => engines.map(findBrowser).find((one) => one !== undefined);
  const there = first();
  if (there) return there;
  const install = engines.slice(0, 1);
  if (values['install-browser'] && canInstall()) {
    installBrowsers(install);
    return first();
  }
  console.error(canInstall() ? `No browser found. Install one with: ${installCommand(install)} (npm start -- --install-browser runs it.)` : howToInstall(engines));
  return undefined;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
