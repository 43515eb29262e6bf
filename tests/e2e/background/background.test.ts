/// <reference types="chrome" />
/** What the background does for extension pages, keys and the page's menu, in real Chromium from the store build. */
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Answer, PageState } from '../../../lib/messages/calls.ts';
import { inOurWorld, launchChromium, pressCommand, stopServiceWorker, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, cookingAddress, elsewhereAddress, englishAddress, serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const build = resolve(import.meta.dirname, '../../../.output/chrome-mv3');

let server: PageServer;
let chromium: Chromium;
const pages: Page[] = [];

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close().catch(() => undefined);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const open = async (address: string): Promise<Page> => {
  const page = await chromium.open(address);
  pages.push(page);
  return page;
};

/** A page of the extension that asks the background, as the popup does. */
const openAsker = async (): Promise<Page> => {
  const page = await chromium.openExtensionPage('popup.html');
  pages.push(page);
  return page;
};

const ask = <T>(from: Page, type: string, data: unknown): Promise<Answer<T>> =>
  from.evaluate(async (type, data): Promise<Answer<T>> => (await chrome.runtime.sendMessage<unknown, { res: Answer<T> }>({ id: 1, type, data, timestamp: Date.now() })).res, type, data);

/** The tab that was opened just before the asking page. */
const tabBefore = (asker: Page): Promise<number> => asker.evaluate(async () => (await chrome.tabs.query({})).at(-2)!.id!);

describe('explaining a tab', () => {
  it('gives the state of an annotated page from its reader', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const asker = await openAsker();
    const state = await ask<PageState>(asker, 'explainTab', { tab: await tabBefore(asker) });
    expect(state).toMatchObject({ ok: true, value: { status: 'annotated', document: { page: { verdict: 'annotate', language: 'de' } } } });
  });

  it('says why a page was skipped', async () => {
    await open(cookingAddress);
    const asker = await openAsker();
    const state = await ask<PageState>(asker, 'explainTab', { tab: await tabBefore(asker) });
    expect(state).toMatchObject({ ok: true, value: { status: 'skipped', document: { page: { verdict: 'skip' }, notes: [] } } });
  });

  it('says that the browser lets nobody read its own pages', async () => {
    await open('chrome://version');
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    expect(await ask<PageState>(asker, 'explainTab', { tab })).toMatchObject({ ok: true, value: { status: 'not-allowed', failure: { code: 'page_not_reachable' } } });
    expect(await ask<PageState>(asker, 'annotateTab', { tab })).toMatchObject({ ok: true, value: { status: 'not-allowed', failure: { code: 'page_not_reachable' } } });
  });

  it('of a tab that is gone says so', async () => {
    const asker = await openAsker();
    expect(await ask<PageState>(asker, 'explainTab', { tab: 999_999 })).toMatchObject({ ok: false, error: { code: 'page_gone' } });
  });
});

describe('annotating a tab at the person\'s wish', () => {
  it('works on a page of no listed host once the toolbar button was pressed, and not before', async () => {
    const page = await open(elsewhereAddress);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    expect(await ask<PageState>(asker, 'annotateTab', { tab })).toMatchObject({ ok: true, value: { status: 'not-allowed', failure: { code: 'page_not_granted' } } });
    pages.push(await chromium.clickToolbar(page));
    expect(await ask<PageState>(asker, 'annotateTab', { tab })).toMatchObject({ ok: true, value: { status: 'annotated' } });
    await page.bringToFront();
    await waitForMarks(page, 10);
  });
});

describe('a key', () => {
  it('goes to the next mark, also with a stopped service worker', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    await stopServiceWorker(page);
    await page.bringToFront();
    await pressCommand(page, 'KeyJ', 'J', 74, { alt: true, shift: true });
    await page.waitForFunction(() => [...document.documentElement.children].length > 2, { timeout: 5_000, polling: 50 });
  });
});

describe('settings', () => {
  it('reach the open readers at once', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const count = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
    const few = await count();
    const asker = await openAsker();
    expect(await ask(asker, 'setDensity', { density: 'everything' })).toMatchObject({ ok: true, value: { density: 'everything' } });
    await page.bringToFront();
    await page.waitForFunction((before) => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) > before, { timeout: 5_000, polling: 50 }, few);
    await ask(asker, 'setDensity', { density: 'core' });
  });
});

describe('the toolbar button', () => {
  const titleOf = (asker: Page, tab: number): Promise<string> => asker.evaluate((tabId) => chrome.action.getTitle({ tabId }), tab);
  const badgeOf = (asker: Page, tab: number): Promise<string> => asker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);

  it('says in words how it stands with the page, and with how many notes on its badge', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    const badge = await badgeOf(asker, tab);
    expect(Number(badge)).toBeGreaterThan(10);
    expect(await titleOf(asker, tab)).toMatch(new RegExp(`^Randnotiz: ${badge} (?:Anmerkungen|remarks)$`));
    const state = await ask<PageState>(asker, 'explainTab', { tab });
    expect(state).toMatchObject({ ok: true, value: { document: { notes: { length: Number(badge) } } } });
  });

  it.each([
    ['is not about technology', cookingAddress, 'action.no_tech', '–'],
    ['is not in German', englishAddress, 'action.not_german', '–'],
    ['it is not let on yet', elsewhereAddress, 'action.not_allowed', '?'],
  ] as const)('says that a page %s once it is asked, and nothing before', async (_, address, key, badge) => {
    await open(address);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    expect([await titleOf(asker, tab), await badgeOf(asker, tab)]).toEqual(['Randnotiz', '']);
    expect(await ask(asker, 'explainTab', { tab })).toMatchObject({ ok: true });
    expect(await titleOf(asker, tab)).toMatch(sentence(key));
    expect(await badgeOf(asker, tab)).toBe(badge);
  });

  it('follows when the site is switched off under an open article, and on again', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    const before = [await titleOf(asker, tab), await badgeOf(asker, tab)];
    try {
      await ask(asker, 'setOff', { site: 'heise.de', off: true });
      expect(await titleOf(asker, tab)).toMatch(sentence('action.off'));
      expect(await badgeOf(asker, tab)).toMatch(sentence('action.off_badge'));
    } finally {
      await ask(asker, 'setOff', { site: 'heise.de', off: false });
    }
    expect([await titleOf(asker, tab), await badgeOf(asker, tab)]).toEqual(before);
  });

  it('says that a page could not be read', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    await page.goto('chrome://version');
    expect(await ask(asker, 'annotateTab', { tab })).toMatchObject({ ok: true, value: { status: 'not-allowed' } });
    expect(await titleOf(asker, tab)).toMatch(sentence('action.failed'));
    expect(await badgeOf(asker, tab)).toBe('!');
  });

  it('says that it is off on a site, and on again', async () => {
    const asker = await openAsker();
    try {
      expect(await ask(asker, 'setOff', { site: 'heise.de', off: true })).toMatchObject({ ok: true });
      const page = await open(articleAddress);
      const other = await openAsker();
      const tab = await tabBefore(other);
      await expect.poll(() => titleOf(other, tab), { timeout: 5_000 }).toMatch(sentence('action.off'));
      expect(await badgeOf(other, tab)).toMatch(sentence('action.off_badge'));
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    } finally {
      await ask(asker, 'setOff', { site: 'heise.de', off: false });
    }
  });
});

describe('an extension that is updated while an article is open', () => {
  it('annotates it anew, without a reload of the page', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    await chromium.browser.installExtension(build);
    await page.evaluate(() => CSS.highlights.clear());
    await waitForMarks(page, 10);
    const asker = await openAsker();
    const tab = await tabBefore(asker);
    await expect.poll(() => ask<PageState>(asker, 'explainTab', { tab }), { timeout: 5_000 }).toMatchObject({ ok: true, value: { status: 'annotated' } });
  });
});

describe('a page', () => {
  it('is not let near other tabs, settings or the flags of other pages', async () => {
    const page = await open(articleAddress);
    await waitForMarks(page, 10);
    const fromPage = (type: string, data: unknown) =>
      inOurWorld<Answer<unknown>>(page, chromium.id, `chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 1 })}).then(({ res }) => JSON.parse(res))`);
    expect(await fromPage('annotateTab', { tab: 1 })).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    expect(await fromPage('setOff', { site: 'heise.de', off: true })).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    const flag = {
      id: '00000000-0000-4000-8000-000000000001', page: { address: 'https://andere.example/a', site: 'andere.example', url: 'https://andere.example/a', title: '' },
      quote: { exact: 'x', prefix: '', suffix: '' }, position: { start: 0, end: 1 }, stance: 'unsure', note: '', created: 1, changed: 1,
    };
    expect(await fromPage('keepFlag', { flag })).toMatchObject({ ok: false, error: { code: 'other_page' } });
    expect(await fromPage('keepFlag', { flag: { ...flag, page: { ...flag.page, address: 'https://heise.de/news/bezos-kopiert-musk-10123456.html', site: 'heise.de' } } })).toMatchObject({ ok: true });
    expect(await fromPage('deleteFlag', { id: flag.id })).toMatchObject({ ok: true, value: { deleted: expect.any(Number) } });
    expect(await inOurWorld<string>(page, chromium.id, `chrome.storage.local.get().then(() => 'open', (fault) => 'closed')`)).toBe('closed');
  });
});
