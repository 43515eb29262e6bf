/** Articles that are built in unusual ways: in shadow roots, in a frame, over several pages, growing, ticking. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import { launchChromium, marksOf, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { quietMoment, serveUsualPages } from '../harness/world.ts';
import { inRoot, markedBox, middle, openCardBox, openMarked, previousMark } from './margin-world.ts';

const at = (name: string): string => `https://www.heise.de/news/bezos-${name}-10300001.html`;
const title = seedText().split('\n')[0]!;
const paragraphs = seedBody().split(/(?=<p>|<h2>)/);

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  const inShadow = `<template id="t"><div style="font: 18px/1.6 serif">${seedBody()}</div></template><script>document.querySelector('news-body').attachShadow({ mode: 'open' }).append(document.querySelector('#t').content)</script>`;
  server.put(at('schatten'), newsPage({ title, body: '<news-body></news-body>' }).replace('</body>', `${inShadow}</body>`));
  server.put(at('rahmen-innen'), newsPage({ title, body: seedBody() }));
  server.put(at('rahmen'), newsPage({ title, body: `<iframe src="${at('rahmen-innen')}" style="width: 100%; height: 800px; border: 0"></iframe>` }));
  server.put(at('teil'), newsPage({ title, body: paragraphs.slice(0, 12).join('') }));
  server.put(at('ticker'), newsPage({ title, body: `<p id="live">Stand 0</p>${seedBody()}` }));
  server.put(at('sammlung'), newsPage({ title, body: Array.from({ length: 60 }, (_, place) => `<section id="s${place}"><h2>Teil ${place}</h2>${seedBody()}</section>`).join('') }));
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const words = async (): Promise<string[]> => Object.values(await marksOf(page)).flat();

async function look(name: string): Promise<void> {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${name}.png` });
}

describe('an article in an open shadow root', () => {
  it('is marked, painted, and its card opens on a click; the page keeps its own style sheets', async () => {
    page = await openMarked(chromium, at('schatten'));
    expect(await words()).toContain('Vik Bajaj');
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('news-body')!.shadowRoot!.querySelector('p')!, '::highlight(rn-entity)').textDecorationStyle)).toBe('dotted');
    expect(await page.evaluate(() => document.querySelector('news-body')!.shadowRoot!.adoptedStyleSheets.length)).toBe(0);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    await look('shadow');
    expect(await inRoot(page, chromium, `root.querySelector('.panel').textContent`)).toContain('Vik Bajaj');
  });
});

describe('an article in a frame of the same origin', () => {
  it('is marked in the frame and its card opens there', async () => {
    page = await chromium.open(at('rahmen'));
    const inner = (): Frame => page.frames().find((frame) => frame.url() === at('rahmen-innen'))!;
    await inner().waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) > 5, { timeout: 15_000, polling: 50 });
    expect(await inner().evaluate(() => getComputedStyle(document.querySelector('article p')!, '::highlight(rn-entity)').textDecorationStyle)).toBe('dotted');
    const [x, y] = await inner().evaluate(() => {
      const boxes = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).flatMap((one) => {
        const range = document.createRange();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        return range.toString() === 'Vik Bajaj' ? [range.getClientRects()[0]!] : [];
      });
      const [box] = boxes.sort((one, other) => one.top - other.top);
      const frame = window.frameElement!.getBoundingClientRect();
      return [frame.left + box!.left + box!.width / 2, frame.top + box!.top + box!.height / 2] as const;
    });
    await page.mouse.click(x, y);
    await inner().waitForFunction(() => document.documentElement.children.length === 3, { polling: 50, timeout: 5000 });
    await quietMoment(600);
    await look('frame');
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await inner().evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(true);
    await page.keyboard.press('Escape');
    await quietMoment(100);
    expect(await inner().evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(false);
  });
});

describe('an article that changes while it is read', () => {
  it('that is paginated without a load is marked again on its next page', async () => {
    page = await openMarked(chromium, at('teil'));
    await page.evaluate((next) => {
      history.pushState({}, '', `${location.pathname}?seite=2`);
      document.querySelectorAll('article p, article h2').forEach((one) => one.remove());
      document.querySelector('article')!.insertAdjacentHTML('beforeend', next);
    }, paragraphs.slice(30).join(''));
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer.isConnected)), { polling: 50, timeout: 8000 });
    expect(await words()).toContain('Periodic Labs');
  });

  it('gets marks in paragraphs that are loaded late, and keeps those that were there', async () => {
    page = await openMarked(chromium, at('teil'));
    expect(await words()).not.toContain('Periodic Labs');
    await page.evaluate((more) => document.querySelector('article')!.insertAdjacentHTML('beforeend', more), paragraphs.slice(12).join(''));
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset) === 'Periodic Labs')), { polling: 50, timeout: 8000 });
    expect(await words()).toContain('Vik Bajaj');
  });

  it('keeps its marks and its open card while a live line ticks, and reads ever more seldom', async () => {
    page = await openMarked(chromium, at('ticker'));
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    await page.evaluate(() => {
      const live = document.querySelector('#live')!.firstChild as Text;
      let ticks = 0;
      setInterval(() => (live.data = `Stand ${(ticks += 1)}`), 100);
    });
    await quietMoment(2500);
    expect(await words()).toContain('Vik Bajaj');
    expect(await inRoot(page, chromium, `root.querySelector('.panel').open && root.querySelector('.panel').contains(root.activeElement)`)).toBe(true);
  });
});

describe('an article of thousands of marks', () => {
  const painted = (): Promise<number> => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  /** Asked in the page: whether words in an element are marked. */
  const holdsMarks = (selector: string): boolean => [...CSS.highlights.values()].some((one) => [...one].some(({ startContainer }) => document.querySelector(selector)!.contains(startContainer)));
  const isMarked = (part: number): Promise<boolean> => page.evaluate(holdsMarks, `#s${part}`);
  const waitForPart = (part: number): Promise<unknown> => page.waitForFunction(holdsMarks, { polling: 50, timeout: 8000 }, `#s${part}`);

  it('is painted around what is in view, wherever the reader goes', async () => {
    page = await chromium.open(at('sammlung'));
    await waitForPart(1);
    await quietMoment(1500);
    expect(await painted()).toBeGreaterThan(300);
    for (const part of [30, 59, 0]) {
      await page.evaluate((id) => document.querySelector(id)!.scrollIntoView({ behavior: 'instant' }), `#s${part}`);
      await waitForPart(part);
      await quietMoment(300);
      expect(await painted()).toBeLessThanOrEqual(1_500);
      expect(await Promise.all([0, 30, 59].map(isMarked))).toEqual([part === 0, part === 30, part === 59]);
    }
    // Past the last of them all, and with a step of the keyboard from there.
    await page.evaluate(() => document.querySelector('article')!.insertAdjacentHTML('beforeend', '<div style="height: 3000px"></div>'));
    await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await quietMoment(1000);
    await previousMark(page);
    await waitForPart(59);
  });
});
