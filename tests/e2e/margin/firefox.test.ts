/** The margin in real Firefox: what differs there, and that the rest works at all. The closed root is seen from outside, by what a point hits. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { marksOf, waitForMarks } from '../harness/chromium.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { articlePage, markedBox, middle } from './margin-world.ts';

const darkAddress = 'https://www.heise.de/news/dunkle-seite-10200002.html';

let server: PageServer;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage());
  server.put(darkAddress, articlePage({ style: 'body { background: #111; color: #eee }' }));
  firefox = await launchFirefox(server, ['www.heise.de']);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const isHostAt = (x: number, y: number): Promise<boolean> => page.evaluate((x, y) => document.elementFromPoint(x, y) === document.documentElement.children[2] && document.documentElement.children.length === 3, x, y);

async function open(address: string): Promise<void> {
  page = await firefox.open(address);
  await waitForMarks(page, 10);
}

describe('in Firefox', () => {
  it('the card opens below its words on a click, closes on Escape and gives the focus back', async () => {
    await open(articleAddress);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    const words = await markedBox(page, 'Vik Bajaj', 0, 200);
    await page.mouse.click(...middle(words));
    await quietMoment(800);
    expect(await isHostAt(words.left + 20, words.bottom + 60)).toBe(true);
    expect(await isHostAt(...middle(words))).toBe(false);
    expect(await page.evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(true);
    expect(await page.evaluate(() => document.documentElement.children[2]!.shadowRoot)).toBeNull();
    await page.keyboard.press('Escape');
    await quietMoment(100);
    expect(await isHostAt(words.left + 20, words.bottom + 60)).toBe(false);
    expect(await page.evaluate(() => document.activeElement === document.documentElement.children[2])).toBe(false);
  });

  it('the card comes by a still hover in a link and takes no focus', async () => {
    await open(articleAddress);
    const words = await markedBox(page, 'OpenAI', 0, 200);
    await page.mouse.move(...middle(words));
    await quietMoment(900);
    expect(await isHostAt(words.left + 10, words.bottom + 60)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('marks of changed text go before the next frame and come back', async () => {
    await open(articleAddress);
    const inNextFrame = await page.evaluate(async () => {
      const node = [...document.querySelectorAll('article p')].find((one) => one.textContent.includes('Vik Bajaj'))!.firstChild as Text;
      node.data = `Neu: ${node.data}`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer === node));
    });
    expect(inNextFrame).toBe(false);
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => (range.startContainer as Text).data?.startsWith('Neu: '))), { polling: 50, timeout: 5000 });
    expect(Object.values(await marksOf(page)).flat()).toContain('Vik Bajaj');
  });

  it('marks on a dark page have the dark colours', async () => {
    await open(darkAddress);
    expect(Object.keys(await marksOf(page)).every((name) => name.endsWith('-dark'))).toBe(true);
  });
});
