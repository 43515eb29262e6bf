/** In Firefox: an article in a shadow root, where highlights are not painted, has its marks drawn by us, and the page's root stays as it is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { quietMoment, serveUsualPages } from '../harness/world.ts';
import { waitForMarks } from '../harness/chromium.ts';

const address = 'https://www.heise.de/news/bezos-schatten-10300002.html';

let server: PageServer;
let firefox: Firefox;

beforeAll(async () => {
  server = await serveUsualPages();
  const script = `<template id="t"><div style="font: 18px/1.6 serif">${seedBody()}</div></template><script>document.querySelector('news-body').attachShadow({ mode: 'open' }).append(document.querySelector('#t').content)</script>`;
  server.put(address, newsPage({ title: seedText().split('\n')[0]!, body: '<news-body></news-body>' }).replace('</body>', `${script}</body>`));
  firefox = await launchFirefox(server, ['www.heise.de']);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

it('an article in a shadow root is marked', async () => {
  const page = await firefox.open(address);
  await waitForMarks(page, 10);
  await page.waitForFunction(() => document.documentElement.children.length === 3, { polling: 100, timeout: 15_000 });
  await quietMoment(500);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firefox-shadow.png` });
  const left = await page.evaluate(() => ({ sheets: document.querySelector('news-body')!.shadowRoot!.adoptedStyleSheets.length, children: document.querySelector('news-body')!.shadowRoot!.children.length }));
  expect(left).toEqual({ sheets: 0, children: 1 });
  await page.close();
});
