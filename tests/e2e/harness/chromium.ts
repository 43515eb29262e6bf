/** Real Chromium with the store build, on real host names that all lead to the test's server. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch, type Browser, type CDPSession, type Extension, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers/find-browsers.ts';
import type { PageServer } from './server.ts';

/** The store build for Chrome. */
export const chromiumBuild = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** Flags that keep a closed network quiet. */
export const quietFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export interface Chromium {
  browser: Browser;
  id: string;
  extension: Extension;
  /** Opens an address and waits for its `load`. */
  open(address: string): Promise<Page>;
  /** A real click on the toolbar button; gives the popup's page. */
  clickToolbar(page: Page): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface ChromiumOptions {
  build?: string;
  userDataDir?: string;
  args?: readonly string[];
  /** What the browser itself speaks; German where nothing is said. */
  language?: 'de' | 'en';
  /** Leaves the page open that comes after the installation. */
  keepWelcome?: boolean;
}

export async function launchChromium(server: PageServer, options: ChromiumOptions = {}): Promise<Chromium> {
  const found = findBrowser('chromium');
  const folder = options.build ?? chromiumBuild;
  if (!found) throw new Error('No Chromium: npm test installs one, or says how.');
  if (!existsSync(folder)) throw new Error(`No build at ${folder}: run npm run build:chrome first.`);
  const locale = options.language === 'en' ? 'en-US' : 'de';
  const browser = await launch({
    browser: 'chrome',
    executablePath: found.path,
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    ...(options.userDataDir === undefined ? {} : { userDataDir: options.userDataDir }),
    args: [...quietFlags, `--host-resolver-rules=MAP *:443 127.0.0.1:${server.port}, MAP * 127.0.0.1`, `--lang=${locale}`, ...(options.args ?? [])],
    env: { ...process.env, LANGUAGE: locale.replace('-', '_'), LANG: `${locale === 'de' ? 'de_DE' : 'en_US'}.UTF-8` },
    defaultViewport: { width: 1100, height: 900 },
  });
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id)!;
  if (!options.keepWelcome) await closeWelcome(browser);
  return {
    browser,
    id,
    extension,
    async open(address) {
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    async clickToolbar(page) {
      await page.bringToFront();
      // The popup's page may stand in a tab, too.
      const before = new Set(browser.targets());
      await extension.triggerAction(page);
      const target = await browser.waitForTarget((one) => one.url().includes(`${id}/popup.html`) && !before.has(one), { timeout: 10_000 });
      return target.asPage();
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: 'load' });
      return page;
    },
    close: () => browser.close(),
  };
}

/** The welcome page opens after the install and would take the foreground from a test's page: waits for it and closes it. */
async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), { timeout: 5000 }).catch(() => undefined);
  await (await target?.asPage())?.close();
}

/** The words that each of our highlights paints, by highlight name; read as the page itself could. */
export function marksOf(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const marks: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      marks[name] = [...highlight].map((one) => {
        const range = document.createRange();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        return range.toString();
      });
    }
    return marks;
  });
}

/** Waits until at least `count` words are marked. */
export async function waitForMarks(page: Page, count = 1): Promise<void> {
  await page.waitForFunction((wanted) => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) >= wanted, { timeout: 15_000, polling: 50 }, count);
}

/** Runs an expression in our content script's own world, where closed shadow roots can be opened. */
export async function inOurWorld<T>(page: Page, id: string, expression: string): Promise<T> {
  const session = await page.createCDPSession();
  try {
    const context = await ourContext(session, id);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, uniqueContextId: context, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  } finally {
    await session.detach();
  }
}

async function ourContext(session: CDPSession, id: string): Promise<string> {
  let found: string | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) found = context.uniqueId;
  });
  await session.send('Runtime.enable');
  if (found === undefined) throw new Error('Our content script has no world on this page.');
  return found;
}

/** An expression for our closed shadow root on the page. */
export const ourRoot = `(() => { const host = [...document.documentElement.children].find((one) => !['HEAD', 'BODY'].includes(one.tagName) && chrome.dom.openOrClosedShadowRoot(one)); return host ? chrome.dom.openOrClosedShadowRoot(host) : null; })()`;

/** The text inside our closed root; empty when we have no host on the page. */
export function textInOurRoot(page: Page, id: string): Promise<string> {
  return inOurWorld(page, id, `${ourRoot}?.textContent ?? ''`);
}

/** Stops the extension's service worker, as the browser does after half a minute of rest. */
export async function stopServiceWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Presses a key as the browser itself sees it, so that extension commands hear it. */
export async function pressCommand(page: Page, code: string, key: string, keyCode: number, modifiers: { alt?: boolean; control?: boolean; shift?: boolean }): Promise<void> {
  const session = await page.createCDPSession();
  const bits = (modifiers.alt ? 1 : 0) | (modifiers.control ? 2 : 0) | (modifiers.shift ? 8 : 0);
  const event = { modifiers: bits, key, code, windowsVirtualKeyCode: keyCode, nativeVirtualKeyCode: keyCode };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}
