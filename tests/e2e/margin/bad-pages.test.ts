/// <reference types="chrome" />
/** Bad input from the page: each shows what it can, breaks nothing, and lets nothing in. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, marksOf, stopServiceWorker, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages, watchForErrors } from '../harness/world.ts';
import { seedBody } from '../../../scripts/pages/seed-page.ts';
import { articlePage, flagKey, inRoot, isOpen, markedBox, middle, nextMark, openCardBox, openMarked, overlaps, select, waitForClosed, waitInRoot } from './margin-world.ts';

const at = (name: string): string => `https://www.heise.de/news/boese-${name}-10400001.html`;
const hostile = '<img src=x onerror="document.title=\'drin\'">„Vik“ "Bajaj" & 🚀👩‍🚀 \u202Egnol';

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage());
  server.put(at('worte'), articlePage({ body: `<p>Bezos nannte das neue Projekt ${hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} und lachte dabei sehr laut.</p>${seedBody()}` }));
  server.put(at('stile'), articlePage({ style: 'html body *, :root > * { font: 44px/3 fantasy !important; color: lime !important; background: red !important; transform: rotate(3deg) !important; display: block !important; filter: blur(2px) !important } *::before { content: "x" !important }' }));
  server.put(at('zoom'), articlePage({ style: 'html { font-size: 300% } body { font-size: 1em }' }));
  server.put(at('nackt'), '<!doctype html><html lang="de"><title>Bezos</title><meta property="og:type" content="article"><article><h1>Bezos hat wieder Musk kopiert</h1>' + seedBody() + '</article>');
  server.put(at('viele'), articlePage({ body: seedBody().repeat(60) }));
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close().catch(() => undefined);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function openCard(words = 'Vik Bajaj'): Promise<ReturnType<typeof openCardBox>> {
  await page.mouse.click(...middle(await markedBox(page, words)));
  return openCardBox(page, chromium);
}

describe('a page', () => {
  it('with HTML, quotation marks and emoji in its words: they stay words in the card', async () => {
    page = await openMarked(chromium, at('worte'));
    const errors = watchForErrors(page);
    await select(page, hostile.slice(0, 60));
    await flagKey(page);
    await waitInRoot(page, chromium, `!!root.querySelector('form')`);
    expect(await inRoot(page, chromium, `root.querySelector('.panel').textContent`)).toContain('<img src=x');
    expect(await inRoot(page, chromium, `root.querySelectorAll('.panel img').length`)).toBe(0);
    expect(await page.title()).not.toBe('drin');
    expect(errors).toEqual([]);
  });

  it('that restyles everything does not restyle our card', async () => {
    page = await openMarked(chromium, at('stile'));
    await nextMark(page);
    await waitInRoot(page, chromium, `root.activeElement?.className === 'step'`);
    await page.keyboard.press('Enter');
    await openCardBox(page, chromium);
    const style = await inRoot(page, chromium, `(({ fontSize, color, filter, transform }) => ({ size: parseFloat(fontSize), color, filter, transform }))(getComputedStyle(root.querySelector('.panel .name')))`);
    expect(style).toMatchObject({ filter: 'none', transform: 'none' });
    expect(style).not.toMatchObject({ color: 'rgb(0, 255, 0)' });
    expect((style as { size: number }).size).toBeLessThan(24);
  });

  it('without any background of its own is marked for the white below it', async () => {
    page = await openMarked(chromium, at('nackt'));
    expect(Object.keys(await marksOf(page)).filter((name) => /-dark|-own/.test(name))).toEqual([]);
  });

  it('whose text is zoomed to 300 %: the card stays in the viewport and off its words', async () => {
    page = await openMarked(chromium, at('zoom'));
    const words = await markedBox(page, 'Vik Bajaj');
    await page.mouse.click(...middle(words));
    const card = await openCardBox(page, chromium);
    expect(overlaps(card, words)).toBe(false);
    for (const [value, least, most] of [[card.left, 0, 1100], [card.right, 0, 1100], [card.top, 0, 900], [card.bottom, 0, 900]] as const) {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    }
  });

  it('with more than five thousand notes is marked, and its card opens', async () => {
    page = await chromium.open(at('viele'));
    await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) >= 300, { timeout: 50_000, polling: 100 });
    // The end of a long article is analysed last; the toolbar counts what is known when its popup opens.
    const notes = async (): Promise<number> => {
      const popup = await chromium.clickToolbar(page);
      await popup.waitForSelector('[role=tab]', { timeout: 30_000 });
      const count = await popup.evaluate(async () => Number.parseInt((await chrome.action.getTitle({ tabId: (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id! })).replaceAll(/\D/g, ''), 10));
      await popup.close();
      return count;
    };
    await expect.poll(notes, { timeout: 30_000 }).toBeGreaterThan(5_000);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await waitInRoot(page, chromium, isOpen);
  });

  it('that builds its body anew keeps nothing of ours open, and gets a card again', async () => {
    page = await openMarked(chromium, articleAddress);
    await openCard();
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = document.body.innerHTML;
      document.body.replaceWith(body);
    });
    await waitForClosed(page, chromium);
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer.isConnected)), { polling: 50, timeout: 8000 });
    await openCard();
  });
});

describe('the extension', () => {
  it('whose settings come from a newer version marks as few as it does by default, and loses none of them', async () => {
    const options = await chromium.openExtensionPage('options.html');
    const newer = { density: 'telepathy', quiet: 'perhaps', future: { kept: true } };
    await options.evaluate((settings) => chrome.storage.local.set({ settings }), newer);
    page = await openMarked(chromium, articleAddress);
    await openCard();
    expect(Object.keys(await marksOf(page))).not.toContain('rn-attribution');
    expect(await options.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'])).toMatchObject(newer);
    await options.evaluate(() => chrome.storage.local.remove('settings'));
    await options.close();
  });

  it('whose background sleeps wakes up for the first card', async () => {
    page = await openMarked(chromium, articleAddress);
    await stopServiceWorker(page);
    await openCard();
    expect(await inRoot(page, chromium, `root.querySelector('.panel').textContent`)).toContain('Vik Bajaj');
  });

  it('bears a tab that is closed while the card opens', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await page.close();
    await quietMoment(300);
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    await openCard();
  });
});
