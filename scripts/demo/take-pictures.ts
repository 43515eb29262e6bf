/** The demo without a display: the same build, page and gestures, with pictures of the page and the popup, and a summary. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { FoundBrowser } from '../browsers/find-browsers.ts';
import type { PageState } from '../../lib/messages/calls.ts';
import { summaryLines } from './summary-lines.ts';

const folder = resolve(import.meta.dirname, '../../.output/demo');
const firefoxUuid = '2a0b6d0e-52c2-4c27-9c51-6d1e7f0a9b21';
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=de'];

/** Takes `article.png` and `popup.png` under `.output/demo/` and prints the summary. */
export async function takePictures(found: FoundBrowser, build: string, address: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await start(found, build);
  try {
    const id = await browser.installExtension(build);
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
    const popup = await openPopup(browser, found, page, id);
    const state = await readState(popup, address);
    const pictures = { article: join(folder, 'article.png'), popup: join(folder, 'popup.png') };
    await popup.screenshot({ path: pictures.popup, fullPage: true });
    await popup.close();
    await page.bringToFront();
    await openCard(page);
    await page.screenshot({ path: pictures.article });
    console.log([...summaryLines(state), '', `Page:  ${pictures.article}`, `Popup: ${pictures.popup}`].join('\n'));
  } finally {
    await browser.close();
  }
}

function start({ engine, path }: FoundBrowser, build: string): Promise<Browser> {
  const common = { executablePath: path, headless: true, defaultViewport: { width: 1100, height: 1000, deviceScaleFactor: 2 } };
  if (engine === 'chromium') {
    const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
    return launch({ ...common, browser: 'chrome', pipe: true, enableExtensions: true, args, env: { ...process.env, LANGUAGE: 'de', LANG: 'de_DE.UTF-8' } });
  }
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  return launch({
    ...common,
    browser: 'firefox',
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [manifest.browser_specific_settings.gecko.id]: firefoxUuid }), 'intl.locale.requested': 'de' },
  });
}

/** The popup of the article's tab: in Chromium by a real click on the toolbar button, in Firefox as a page beside it. */
async function openPopup(browser: Browser, { engine }: FoundBrowser, page: Page, id: string): Promise<Page> {
  if (engine === 'firefox') {
    const popup = await browser.newPage();
    await popup.goto(`moz-extension://${firefoxUuid}/popup.html`, { waitUntil: [] });
    return popup;
  }
  await page.bringToFront();
  const extension = (await browser.extensions()).get(id);
  await extension!.triggerAction(page);
  const target = await browser.waitForTarget((one) => one.url().includes(`${id}/popup.html`), { timeout: 10_000 });
  const popup = await target.asPage();
  await popup.waitForSelector('[role="tab"]', { timeout: 10_000 });
  return popup;
}

/** Clicks the first marked name that stands in the middle of the window, as a reader would, and waits for its card. */
async function openCard(page: Page): Promise<void> {
  const point = await page.evaluate(() => {
    const middle = innerHeight * 0.4;
    const places = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { name: range.toString(), x: left + width / 2, y: top + height / 2 };
      }),
    );
    return places.filter(({ name, y }) => name.length < 25 && y > 100 && y < innerHeight - 100).sort((a, b) => Math.abs(a.y - middle) - Math.abs(b.y - middle))[0];
  });
  if (!point) return;
  const children = await page.evaluate(() => document.documentElement.children.length);
  await page.mouse.click(point.x, point.y);
  await page.waitForFunction((before) => document.documentElement.children.length > before, { timeout: 5000 }, children);
  // The card asks the background for its facts.
  await new Promise((resolve) => setTimeout(resolve, 600));
}

/** What the reader in the article's tab says of its page: asked as the popup itself asks. */
async function readState(popup: Page, address: string): Promise<PageState> {
  const reply = await popup.evaluate(async (wanted) => {
    type Api = { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]>; sendMessage(tab: number, message: object): Promise<{ res: unknown }> } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = scope.browser ?? scope.chrome;
    const tab = (await api.tabs.query({})).find((one) => one.url === wanted);
    return tab && (await api.tabs.sendMessage(tab.id, { id: 0, type: 'state', data: {}, timestamp: 0 }));
  }, address);
  const answer = reply?.res as { ok: true; value: PageState } | { ok: false } | undefined;
  if (!answer?.ok) throw new Error('The page was opened, but the extension did not answer for it.');
  return answer.value;
}
