/** The page's own changes win: its text, its theme, its scripts, its top layer. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, marksOf, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { envelope } from '../../../lib/messages/envelope.ts';
import { articlePage, inRoot, isOpen, markedBox, middle, openCardBox, openMarked, sentence, waitForClosed, waitInRoot } from './margin-world.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage({ before: '<dialog id="own">Ein Fenster der Seite<button>gut</button></dialog>' }));
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const names = async (): Promise<string[]> => Object.entries(await marksOf(page)).flatMap(([name, words]) => (words.length > 0 ? [name] : []));

/** Asks the reader to show a name with its card, as the popup does. */
async function tellReader(chromium: Chromium, page: Page, label: string): Promise<void> {
  const popup = await chromium.openExtensionPage('popup.html');
  const url = page.url();
  await popup.evaluate(async (state, url, label) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ id: number; url?: string }[]>; sendMessage(tab: number, message: object): Promise<{ res: { value: { document: { notes: { id: string; label?: string }[] } } } }> } } }).chrome;
    const tab = (await tabs.query({})).find((one) => one.url === url)!;
    const { res } = await tabs.sendMessage(tab.id, state);
    const note = res.value.document.notes.find((one) => one.label === label)!;
    await tabs.sendMessage(tab.id, { ...state, type: 'show', data: { note: note.id, open: true } });
  }, envelope('state', {}), url, label);
  await popup.close();
  await page.bringToFront();
}

describe('text that changes', () => {
  it('loses its marks before the next frame and gets them back', async () => {
    page = await openMarked(chromium, articleAddress);
    const seen = await page.evaluate(async () => {
      const isMarked = (node: Node): boolean => [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer === node));
      const node = [...document.querySelectorAll('article p')].find((one) => one.textContent.includes('Vik Bajaj'))!.firstChild as Text;
      const before = isMarked(node);
      node.data = `Neu: ${node.data}`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return { before, inNextFrame: isMarked(node) };
    });
    expect(seen).toEqual({ before: true, inNextFrame: false });
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => (range.startContainer as Text).data?.startsWith('Neu: '))), { polling: 50, timeout: 5000 });
    expect(Object.values(await marksOf(page)).flat()).toContain('Vik Bajaj');
  });

  it('is marked again in a new body', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = document.body.innerHTML;
      document.body.replaceWith(body);
    });
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer.isConnected)), { polling: 50, timeout: 5000 });
  });
});

describe('the highlight registry', () => {
  it('is restored when a script clears it, but not for ever', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => CSS.highlights.clear());
    await waitForMarks(page, 10);
    for (let times = 0; times < 5; times += 1) {
      await page.evaluate(() => CSS.highlights.clear());
      await quietMoment(2200);
    }
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it("keeps the page's own highlights", async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => CSS.highlights.set('suche', new Highlight()));
    await page.evaluate(() => history.pushState({}, '', '/anderswo.html'));
    await page.evaluate(() => (document.querySelector('article')!.innerHTML = ''));
    await quietMoment();
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['suche']);
  });
});

describe('our host', () => {
  it('comes back at the next need, not in a fight', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    await page.evaluate(() => document.documentElement.lastElementChild!.remove());
    await quietMoment(400);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await page.mouse.click(8, 450);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  });

  it('can be used in full screen', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => document.addEventListener('keydown', () => void document.querySelector('main')!.requestFullscreen(), { once: true }));
    await page.evaluate(() => document.querySelector('main')!.style.setProperty('overflow', 'auto'));
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await quietMoment(300);
    const [x, y] = middle(await markedBox(page, 'Vik Bajaj', 0, 300));
    await page.mouse.click(x, y);
    const card = await openCardBox(page, chromium);
    expect(await inRoot(page, chromium, `!!root.elementFromPoint(${card.left + 40}, ${card.top + 20})?.closest('.panel')`)).toBe(true);
  });

  it("can be used over the page's modal dialog; Escape closes ours alone", async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).showModal());
    await tellReader(chromium, page, 'Vik Bajaj');
    const card = await openCardBox(page, chromium);
    expect(await inRoot(page, chromium, `root.elementFromPoint(${card.left + 40}, ${card.top + 20})?.closest('.panel') !== null && root.querySelector('.panel').contains(root.activeElement)`)).toBe(true);
    await page.keyboard.press('Escape');
    await waitForClosed(page, chromium);
    expect(await page.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).open)).toBe(true);
  });

  it("leaves Escape to the page's dialog when no card is open", async () => {
    page = await openMarked(chromium, articleAddress);
    const [x, y] = middle(await markedBox(page, 'Vik Bajaj'));
    await page.mouse.click(x, y);
    await openCardBox(page, chromium);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).showModal());
    await page.keyboard.press('Escape');
    await quietMoment(100);
    expect(await page.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).open)).toBe(false);
  });
});

describe('the ground behind the words', () => {
  it.each([
    ['a dark page', 'html { background: #14171c } body { background: #14171c; color: #ddd }', '-dark'],
    ['a middle grey', 'body { background: #808080; color: #000 }', '-own'],
    ['a dark page in another colour space', 'body { background: oklch(0.25 0.03 250); color: #eee }', '-dark'],
  ])('chooses the colours: %s', async (name, style, suffix) => {
    const address = `https://www.heise.de/news/grund-${name.replaceAll(/\W/g, '')}-10200001.html`;
    server.put(address, articlePage({ style }));
    page = await openMarked(chromium, address);
    expect((await names()).every((one) => one.endsWith(suffix))).toBe(true);
  });

  it('follows a theme that is switched', async () => {
    page = await openMarked(chromium, articleAddress);
    expect(await names()).toContain('rn-entity');
    await page.evaluate(() => (document.body.style.background = '#111'));
    await page.waitForFunction(() => (CSS.highlights.get('rn-entity-dark')?.size ?? 0) > 0, { polling: 50, timeout: 5000 });
    expect(await names()).not.toContain('rn-entity');
  });
});

describe('a page translated in place', () => {
  it('is left alone until the original is back, and we say so', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
    await waitInRoot(page, chromium, isOpen);
    expect(await inRoot(page, chromium, `root.querySelector('.panel').textContent`)).toMatch(sentence('margin.translated'));
    expect(await names()).toEqual([]);
    await page.evaluate(() => document.documentElement.classList.remove('translated-ltr'));
    await waitForMarks(page, 10);
  });
});
