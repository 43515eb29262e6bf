/**
 * A new reader whose browser speaks English, with no more in mind than the store page says: "After the installation a page opens with a sample to try
 * everything on. After that: open an article and click the sign of Randnotiz. On well-known German-language tech sites it annotates by itself, on any
 * other page after your click." `LOOK=folder` takes a picture of each step.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { englishTexts } from '../../../lib/texts/table-texts.ts';
import type { TextKey } from '../../../lib/texts/texts.ts';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, elsewhereAddress, serveUsualPages } from '../harness/world.ts';
import { articlePage, inRoot, markedBox, middle, openCardBox } from '../margin/margin-world.ts';

let server: PageServer;
let chromium: Chromium;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage());
  chromium = await launchChromium(server, { language: 'en', keepWelcome: true });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const says = (key: TextKey, values: readonly string[] = []): string => englishTexts.t(key, values);

/** All words of a surface of ours; none of them may be quoted as in German but verbatim ones, and those of the rules' examples. */
async function wordsOf(surface: Page): Promise<string> {
  const [lang, words, own] = await surface.evaluate(() => {
    const clone = document.body.cloneNode(true) as HTMLElement;
    for (const verbatim of clone.querySelectorAll('[lang=de], .item-title, #rules')) verbatim.remove();
    return [document.documentElement.lang, document.body.innerText, `${clone.textContent} ${[...clone.querySelectorAll('[aria-label], [title]')].map((one) => `${one.ariaLabel ?? ''} ${one.getAttribute('title') ?? ''}`).join(' ')}`] as const;
  });
  expect(lang).toBe('en');
  expect(own.replaceAll(/“[^”]*”/g, '')).not.toMatch(/[„‚]/);
  return words;
}

async function look(page: Page, name: string): Promise<void> {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/newcomer-${name}.png` });
}

/** Opens the card of a mark by a click and gives its words. */
async function cardOf(page: Page, words: string): Promise<string> {
  await page.mouse.click(...middle(await markedBox(page, words, 0, 200)));
  await openCardBox(page, chromium);
  return inRoot<string>(page, chromium, `root.querySelector('.panel').innerText`);
}

it('after the installation a page opens with a sample to try everything on, in English', async () => {
  const target = await chromium.browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), { timeout: 60_000 });
  const page = (await target.page())!;
  await page.setViewport({ width: 1280, height: 720 });
  await page.bringToFront();
  await page.waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) >= 8, { timeout: 45_000, polling: 50 });
  const words = await wordsOf(page);
  for (const key of ['welcome.title', 'welcome.try_card', 'welcome.where', 'welcome.then'] as const) expect(words).toContain(says(key));
  await look(page, '1-welcome');
  const [x, y] = middle(await markedBox(page, 'Vik Bajaj', 0, 200));
  await page.mouse.click(x, y);
  await page.waitForFunction(() => document.documentElement.children.length > 2, { timeout: 5000, polling: 50 });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await look(page, '2-sample-card');
  expect(JSON.stringify(await page.accessibility.snapshot())).toContain(says('card.flag'));
  await page.close();
});

it('on a well-known site the article is annotated by itself, and a click on a mark shows the evidence', async () => {
  const page = await chromium.open(articleAddress);
  await waitForMarks(page, 10);
  await look(page, '3-article');
  const card = await cardOf(page, 'Vik Bajaj');
  await look(page, '4-card');
  expect(card).toContain(says('card.flag'));
  expect(await inRoot(page, chromium, `[...root.querySelectorAll('.panel blockquote')].map((one) => getComputedStyle(one, '::before').content + getComputedStyle(one).quotes)[0]`)).toMatch(/open-quote"“" "”"/);
  expect(await inRoot<string[]>(page, chromium, `[...root.querySelectorAll('.panel [title]')].map((one) => one.title).filter((one) => /[„]/.test(one.replaceAll(/“[^]*”/g, '')))`)).toEqual([]);
  await page.close();
});

it('the popup of an article leads from a name to its card and the words behind it', async () => {
  const page = await chromium.open(articleAddress);
  await waitForMarks(page, 10);
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('.item');
  expect(await wordsOf(popup)).toContain(says('verdict.annotated'));
  await look(popup, '5-popup');
  await popup.evaluate(() => [...document.querySelectorAll<HTMLElement>('.item')].find((one) => one.innerText.startsWith('Project Prometheus'))!.click());
  await popup.waitForSelector('blockquote');
  await look(popup, '6-popup-card');
  await wordsOf(popup);
  await page.close();
});

it('on another page one button annotates it, and what each button means stands below it', async () => {
  const page = await chromium.open(elsewhereAddress);
  const popup = await chromium.clickToolbar(page);
  await popup.waitForSelector('.offer button');
  const words = await wordsOf(popup);
  await look(popup, '7-other-page');
  expect(words).toContain(says('popup.annotate'));
  expect(words).toContain(says('popup.annotate_means'));
  expect(words).toContain(says('popup.allow_site', ['example.org']));
  expect(words).toContain(says('popup.allow_site_means'));
  await popup.click('.offer .primary');
  await popup.waitForSelector('.item', { timeout: 15_000 });
  await look(popup, '8-other-page-annotated');
  await page.bringToFront();
  await waitForMarks(page, 10);
  expect(await cardOf(page, 'Vik Bajaj')).toContain(says('card.flag'));
  await page.close();
});

it.each(['options', 'notebook', 'sidepanel'])('%s.html is in English', async (name) => {
  const surface = await chromium.openExtensionPage(`${name}.html`);
  await surface.waitForSelector('main:not([aria-busy=true])');
  await new Promise((resolve) => setTimeout(resolve, 400));
  await wordsOf(surface);
  await look(surface, `9-${name}`);
  await surface.close();
});
