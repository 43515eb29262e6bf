/** The side panel beside a real article in Chromium: what is in view, the ledger of sources, the graph of names. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { violations } from './axe.ts';

let server: PageServer;
let chromium: Chromium;
let article: Page;
let panel: Page;

/** The panel in a window of its own: it asks for the active tab of its window, which the test puts there by hand. */
beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  article = await chromium.open(articleAddress);
  await waitForMarks(article, 10);
  // A click on the toolbar opens the popup; its link opens the panel beside the page.
  const popup = await chromium.clickToolbar(article);
  await popup.waitForSelector('.ways button');
  await popup.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ways button')].find((one) => one.innerText === 'Seitenleiste')!.click());
  const target = await chromium.browser.waitForTarget((one) => one.url().includes('/sidepanel.html'), { timeout: 10_000 });
  panel = await target.asPage();
  await panel.waitForSelector('[role=tab]');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const text = (): Promise<string> => panel.evaluate(() => document.body.innerText);
const choose = (index: number): Promise<void> => panel.evaluate((at) => document.querySelectorAll<HTMLElement>('[role=tab]')[at]!.click(), index);

describe('the side panel', () => {
  it('opens from the popup, beside the page', async () => {
    expect(await panel.evaluate(() => document.querySelector('h1')!.textContent)).toBe('Deutscher Tech-Artikel');
  });

  it('follows scrolling: shows what there is to say of the words in view', async () => {
    await article.evaluate(() => scrollTo(0, 0));
    await panel.waitForFunction(() => document.body.innerText.includes('Jeff Bezos'), { timeout: 5000 });
    const top = await text();
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel.waitForFunction((before) => document.body.innerText !== before, { timeout: 5000 }, top);
    expect(await violations(panel)).toEqual([]);
  });

  it('opens the card of a row and scrolls the page to its words', async () => {
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panel.evaluate(() => document.querySelector<HTMLInputElement>('.here-head input[type=checkbox]')!.click());
    await panel.waitForFunction(() => document.querySelectorAll('.item').length > 20);
    const before = await article.evaluate(() => scrollY);
    await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.item')[0]!.click());
    await panel.waitForSelector('.card h2');
    await article.waitForFunction((was) => scrollY < was, { timeout: 5000 }, before);
    await panel.evaluate(() => document.querySelector<HTMLElement>('.back-row button')!.click());
  });

  it('keeps the ledger of sources: who, how often, how many words, direct or indirect, and the anonymous share', async () => {
    await choose(1);
    await panel.waitForSelector('.ledger');
    expect(await panel.$$eval('.ledger thead th', (all) => all.map((one) => one.textContent))).toEqual(['Quelle', 'Aussagen', 'Wörter', 'wörtlich', 'indirekt']);
    expect(await text()).toMatch(/\d+\s%\sder wiedergegebenen Wörter stammen aus Quellen ohne Namen/);
    expect(await violations(panel)).toEqual([]);
  });

  it('draws how the names hang together, by keyboard too, and says the same as a list', async () => {
    await choose(2);
    await panel.waitForSelector('.picture .knot');
    await panel.bringToFront();
    await panel.focus('.knot[tabindex="0"]');
    const first = await panel.$eval('.knot[aria-pressed=true]', (one) => one.textContent);
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'] as const) await panel.keyboard.press(key);
    await panel.waitForFunction((was) => document.querySelector('.knot[aria-pressed=true]')!.textContent !== was, { timeout: 3000 }, first).catch(() => undefined);
    expect(await panel.evaluate(() => document.activeElement!.className)).toBe('knot');
    expect(await violations(panel)).toEqual([]);
    const drawn = await panel.$$eval('.knot-name', (all) => all.map((one) => one.textContent));
    await panel.evaluate(() => document.querySelector<HTMLElement>('.net-head button')!.click());
    const listed = await panel.$$eval('.threads h2', (all) => all.map((one) => one.textContent));
    for (const name of drawn) expect(listed).toContain(name);
    expect(await violations(panel)).toEqual([]);
  });

  it('says so on a page that is none of our business', async () => {
    const other = await chromium.open('https://www.heise.de/news/apfelkuchen-vom-blech-10123457.html');
    await other.bringToFront();
    await panel.waitForFunction(() => document.querySelector('h1')!.textContent !== 'Deutscher Tech-Artikel', { timeout: 10_000 });
    expect(await violations(panel)).toEqual([]);
    await other.close();
  });
});
