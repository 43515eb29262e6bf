/** The popup by a real click on the toolbar button: verdict, cards with evidence, notes, and no accessibility fault. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, marksOf, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { seedText } from '../../../scripts/pages/seed-page.ts';
import { articleAddress, cookingAddress, elsewhereAddress, serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** The popup of an address, opened by the toolbar button. */
async function popupOf(address: string): Promise<Page> {
  page = await chromium.open(address);
  if (address === articleAddress) await waitForMarks(page, 10);
  return chromium.clickToolbar(page);
}

const textOf = (popup: Page): Promise<string> => popup.evaluate(() => document.body.innerText);
const tabs = (popup: Page): Promise<string[]> => popup.$$eval('[role="tab"]', (all) => all.map((one) => (one as HTMLElement).innerText));

async function choose(popup: Page, index: number): Promise<void> {
  await popup.evaluate((index) => document.querySelectorAll<HTMLElement>('[role="tab"]')[index]!.click(), index);
}

/** Violations that axe finds, one line each. */
async function violations(popup: Page): Promise<string[]> {
  await popup.evaluate(axeSource);
  return popup.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const result = await axe.run();
    return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
  });
}

describe('the popup of an annotated article', () => {
  it('shows what the page is, and a card for every name, with the verbatim sentence behind each fact', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('[role="tab"]');
    expect((await tabs(popup)).length).toBe(5);
    const text = await textOf(popup);
    expect(text).toMatch(/Jeff Bezos[\s\S]*Project Prometheus/);
    await popup.evaluate(() => ([...document.querySelectorAll<HTMLElement>('button, summary')].find((one) => one.innerText.startsWith('Project Prometheus')))!.click());
    await popup.waitForSelector('blockquote');
    const quotes = await popup.$$eval('blockquote', (all) => all.map((one) => one.innerText.trim()));
    for (const quote of quotes) expect(seedText()).toContain(quote);
  });

  it('shows the article at a glance: reading time, sources, and what it rests on in words and percent', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('[role="tab"]');
    expect(await textOf(popup)).toMatch(/\d+ Minuten · \d+ Quellen/);
    const legend = await popup.$$eval('.legend li', (all) => all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    expect(legend.join(', ')).toMatch(/benannt \d+ %.*anonym \d+ %.*ohne Quelle \d+ %/);
    expect(legend.reduce((sum, one) => sum + Number(/\d+/.exec(one)![0]), 0)).toBeGreaterThanOrEqual(98);
  });

  it('is searched within, and a row scrolls the page to its words', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('input[type=search]');
    const before = await popup.$$eval('.item', (all) => all.length);
    await popup.type('input[type=search]', 'periodic');
    await popup.waitForFunction((had) => document.querySelectorAll('.item').length > 0 && document.querySelectorAll('.item').length < had, { timeout: 5000 }, before);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await popup.evaluate(() => document.querySelector<HTMLElement>('.item')!.click());
    await page.waitForFunction(() => scrollY > 100, { timeout: 5000, polling: 50 });
  });

  it('says which kinds are marked on this website, and an unticked one goes from the page', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('.bottom .icon');
    await popup.evaluate(() => document.querySelector<HTMLElement>('.bottom .icon')!.click());
    const tick = (): Promise<void> => popup.evaluate(() => document.querySelector<HTMLElement>('.bottom input[type=checkbox]')!.click());
    await tick();
    await page.waitForFunction(() => ![...CSS.highlights].some(([name, { size }]) => name.startsWith('rn-entity') && size > 0), { timeout: 5000, polling: 50 });
    expect(await violations(popup)).toEqual([]);
    await tick();
    await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.startsWith('rn-entity') && size > 0), { timeout: 5000, polling: 50 });
  });

  it('has no accessibility fault on any tab', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('[role="tab"]');
    for (let index = 0; index < 5; index += 1) {
      await choose(popup, index);
      expect(await violations(popup), `tab ${index}`).toEqual([]);
    }
  });

  it('tells who says it and how it is said', async () => {
    const popup = await popupOf(articleAddress);
    await popup.waitForSelector('[role="tab"]');
    await choose(popup, 2);
    await popup.waitForFunction(() => document.body.innerText.includes('Insider'), { timeout: 5000 });
    await choose(popup, 3);
    await popup.waitForFunction(() => document.body.innerText.includes('„schlägt“'), { timeout: 5000 });
  });
});

describe('the popup of another page', () => {
  it('says why a page was skipped', async () => {
    const popup = await popupOf(cookingAddress);
    await popup.waitForFunction(() => document.body.innerText.trim().length > 20, { timeout: 5000 });
    expect(await tabs(popup)).toEqual([]);
    expect(await violations(popup)).toEqual([]);
  });

  it('offers to annotate a page it has not been let on, and does', async () => {
    const popup = await popupOf(elsewhereAddress);
    const button = await popup.waitForFunction((pattern) => [...document.querySelectorAll('button')].find((one) => new RegExp(pattern).test(one.innerText)), { timeout: 5000 }, sentence('popup.annotate').source);
    expect(await violations(popup)).toEqual([]);
    // One button for this page, one for this site, and what each means.
    const offer = await popup.$eval('.offer', (one) => (one as HTMLElement).innerText);
    for (const key of ['popup.annotate', 'popup.annotate_means', 'popup.allow_site', 'popup.allow_site_means'] as const) expect(offer).toMatch(sentence(key));
    await (button.asElement() as unknown as { click(): Promise<void> }).click();
    await waitForMarks(page, 10);
    expect(Object.values(await marksOf(page)).flat()).toContain('Vik Bajaj');
    // The offer is low, the lists are high: the window grows, and the first name is in sight.
    await popup.waitForFunction(() => {
      const [first, actions] = [document.querySelector('.item'), document.querySelector('.bottom')];
      return first && actions && first.getBoundingClientRect().bottom <= actions.getBoundingClientRect().top;
    }, { timeout: 5000, polling: 100 });
  });
});
