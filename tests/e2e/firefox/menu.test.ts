/** The page's menu in real Firefox: a right click on selected words, our entry, the form, a kept flag. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { waitForMarks } from '../harness/chromium.ts';
import { chooseMenuEntry, textInFirefoxRoot } from '../harness/firefox-window.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { everythingStored } from '../harness/stored.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { middle, select, sentence } from '../margin/margin-world.ts';

const words = 'glitzernde Hochzeit in Venedig';

let server: PageServer;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de']);
  page = await firefox.open(articleAddress);
  await waitForMarks(page, 10);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

it('the entry of the page’s menu opens the form on the selected words, and Ctrl+Enter keeps them', async () => {
  await page.mouse.click(...middle(await select(page, words)), { button: 'right' });
  expect(await chooseMenuEntry(firefox.browser)).toMatch(sentence('menu.flag_selection'));
  await quietMoment(1500);
  expect(await textInFirefoxRoot(firefox.browser, articleAddress)).toContain(words);
  expect(await textInFirefoxRoot(firefox.browser, articleAddress)).toMatch(sentence('flag.private'));
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await quietMoment(1500);
  const own = await firefox.openExtensionPage('options.html');
  await own.waitForFunction(() => document.body?.innerText.length > 200, { timeout: 20_000, polling: 100 });
  expect(await everythingStored(own)).toContain(words);
});
