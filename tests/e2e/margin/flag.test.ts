/** The reader's own flags in the page: begun by key, kept, drawn in our closed root, changed, thrown away and back. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, marksOf, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { articlePage, flagKey, inRoot, markedBox, middle, openCardBox, openMarked, pressOurs, select, sentence, waitForClosed, waitInRoot } from './margin-world.ts';

const words = 'glitzernde Hochzeit in Venedig';

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage({ before: '<input id="search" value="Suche nach Wörtern">' }));
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const drawn = `root.querySelectorAll('.drawings .flag').length`;

async function keepFlag(note: string, whenOpen: () => Promise<void>): Promise<void> {
  await select(page, words);
  await flagKey(page);
  await waitInRoot(page, chromium, `!!root.querySelector('form')`);
  await whenOpen();
  await inRoot(page, chromium, `root.querySelector('textarea').focus()`);
  await page.keyboard.type(note);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await waitForClosed(page, chromium);
}

describe('a flag', () => {
  it('is kept and drawn at once at its words, out of reach of the page', async () => {
    page = await openMarked(chromium, articleAddress);
    const listen = (): Promise<void> => page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']) document.addEventListener(type, (event) => heard.push(event.type), true);
      for (const type of ['keydown', 'click', 'focusin', 'pointerdown', 'input', 'change', 'submit']) document.addEventListener(type, (event) => heard.push(event.type));
    });
    await keepFlag('prüfen, j k l', listen);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    const box = await select(page, words);
    await quietMoment(100);
    const flag = await inRoot<{ left: number; top: number; right: number }>(page, chromium, `(({left, top, right}) => ({left, top, right}))(root.querySelector('.flag').getBoundingClientRect())`);
    expect(flag.left).toBeCloseTo(box.left, 0);
    expect(flag.right).toBeCloseTo(box.right, 0);
    expect(Math.abs(flag.top - box.top)).toBeLessThan(3);
    expect(Object.values(await marksOf(page)).flat()).not.toContain(words);
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.shadowRoot)).toBeNull();
  });

  it('is drawn again on the next visit and scrolls with its words', async () => {
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    await page.evaluate(() => window.scrollBy({ top: 137, behavior: 'instant' }));
    const box = await select(page, words);
    const flag = await inRoot<number>(page, chromium, `root.querySelector('.flag').getBoundingClientRect().top`);
    expect(Math.abs(flag - box.top)).toBeLessThan(3);
  });

  it('is not lost half-written, to a hover, a click elsewhere or a scroll', async () => {
    page = await openMarked(chromium, articleAddress);
    await select(page, 'Privatleben');
    await flagKey(page);
    await waitInRoot(page, chromium, `!!root.querySelector('form')`);
    await inRoot(page, chromium, `root.querySelector('textarea').focus()`);
    await page.keyboard.type('halb');
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await page.mouse.move(...middle(await markedBox(page, 'Vik Bajaj', 1)));
    await page.evaluate(() => window.scrollBy({ top: 2000, behavior: 'instant' }));
    await quietMoment(800);
    expect(await inRoot(page, chromium, `root.querySelector('textarea')?.value`)).toBe('halb');
  });

  it('can be thrown away and taken back from its card', async () => {
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    const box = await select(page, words);
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.mouse.click(...middle(box));
    await openCardBox(page, chromium);
    await pressOurs(page, chromium, 'flag.delete');
    await waitInRoot(page, chromium, `${drawn} === 0`);
    await pressOurs(page, chromium, 'flag.undo');
    await waitInRoot(page, chromium, `${drawn} > 0`);
  });
});

describe('what cannot be flagged', () => {
  it.each([
    ['nothing selected', () => getSelection()!.removeAllRanges(), 'margin.selection.nothing'],
    ['a text field', () => { getSelection()!.removeAllRanges(); (document.querySelector('#search') as HTMLInputElement).select(); }, 'margin.selection.field'],
    ['words outside the article', () => getSelection()!.selectAllChildren(document.querySelector('footer')!), 'margin.selection.outside'],
  ] as const)('is answered in a sentence: %s', async (_, act, key) => {
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    await page.evaluate(act);
    await flagKey(page);
    await waitInRoot(page, chromium, `${sentence(key)}.test(root.querySelector('.panel')?.textContent)`);
    expect(await inRoot(page, chromium, `root.querySelector('form')`)).toBeNull();
  });
});
