/** The surfaces in real Firefox: what differs there is the sidebar, and that its sites are the person's to allow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';

let server: PageServer;
let firefox: Firefox;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de']);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const until = (page: Page, words: string): Promise<unknown> => page.waitForFunction((wanted) => document.body?.innerText.includes(wanted), { timeout: 15_000, polling: 100 }, words);

describe('in Firefox', () => {
  it('the options show the proof of silence, without a side panel’s permission', async () => {
    const page = await firefox.openExtensionPage('options.html');
    await until(page, "connect-src 'none'");
    const text = await page.evaluate(() => document.querySelector<HTMLElement>('#silence')!.innerText);
    expect(text).toContain('unlimitedStorage');
    expect(text).not.toContain('sidePanel');
    await page.close();
  });

  it('the welcome page marks its sample', async () => {
    const page = await firefox.openExtensionPage('welcome.html');
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) >= 8, { timeout: 20_000, polling: 100 });
    await page.close();
  });

  it('the sidebar opens and says what it can do here', async () => {
    const page = await firefox.openExtensionPage('sidepanel.html');
    await page.waitForFunction(() => document.querySelector('main[aria-busy=false] h1') !== null, { timeout: 15_000, polling: 100 });
    await page.close();
  });
});
