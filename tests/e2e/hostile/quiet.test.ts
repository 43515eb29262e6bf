/** Quiet mode: everything is drawn in our closed host, and the page can list nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { inRoot, isOpen, waitInRoot } from '../margin/margin-world.ts';
import { ask } from './hostile-world.ts';

let server: PageServer;
let chromium: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  own = await chromium.openExtensionPage('popup.html');
  expect(await ask(own, 'setQuiet', { on: true })).toMatchObject({ ok: true, value: { quiet: true } });
  page = await chromium.open(articleAddress);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it('draws the marks where the page cannot read them, and a click opens the card as ever', async () => {
  await page.waitForFunction(() => [...document.documentElement.children].some((one) => !['HEAD', 'BODY'].includes(one.tagName)), { timeout: 15_000, polling: 50 });
  await waitInRoot(page, chromium, `root.querySelectorAll('.drawings [class^="mark-"]').length >= 10`);
  expect(await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0))).toBe(0);
  const { x, y } = await inRoot<{ x: number; y: number }>(page, chromium, `(() => { const box = root.querySelector('.drawings .mark-entity').getBoundingClientRect(); return { x: box.left + box.width / 2, y: box.top + box.height / 2 }; })()`);
  await page.mouse.click(x, y);
  await waitInRoot(page, chromium, isOpen);
});

it('paints again when it is switched off, without a reload', async () => {
  expect(await ask(own, 'setQuiet', { on: false })).toMatchObject({ ok: true });
  await waitForMarks(page, 10);
  expect(await inRoot<number>(page, chromium, `root.querySelectorAll('.drawings .mark-entity').length`)).toBe(0);
});
