/// <reference types="chrome" />
/**
 * The page's menu in real Chromium. Headless it has no menu to press, so the browser's own event is sent to the background's listener, with what the
 * browser says of the tab; where no permission was given, a click on the toolbar grants what the menu would.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, textInOurRoot, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, elsewhereAddress, serveUsualPages } from '../harness/world.ts';
import { select, sentence, waitInRoot } from '../margin/margin-world.ts';

const words = 'glitzernde Hochzeit in Venedig';

interface Dispatching {
  dispatch(info: { menuItemId: string; selectionText: string; pageUrl: string; editable: boolean }, tab: chrome.tabs.Tab): void;
}

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

async function chooseEntry(address: string): Promise<void> {
  const target = await chromium.browser.waitForTarget((one) => one.url() === `chrome-extension://${chromium.id}/background.js`);
  const worker = await target.worker();
  await worker!.evaluate(async (url, selectionText) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url || one.active)!;
    // Throws where the background has made no such entry.
    await chrome.contextMenus.update('flag-selection', { enabled: true });
    (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch({ menuItemId: 'flag-selection', selectionText, pageUrl: url, editable: false }, tab);
  }, address, words);
}

it('the entry of the page’s menu opens the form on the selected words', async () => {
  page = await chromium.open(articleAddress);
  await waitForMarks(page, 10);
  await select(page, words);
  await chooseEntry(articleAddress);
  await waitInRoot(page, chromium, `!!root.querySelector('form')`);
  expect(await textInOurRoot(page, chromium.id)).toContain(words);
  expect(await textInOurRoot(page, chromium.id)).toMatch(sentence('flag.private'));
});

it('the entry brings the reader to a page that was not annotated', async () => {
  page = await chromium.open(elsewhereAddress);
  const popup = await chromium.clickToolbar(page);
  await popup.close();
  await select(page, words);
  await chooseEntry(elsewhereAddress);
  await page.waitForFunction(() => document.documentElement.children.length === 3, { polling: 50, timeout: 15_000 });
  await waitInRoot(page, chromium, `!!root.querySelector('form')`);
  expect(await textInOurRoot(page, chromium.id)).toContain(words);
});
