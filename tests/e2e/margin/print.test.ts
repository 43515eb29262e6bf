/** Print: our marks do not print, and "print with notes" is a page with numbered marks and endnotes. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages, watchForErrors } from '../harness/world.ts';
import { inRoot, markedBox, middle, openCardBox, openMarked, sentence } from './margin-world.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page;
let paper: Page | undefined;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await paper?.close();
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** The id by which the browser knows the page's tab. */
async function tabOf(address: string): Promise<number> {
  const asker = await chromium.openExtensionPage('popup.html');
  const id = await asker.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id, address);
  await asker.close();
  return id!;
}

async function openPaper(tab: number): Promise<Page> {
  paper = await chromium.openExtensionPage(`print.html?tab=${tab}`);
  return paper;
}

describe('printing', () => {
  it('the page itself prints without our marks', async () => {
    page = await openMarked(chromium, articleAddress);
    const drawn = (): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector('article p')!, '::highlight(rn-entity)').textDecorationLine);
    expect(await drawn()).toBe('underline');
    await page.emulateMediaType('print');
    expect(await drawn()).toBe('none');
  });

  it('with notes: the article, numbered marks and endnotes that lead to each other', async () => {
    page = await openMarked(chromium, articleAddress);
    const sheet = await openPaper(await tabOf(articleAddress));
    const errors = watchForErrors(sheet);
    await sheet.waitForSelector('.endnotes li');
    await sheet.waitForFunction(() => document.querySelectorAll('.endnotes .quote').length > 0);
    expect(await sheet.title()).toMatch(sentence('print.title'));
    const found = await sheet.evaluate(() => ({
      title: document.querySelector('h1')?.textContent,
      marks: document.querySelectorAll('article sup').length,
      notes: [...document.querySelectorAll('.endnotes li')].map((one) => one.textContent),
      dangling: [...document.querySelectorAll<HTMLAnchorElement>('sup a, a.up')].filter((link) => !document.querySelector(link.hash)).length,
      twice: document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size,
    }));
    expect(found.title?.replaceAll(/\d/g, '')).toContain('Bezos hat wieder Musk');
    expect(found.marks).toBeGreaterThan(20);
    expect(found.notes.length).toBeGreaterThan(20);
    expect(found.notes.join('\n')).toContain('Project Prometheus');
    expect(found.dangling).toBe(0);
    expect(found.twice).toBe(0);
    expect(errors).toEqual([]);
    const pdf = await sheet.pdf({ format: 'A4', ...(process.env['LOOK'] ? { path: `${process.env['LOOK']}/print.pdf` } : {}) });
    expect(pdf.length).toBeGreaterThan(10_000);
    if (process.env['LOOK']) {
      await sheet.emulateMediaType('print');
      await sheet.setViewport({ width: 700, height: 1000 });
      await sheet.screenshot({ fullPage: true, path: `${process.env['LOOK']}/print.png` });
    }
  });

  it('with notes opens from the card, beside the article', async () => {
    page = await openMarked(chromium, articleAddress);
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    await inRoot(page, chromium, `[...root.querySelectorAll('button')].find((one) => ${sentence('card.print')}.test(one.ariaLabel)).click()`);
    const target = await chromium.browser.waitForTarget((one) => one.url().includes('/print.html'), { timeout: 10_000 });
    paper = (await target.page())!;
    await paper.waitForSelector('.endnotes li');
    expect(await paper.$eval('article', (article) => article.textContent.replaceAll(/\d|,/g, ''))).toContain('Bezos hat wieder Musk');
  });

  it('with notes of a tab that is gone says so in a sentence', async () => {
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    const tab = await tabOf(articleAddress);
    await page.close();
    const sheet = await openPaper(tab);
    await sheet.waitForSelector('[role="alert"]');
    expect(await sheet.$eval('main', (main) => main.textContent)).toMatch(sentence('print.none'));
    page = await chromium.open(articleAddress);
  });
});
