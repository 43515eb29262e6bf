/** By finger, at the width of a phone: the card is a sheet at the bottom, and everything in it is large enough to hit. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { waitForMarks } from '../harness/chromium.ts';
import { articleAddress } from '../harness/world.ts';
import { articlePage, articleWorld, inRoot, markedBox, middle, openCardBox, overlaps, pressOurs, waitForClosed, waitInRoot } from './margin-world.ts';

const world = articleWorld();
let page: Page;

afterEach(async () => {
  await page?.close();
});

async function openByTap(words: string): Promise<{ card: Awaited<ReturnType<typeof openCardBox>>; words: Awaited<ReturnType<typeof markedBox>> }> {
  page = await world.chromium.browser.newPage();
  await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  await page.goto(articleAddress, { waitUntil: 'load' });
  await waitForMarks(page, 10);
  const box = await markedBox(page, words, 0, 200);
  await page.touchscreen.tap(...middle(box));
  return { card: await openCardBox(page, world.chromium), words: box };
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
    expect(await inRoot(page, world.chromium, small)).toEqual([]);
    await pressOurs(page, world.chromium, 'card.dismiss');
    await waitInRoot(page, world.chromium, `!!root.querySelector('.dismiss')`);
    await look('phone-dismiss');
    expect(await inRoot(page, world.chromium, small)).toEqual([]);
  });

  it('closes on a tap outside', async () => {
    await openByTap('Vik Bajaj');
    await page.touchscreen.tap(12, 20);
    await waitForClosed(page, world.chromium);
  });
});

it('the card looks right on a dark page, with its marks', async () => {
  page = await world.chromium.browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  world.server.put('https://www.heise.de/news/dunkel-10200009.html', articlePage({ style: 'body { background: #16181d; color: #ddd }' }));
  await page.goto('https://www.heise.de/news/dunkel-10200009.html', { waitUntil: 'load' });
  await waitForMarks(page, 10);
  await page.mouse.click(...middle(await markedBox(page, 'Project Prometheus')));
  await openCardBox(page, world.chromium);
  await look('dark');
  expect(await inRoot(page, world.chromium, `getComputedStyle(root.querySelector('.panel .rn')).backgroundColor`)).toBe('rgb(34, 36, 42)');
});
