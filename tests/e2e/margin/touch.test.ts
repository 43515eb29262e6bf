/** By finger, at the width of a phone: the card is a sheet at the bottom, and everything in it is large enough to hit. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { articlePage, inRoot, markedBox, middle, openCardBox, overlaps, pressOurs, waitForClosed, waitInRoot } from './margin-world.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage());
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function openByTap(words: string): Promise<{ card: Awaited<ReturnType<typeof openCardBox>>; words: Awaited<ReturnType<typeof markedBox>> }> {
  page = await chromium.browser.newPage();
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.goto(articleAddress, { waitUntil: 'load' });
  await waitForMarks(page, 10);
  const box = await markedBox(page, words, 0, 200);
  await page.touchscreen.tap(...middle(box));
  return { card: await openCardBox(page, chromium), words: box };
}

async function look(name: string): Promise<void> {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${name}.png` });
}

const small = `[...root.querySelectorAll('.panel button, .panel a[href], .panel input, .panel select, .panel textarea')].map((one) => [one.textContent || one.getAttribute('aria-label'), one.getBoundingClientRect()]).filter(([, box]) => box.height > 0 && (box.height < 43.5 || box.width < 24)).map(([name, box]) => name + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`;

describe('the card on a phone', () => {
  it('is a sheet at the bottom, as wide as the page, and off its words', async () => {
    const { card, words } = await openByTap('Vik Bajaj');
    await look('phone');
    expect(card.left).toBe(0);
    expect(card.right).toBe(360);
    expect(Math.round(card.bottom)).toBe(740);
    expect(overlaps(card, words)).toBe(false);
  });

  it('has nothing to hit that is lower than 44 px, nor where it asks how far "not right" goes', async () => {
    await openByTap('Vik Bajaj');
    expect(await inRoot(page, chromium, small)).toEqual([]);
    await pressOurs(page, chromium, 'card.dismiss');
    await waitInRoot(page, chromium, `!!root.querySelector('.dismiss')`);
    await look('phone-dismiss');
    expect(await inRoot(page, chromium, small)).toEqual([]);
  });

  it('closes on a tap outside', async () => {
    await openByTap('Vik Bajaj');
    await page.touchscreen.tap(12, 20);
    await waitForClosed(page, chromium);
  });
});

it('the card looks right on a dark page, with its marks', async () => {
  page = await chromium.browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  server.put('https://www.heise.de/news/dunkel-10200009.html', articlePage({ style: 'body { background: #16181d; color: #ddd }' }));
  await page.goto('https://www.heise.de/news/dunkel-10200009.html', { waitUntil: 'load' });
  await waitForMarks(page, 10);
  await page.mouse.click(...middle(await markedBox(page, 'Project Prometheus')));
  await openCardBox(page, chromium);
  await look('dark');
  expect(await inRoot(page, chromium, `getComputedStyle(root.querySelector('.panel .rn')).backgroundColor`)).toBe('rgb(34, 36, 42)');
});
