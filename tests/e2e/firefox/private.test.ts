/** A private window of real Firefox, in which the person has let Randnotiz run: it annotates there, stores nothing, and says so. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { waitForMarks } from '../harness/chromium.ts';
import { allowInPrivateWindows, chooseMenuEntry, inBrowserWindow, openPrivateWindow, textInFirefoxRoot } from '../harness/firefox-window.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { everythingStored } from '../harness/stored.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { middle, select, sentence } from '../margin/margin-world.ts';

let server: PageServer;
let firefox: Firefox;
let own: Page;
let page: Page;
let before: string;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de']);
  await allowInPrivateWindows(firefox.browser);
  own = await firefox.openExtensionPage('options.html');
  await own.waitForFunction(() => document.body?.innerText.length > 200, { timeout: 20_000, polling: 100 });
  before = await everythingStored(own);
  await openPrivateWindow(firefox.browser, articleAddress);
  page = (await (await firefox.browser.waitForTarget((target) => target.url() === articleAddress, { timeout: 20_000 })).page())!;
  await waitForMarks(page, 10);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

it('the article is annotated in a private window', async () => {
  const isPrivate = await inBrowserWindow(firefox.browser, `[...Services.wm.getEnumerator('navigator:browser')].some((one) => one.gBrowser.currentURI.spec === '${articleAddress}' && ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils.isWindowPrivate(one))`);
  expect(isPrivate).toBe(true);
  expect(await page.evaluate(() => CSS.highlights.has('rn-entity'))).toBe(true);
});

it('the form of a flag says that nothing is kept, and nothing is stored', async () => {
  await page.mouse.click(...middle(await select(page, 'glitzernde Hochzeit in Venedig')), { button: 'right' });
  expect(await chooseMenuEntry(firefox.browser)).toMatch(sentence('menu.flag_selection'));
  await quietMoment(1500);
  expect(await textInFirefoxRoot(firefox.browser, articleAddress)).toMatch(sentence('flag.ephemeral'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await quietMoment(900);
  expect(await everythingStored(own)).toBe(before);
});
