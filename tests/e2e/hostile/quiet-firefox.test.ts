/** Quiet mode in Firefox: the page can list nothing, and a click opens the card as ever. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import { textInFirefoxRoot } from '../harness/firefox-window.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { ask } from './hostile-world.ts';

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

it('draws the marks where the page cannot read them, and paints again when it is switched off', async () => {
  const own = await firefox.openExtensionPage('popup.html');
  await own.waitForFunction(() => 'chrome' in globalThis, { timeout: 10_000 });
  expect(await ask(own, 'setQuiet', { on: true })).toMatchObject({ ok: true, value: { quiet: true } });
  const page = await firefox.open(articleAddress);
  await page.waitForFunction(() => document.documentElement.children.length === 3, { timeout: 20_000, polling: 100 });
  const listed = (): Promise<number> => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
  expect(await listed()).toBe(0);
  const { x, y } = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue!.indexOf('Vik Bajaj');
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 9);
      break;
    }
    range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(x, y);
  await expect.poll(() => textInFirefoxRoot(firefox.browser, articleAddress), { timeout: 15_000 }).toContain('Vik Bajaj');
  expect(await listed()).toBe(0);
  expect(await ask(own, 'setQuiet', { on: false })).toMatchObject({ ok: true });
  await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) >= 10, { timeout: 20_000, polling: 100 });
});
