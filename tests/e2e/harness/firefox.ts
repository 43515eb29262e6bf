/** Real Firefox with the store build, on real host names that all lead to the test's server. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers/find-browsers.ts';
import type { PageServer } from './server.ts';

const build = resolve(import.meta.dirname, '../../../.output/firefox-mv3');
const uuid = '7f0b7a3e-5d0c-4d6c-9a53-1f2a3b4c5d6e';

export interface Firefox {
  browser: Browser;
  open(address: string): Promise<Page>;
  /** A page of the extension in a tab of its own; its `url()` stays `about:blank`. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  build?: string;
  /** A profile to come back to: the same one, with the same build, finds its data again. */
  userDataDir?: string;
}

export async function launchFirefox(server: PageServer, hosts: readonly string[], preferences: Record<string, unknown> = {}, options: FirefoxOptions = {}): Promise<Firefox> {
  const found = findBrowser('firefox');
  const folder = options.build ?? build;
  if (!found) throw new Error('No Firefox: npm test installs one, or says how.');
  if (!existsSync(folder)) throw new Error(`No build at ${folder}: run npm run build:firefox first.`);
  const manifest = JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  const browser = await launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: true,
    acceptInsecureCerts: true,
    ...(options.userDataDir === undefined ? {} : { userDataDir: options.userDataDir }),
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: uuid }),
      'network.dns.localDomains': hosts.join(','),
      'network.socket.forcePort': `443=${server.port}`,
      'intl.locale.requested': 'de',
      'intl.accept_languages': 'de, en',
      ...preferences,
    },
    defaultViewport: { width: 1100, height: 900 },
  });
  await browser.installExtension(folder);
  return {
    browser,
    async open(address) {
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${uuid}/${path}`, { waitUntil: [] });
      return page;
    },
    close: () => browser.close(),
  };
}
