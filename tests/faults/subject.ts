/** The browser under test, on a profile of its own: it can be killed at any moment and started again where it was. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Engine } from '../../scripts/browsers/find-browsers.ts';
import { launchChromium, stopServiceWorker } from '../e2e/harness/chromium.ts';
import { launchFirefox } from '../e2e/harness/firefox.ts';
import type { PageServer } from '../e2e/harness/server.ts';
import type { Bench } from './bench.ts';
import { bundleBench } from './bundle-bench.ts';

declare global {
  /** Only inside the bench page. */
  // oxlint-disable-next-line no-var
  var bench: Bench;
}

/** One life of the browser, from its start to its end. */
export interface Subject {
  engine: Engine;
  browser: Browser;
  /** A page of the extension with the bench in it. */
  page: Page;
  open(address: string): Promise<Page>;
  /** A page of the extension as it is. */
  openOwn(path: string): Promise<Page>;
  /** Another page of the extension with a bench. */
  openBench(): Promise<Page>;
  /** Ends the background at once, as the browser does at rest or under pressure. */
  stopBackground(): Promise<void>;
  /** SIGKILL to the browser and all its processes; resolves when they are gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface Rig {
  engine: Engine;
  profile: string;
  build: string;
  /** Whether the person who waits has had enough: what was tried so far is then the outcome. */
  isEnough(): boolean;
  /** Starts the browser on the rig's profile. `args` and `preferences` are for this life only. */
  start(more?: { args?: readonly string[]; preferences?: Record<string, unknown>; build?: string }): Promise<Subject>;
  /** Takes the profile's content away: the next start is a first one. */
  empty(): void;
  remove(): void;
}

/** Takes an engine, the store build and the server that plays the web; gives a fresh profile to start browsers on. */
export function makeRig(engine: Engine, build: string, server: PageServer, isEnough: () => boolean = () => false): Rig {
  const profile = mkdtempSync(join(tmpdir(), `randnotiz-${engine}-`));
  return {
    engine,
    profile,
    build,
    isEnough,
    async start({ args = [], preferences = {}, build: other = build } = {}) {
      const opened = await again(() => (engine === 'chromium' ? launchChromium(server, { build: other, userDataDir: profile, args }) : launchFirefox(server, ['www.heise.de'], preferences, { build: other, userDataDir: profile })));
      const code = await bundleBench();
      const openBench = async () => {
        const page = await opened.openExtensionPage('popup.html');
        await page.waitForFunction(() => (globalThis.chrome ?? globalThis.browser)?.runtime?.id !== undefined, { polling: 50 });
        await page.evaluate(code);
        return page;
      };
      const page = await openBench();
      return {
        engine,
        browser: opened.browser,
        page,
        open: (address) => opened.open(address),
        openOwn: (path) => opened.openExtensionPage(path),
        openBench,
        stopBackground: () => (engine === 'chromium' ? stopServiceWorker(page) : stopEventPage(opened.browser, other)),
        kill: () => kill(opened.browser, profile),
        close: () => opened.close(),
      };
    },
    empty() {
      for (const name of readdirSync(profile)) rmSync(join(profile, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
    remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Starts a browser, and again if it goes before it answers: on a busy machine what is left of one that was killed may still be in its way. */
async function again<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (thrown) {
      if (tries === 4) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 1_000 * tries));
    }
  }
}

/** How often (ms) we listen. */
const listenEvery = 8;

/** Passes on what the bench says. Gives the function that stops it and resolves when nothing is under way any more: a browser is killed only then, or puppeteer complains. */
export function listen(page: Page, hear: (words: string[]) => void): () => Promise<void> {
  const life = new AbortController();
  const listening = (async () => {
    while (!life.signal.aborted) {
      for (const words of await page.evaluate(() => bench.heard())) hear(words.split(' '));
      await new Promise((resolve) => setTimeout(resolve, listenEvery));
    }
  })();
  return () => {
    life.abort();
    return listening;
  };
}

/** Puppeteer puts Firefox' own settings back when the browser is gone; a start meanwhile would trip over it. */
const tidying = ['prefs.js.puppeteer', 'user.js.puppeteer'];

async function kill(browser: Browser, profile: string): Promise<void> {
  const child = browser.process();
  if (!child?.pid) throw new Error('the browser has no process to kill');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // Puppeteer starts the browser as the leader of its own group.
  process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  await gone;
  for (let tries = 0; tries < 100 && tidying.some((file) => existsSync(join(profile, file))); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Bidi {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[]; type?: string } }>;
}

/** Firefox's own way to suspend an event page, called from the browser's window. */
async function stopEventPage(browser: Browser, build: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Bidi };
  const { browser_specific_settings: settings } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const expression = `WebExtensionPolicy.getByID(${JSON.stringify(settings.gecko.id)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`;
  const answer = await connection.send('script.evaluate', { expression, target: { context: tree.result.contexts![0]!.context }, awaitPromise: true });
  if (answer.result.type === 'exception') throw new Error(`the event page was not stopped: ${JSON.stringify(answer)}`);
}
