/**
 * In Firefox: an article in a shadow root, where highlights are not painted, has its marks drawn by us, and the page's root stays as it is; so has one of very many elements,
 * which a style sheet would keep busy; one in a frame is marked there.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import type { Frame } from 'puppeteer-core';
import { drawnInFirefoxRoot, inBrowserWindow, textInFirefoxRoot } from '../harness/firefox-window.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { waitForMarks } from '../harness/chromium.ts';

const address = 'https://www.heise.de/news/bezos-schatten-10300002.html';

const long = 'https://www.heise.de/news/bezos-lang-10300004.html';
const frame = 'https://www.heise.de/news/bezos-rahmen-10300003.html';
const inner = 'https://www.heise.de/news/bezos-rahmen-innen-10300003.html';

let server: PageServer;
let firefox: Firefox;

beforeAll(async () => {
  server = await serveUsualPages();
  const script = `<template id="t"><div style="font: 18px/1.6 serif">${seedBody()}</div></template><script>document.querySelector('news-body').attachShadow({ mode: 'open' }).append(document.querySelector('#t').content)</script>`;
  server.put(address, newsPage({ title: seedText().split('\n')[0]!, body: '<news-body></news-body>' }).replace('</body>', `${script}</body>`));
  server.put(inner, newsPage({ title: seedText().split('\n')[0]!, body: seedBody() }));
  server.put(frame, newsPage({ title: seedText().split('\n')[0]!, body: `<iframe src="${inner}" style="width: 100%; height: 800px; border: 0"></iframe>` }));
  const sections = Array.from({ length: 1_000 }, (_, at) => `<section><h2>Teil ${at}</h2>${'<p>Das Unternehmen von Jeff Bezos zahlt nach Angaben von Insidern 6,2 Milliarden US-Dollar.</p>'.repeat(20)}</section>`).join('');
  server.put(long, newsPage({ title: seedText().split('\n')[0]!, body: `${seedBody()}${sections}<h2>Zum Schluss</h2><p id="last">Auch Vik Bajaj arbeitet bei dem Unternehmen, wie mehrere Insider berichten.</p>` }));
  firefox = await launchFirefox(server, ['www.heise.de']);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

it('an article in a shadow root is marked', async () => {
  const page = await firefox.open(address);
  await expect.poll(() => drawnInFirefoxRoot(firefox.browser, address), { timeout: 15_000 }).toBeGreaterThan(10);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firefox-shadow.png` });
  const left = await page.evaluate(() => ({ sheets: document.querySelector('news-body')!.shadowRoot!.adoptedStyleSheets.length, children: document.querySelector('news-body')!.shadowRoot!.children.length }));
  expect(left).toEqual({ sheets: 0, children: 1 });
  await page.close();
});

it('an article of very many elements is given no style sheet: what is around the view is drawn, wherever the reader goes, and a click opens the card', async () => {
  const page = await firefox.open(long);
  const drawn = (): Promise<number> => drawnInFirefoxRoot(firefox.browser, long);
  await expect.poll(drawn, { timeout: 30_000 }).toBeGreaterThan(100);
  // Two lines a mark at most, and as many marks on either side of the view as are painted elsewhere.
  expect(await drawn()).toBeLessThan(3_000);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firefox-long.png` });
  expect(await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0))).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('article p')!, '::highlight(rn-entity)').textDecorationLine)).toBe('none');
  const [x, y] = await page.evaluate(() => {
    const last = document.querySelector('#last')!;
    last.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(last.firstChild!, 5);
    range.setEnd(last.firstChild!, 14);
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  });
  // The end of a long article is analysed last.
  const card = async (): Promise<string> => {
    await page.mouse.click(x, y);
    await quietMoment(500);
    return textInFirefoxRoot(firefox.browser, long);
  };
  await expect.poll(card, { timeout: 60_000 }).toContain('Vik Bajaj');
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firefox-long-end.png` });
  expect(await drawn()).toBeGreaterThan(100);
  await page.close();
}, 120_000);

it('an article in a frame of the same origin is marked in the frame, and its card opens there', async () => {
  const page = await firefox.open(frame);
  await page.waitForFunction(() => document.querySelector('iframe')!.contentWindow!.document.readyState === 'complete', { polling: 100 });
  const inside = (): Frame => page.frames().find((one) => one.url() === inner)!;
  await inside().waitForFunction(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) > 5, { timeout: 20_000, polling: 100 });
  expect(await inside().evaluate(() => getComputedStyle(document.querySelector('article p')!, '::highlight(rn-entity)').textDecorationStyle)).toBe('dotted');
  const [x, y] = await inside().evaluate(() => {
    const boxes = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).flatMap((one) => {
      const range = document.createRange();
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      return range.toString() === 'Vik Bajaj' ? [range.getClientRects()[0]!] : [];
    });
    const [box] = boxes.sort((one, other) => one.top - other.top);
    const around = window.frameElement!.getBoundingClientRect();
    return [around.left + box!.left + box!.width / 2, around.top + box!.top + box!.height / 2] as const;
  });
  await page.mouse.click(x, y);
  await inside().waitForFunction(() => document.documentElement.children.length === 3, { polling: 100, timeout: 8000 });
  await quietMoment(1000);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/firefox-frame.png` });
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  expect(await inside().evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(true);
  await page.keyboard.press('Escape');
  await quietMoment(200);
  expect(await inside().evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(false);
  expect(await inBrowserWindow(firefox.browser, `Services.console.getMessageArray().map(String).filter((one) => one.includes('moz-extension:') && one.includes('Error')).join('\\n')`)).toBe('');
  await page.close();
});

it('the page for paper opens beside the article, and prints', async () => {
  const page = await firefox.open(articleAddress);
  await waitForMarks(page, 10);
  const own = await firefox.openExtensionPage('popup.html');
  await own.waitForFunction(() => document.body?.innerText.length > 20, { timeout: 20_000, polling: 100 });
  const tab = await own.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(of: object): Promise<{ id: number; url?: string }[]> } } }).chrome;
    return (await tabs.query({})).find((one) => one.url === url)!.id;
  }, articleAddress);
  const paper = await firefox.openExtensionPage(`print.html?tab=${tab}`);
  await paper.waitForFunction(() => document.querySelectorAll('.endnotes .quote').length > 0, { timeout: 20_000, polling: 100 });
  expect(await paper.evaluate(() => document.querySelectorAll('article sup').length)).toBeGreaterThan(20);
  expect(await paper.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('sup a, a.up')].filter((link) => !document.querySelector(link.hash)).length)).toBe(0);
  const pdf = await paper.pdf({ format: 'A4', ...(process.env['LOOK'] ? { path: `${process.env['LOOK']}/firefox-print.pdf` } : {}) });
  expect(pdf.length).toBeGreaterThan(10_000);
  await paper.close();
  await own.close();
  await page.close();
});
