/** The Firefox build in real Firefox: what every reader does, and what is different there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, cookingAddress, quietMoment, serveUsualPages, watchForErrors } from '../harness/world.ts';

let server: PageServer;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de'], { 'extensions.background.idle.timeout': 800 });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const marked = (): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((one) => {
        const range = document.createRange();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        return range.toString();
      }),
    ),
  );

async function waitForMarks(): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
}

describe('Firefox', () => {
  it('marks the article and leaves its document as it is', async () => {
    page = await firefox.open(articleAddress);
    const errors = watchForErrors(page);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await waitForMarks();
    expect(await marked()).toContain('Vik Bajaj');
    await quietMoment();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(errors).toEqual([]);
  });

  it('opens a card on a click and closes it on Escape', async () => {
    const point = await page.evaluate(() => {
      const one = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).find((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) === 'Vik Bajaj')!;
      const range = document.createRange();
      range.setStart(one.startContainer, one.startOffset);
      range.setEnd(one.endContainer, one.endOffset);
      range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const children = await page.evaluate(() => document.documentElement.children.length);
    await page.mouse.click(point.x, point.y);
    await page.waitForFunction((count) => document.documentElement.children.length === count + 1, { timeout: 10_000 }, children);
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.shadowRoot)).toBeNull();
    await page.keyboard.press('Escape');
  });

  it('annotates again after its event page was put to sleep', async () => {
    await quietMoment(2500);
    await page.reload({ waitUntil: 'load' });
    await waitForMarks();
  });

  it('leaves a page alone that is not about technology', async () => {
    await page.goto(cookingAddress, { waitUntil: 'load' });
    await quietMoment();
    expect(await marked()).toEqual([]);
  });

  it('tells on its toolbar button, in the title and on the badge, with how many notes', async () => {
    const article = await firefox.open(articleAddress);
    await article.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
    const asker = await firefox.openExtensionPage('popup.html');
    await asker.waitForFunction(() => document.body?.innerText.trim().length > 10, { timeout: 10_000 });
    const shown = await asker.evaluate(async (url) => {
      const { action, tabs } = (globalThis as unknown as { browser: { tabs: { query(of: object): Promise<{ id: number; url?: string }[]> }; action: { getTitle(of: object): Promise<string>; getBadgeText(of: object): Promise<string> } } }).browser;
      const tabId = (await tabs.query({})).findLast((one) => one.url === url)!.id;
      return { title: await action.getTitle({ tabId }), badge: await action.getBadgeText({ tabId }) };
    }, articleAddress);
    expect(Number(shown.badge)).toBeGreaterThan(10);
    expect(shown.title).toBe(`Randnotiz: ${shown.badge} Anmerkungen`);
    await asker.close();
    await article.close();
  });

  it('opens its popup page without a fault', async () => {
    const popup = await firefox.openExtensionPage('popup.html');
    await popup.waitForFunction(() => document.body.innerText.trim().length > 10, { timeout: 10_000 });
    await popup.close();
  });
});
