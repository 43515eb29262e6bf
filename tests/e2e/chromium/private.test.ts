/** A private window of real Chromium, in which the person has let Randnotiz run: it annotates there, stores nothing, and says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { chromiumBuild, inOurWorld, launchChromium, marksOf, ourRoot, textInOurRoot, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { everythingStored } from '../harness/stored.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { flagKey, inRoot, markedBox, middle, openCardBox, pressOurs, select, sentence, waitForClosed, waitInRoot } from '../margin/margin-world.ts';

let server: PageServer;
let chromium: Chromium;
let own: Page;
let page: Page;
let before: string;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  await chromium.browser.installExtension(chromiumBuild, { enabledInIncognito: true });
  own = await chromium.openExtensionPage('options.html');
  await own.waitForFunction(() => document.body.innerText.length > 200);
  before = await everythingStored(own);
  await own.evaluate(async (url) => void (await chrome.windows.create({ incognito: true, url })), articleAddress);
  page = (await (await chromium.browser.waitForTarget((target) => target.url() === articleAddress)).page())!;
  await waitForMarks(page, 10);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

describe('in a private window', () => {
  it('the article is annotated, and its cards open', async () => {
    expect(await own.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.incognito, articleAddress)).toBe(true);
    expect(Object.values(await marksOf(page)).flat()).toContain('Vik Bajaj');
    await page.bringToFront();
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await openCardBox(page, chromium);
    expect(await textInOurRoot(page, chromium.id)).toContain('Vik Bajaj');
  });

  it('"not right" holds until the page is left', async () => {
    await pressOurs(page, chromium, 'card.dismiss');
    await pressOurs(page, chromium, 'dismiss.note');
    await waitInRoot(page, chromium, `${sentence('dismiss.undo')}.test(root.querySelector('.panel').textContent)`);
    expect(Object.values(await marksOf(page)).flat().filter((words) => words === 'Vik Bajaj')).toEqual([]);
    await page.keyboard.press('Escape');
    await waitForClosed(page, chromium);
  });

  it('the form of a flag says that nothing is kept, and keeps nothing', async () => {
    await select(page, 'glitzernde Hochzeit in Venedig');
    await flagKey(page);
    await waitInRoot(page, chromium, `!!root.querySelector('form')`);
    expect(await textInOurRoot(page, chromium.id)).toMatch(sentence('flag.ephemeral'));
    expect(await inRoot(page, chromium, `root.querySelector('button[type=submit]').disabled`)).toBe(true);
    await inRoot(page, chromium, `root.querySelector('textarea').focus()`);
    await page.keyboard.type('halb geschrieben');
    await inOurWorld(page, chromium.id, `${ourRoot}.querySelector('form').requestSubmit()`);
    await page.keyboard.press('Escape');
  });

  it('the popup says so too; what it changes holds for this page alone', async () => {
    const popup = await chromium.clickToolbar(page);
    await popup.waitForSelector('.ephemeral');
    expect(await popup.$eval('.ephemeral', (line) => line.textContent)).toMatch(sentence('flag.ephemeral'));
    const marked = Object.values(await marksOf(page)).flat().length;
    await popup.select('select', 'everything');
    await page.waitForFunction((few) => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) > few, { polling: 50, timeout: 5000 }, marked);
    await popup.close();
  });

  it('its article can be printed with its notes', async () => {
    await page.bringToFront();
    await page.mouse.click(...middle(await markedBox(page, 'Elon Musk')));
    await openCardBox(page, chromium);
    await inRoot(page, chromium, `[...root.querySelectorAll('button')].find((one) => ${sentence('card.print')}.test(one.ariaLabel)).click()`);
    const paper = (await (await chromium.browser.waitForTarget((target) => target.url().includes('/print.html'), { timeout: 10_000 })).page())!;
    await paper.waitForSelector('.endnotes li');
    await paper.close();
  });

  it('nothing of all that was stored', async () => {
    await page.close();
    expect(await everythingStored(own)).toBe(before);
  });
});
