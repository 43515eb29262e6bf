/** The whole store build in real Chromium, on listed host names that lead to a server of the bench: as the end-to-end tests have it. */
import { existsSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChromium, type Chromium } from '../../tests/e2e/harness/chromium.ts';
import { servePages, type PageServer } from '../../tests/e2e/harness/server.ts';
import { newsPage, seedBody, seedText } from '../pages/seed-page.ts';
import { chromeBuild } from './weigh.ts';

export interface StoreWorld {
  chromium: Chromium;
  server: PageServer;
  /** A page of the extension that is open beside; it hears every message to the background too. */
  beside: Page;
}

/** A host whose every page is about technology, one of which only some are, and one on which nothing of ours runs. */
export const listed = 'https://www.heise.de';
export const general = 'https://www.spiegel.de';
export const unlisted = 'https://blog.example.org';

/** Starts server, browser and extension, lets `work` use them, and ends them whatever comes. */
export async function withStoreBuild<Result>(work: (world: StoreWorld) => Promise<Result>): Promise<Result> {
  if (!existsSync(chromeBuild)) throw new Error('bench: no build to open; run npm run build:chrome first.');
  const server = await servePages();
  let chromium: Chromium | undefined;
  try {
    chromium = await launchChromium(server, { build: chromeBuild });
    const beside = await chromium.openExtensionPage('popup.html');
    await beside.evaluate(() => {
      const world = globalThis as unknown as { heard: number[]; chrome: { runtime: { onMessage: { addListener(hear: (message: unknown) => void): void } } } };
      world.heard = [];
      // Gives nothing back, so the background alone answers.
      world.chrome.runtime.onMessage.addListener((message) => void world.heard.push(JSON.stringify(message).length));
    });
    return await work({ chromium, server, beside });
  } finally {
    await chromium?.close();
    await server.close();
  }
}

/** The letters of each message to the background since the last question. */
export function messagesHeard(beside: Page): Promise<number[]> {
  return beside.evaluate(() => (globalThis as unknown as { heard: number[] }).heard.splice(0));
}

let edition = 0;

/** The seed article so many times over, a different text at each call, so that no analysis is remembered. */
export function freshArticle(times = 1): string {
  const body = Array.from({ length: times }, () => seedBody()).join('\n');
  return newsPage({ title: seedText().split('\n')[0]!, body: `${body}\n<p>Stand der Dinge in der Ausgabe Nummer ${(edition += 1)}.</p>` });
}

/** Stops the service worker and waits until it is gone. */
export async function stopWorker({ browser, id }: Chromium, session: CDPSession): Promise<void> {
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  for (let tries = 0; tries < 100 && browser.targets().some((target) => isBackground(id, target.url())); tries += 1) await rest(50);
}

/** Whether an address is that of the service worker. */
export function isBackground(id: string, url: string): boolean {
  return url === `chrome-extension://${id}/background.js`;
}

/** JavaScript heap in bytes after all that can go has gone; of a page all its worlds, ours included, because they share one heap. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Resolves after so many milliseconds. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
