/** `npm run screenshots`: pictures for the stores and the documents, 1280 × 800, light and dark, from the real product on the seed article. Into docs/store/screenshots/. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from './browsers/find-browsers.ts';
import { buildDemo } from './demo/build-demo.ts';
import { serveSeedPage } from './demo/serve-seed-page.ts';

const folder = resolve(import.meta.dirname, '../docs/store/screenshots');
const size = { width: 1280, height: 800 };
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const found = findBrowser('chromium');
if (!found) throw new Error('No Chromium or Chrome found: npm start -- --install-browser gets one on Debian and Ubuntu.');
mkdirSync(folder, { recursive: true });
const build = buildDemo('chromium');
const site = await serveSeedPage();
try {
  for (const theme of themes) await picture(theme);
} finally {
  await site.close();
}
console.log(`Pictures: ${folder}`);

/** A browser of its own for each theme, so that the welcome page opens anew. */
async function picture(theme: Theme): Promise<void> {
  const browser = await launch({
    browser: 'chrome', executablePath: found!.path, headless: true, pipe: true, enableExtensions: true, defaultViewport: size,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync', '--lang=de', '--hide-scrollbars'],
    env: { ...process.env, LANGUAGE: 'de', LANG: 'de_DE.UTF-8' },
  });
  try {
    const id = await browser.installExtension(build);
    const extension = (await browser.extensions()).get(id)!;
    const welcome = (await (await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), { timeout: 20_000 })).page())!;
    await ready(welcome, theme);
    await welcome.waitForFunction(() => CSS.highlights.size > 0, { polling: 100 });
    await save(welcome, '1-welcome', theme);

    const article = await browser.newPage();
    await ready(article, theme);
    await article.goto(site.address, { waitUntil: 'load' });
    await article.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
    await openCard(article, 'Vik Bajaj');
    await save(article, '2-card', theme);
    await article.keyboard.press('Escape');

    /** The popup by a real click on the toolbar; it closes when another page comes to the front. */
    const openPopup = async (): Promise<Page> => {
      await article.bringToFront();
      await extension.triggerAction(article);
      const popup = await (await browser.waitForTarget((one) => one.url().includes(`${id}/popup.html`), { timeout: 10_000 })).asPage();
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await popup.waitForSelector('[role=tab]');
      return popup;
    };

    const popup = await openPopup();
    await popup.evaluate(() => document.querySelectorAll<HTMLElement>('[role=tab]')[2]!.click());
    await pause();
    await beside(browser, article, popup, { width: 380, height: 600 }, '3-popup', theme);

    await (await openPopup()).evaluate(() => document.querySelector<HTMLElement>('.ways button')!.click());
    const panel = await (await browser.waitForTarget((one) => one.url().includes('/sidepanel.html'), { timeout: 10_000 })).asPage();
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await panel.setViewport({ width: 400, height: 800 });
    await panel.waitForSelector('[role=tab]');
    await panel.evaluate(() => document.querySelectorAll<HTMLElement>('[role=tab]')[2]!.click());
    await panel.waitForSelector('.knot');
    await pause();
    await beside(browser, article, panel, { width: 400, height: 800 }, '4-side-panel', theme);

    const options = await browser.newPage();
    await ready(options, theme);
    await options.goto(`chrome-extension://${id}/options.html#silence`, { waitUntil: 'load' });
    await options.waitForSelector('#silence dl');
    await options.evaluate(() => document.querySelector('#storage')!.scrollIntoView());
    await save(options, '5-silence', theme);
  } finally {
    await browser.close();
  }
}

async function ready(page: Page, theme: Theme): Promise<void> {
  await page.bringToFront();
  await page.setViewport(size);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
}

async function save(page: Page, name: string, theme: Theme): Promise<void> {
  await pause();
  await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
}

/** A surface of the browser's own frame beside the page it belongs to, as one sees them together; puppeteer takes only one at a time. */
async function beside(browser: Browser, page: Page, surface: Page, box: { width: number; height: number }, name: string, theme: Theme): Promise<void> {
  const [left, right] = [await page.screenshot({ encoding: 'base64' }), await surface.screenshot({ encoding: 'base64' })];
  const sheet = await browser.newPage();
  await sheet.setViewport(size);
  await sheet.setContent(
    `<body style="margin:0;overflow:hidden"><img src="data:image/png;base64,${left}"><img src="data:image/png;base64,${right}" style="position:fixed;top:${box.height < size.height ? 12 : 0}px;right:${box.height < size.height ? 24 : 0}px;box-shadow:0 6px 30px #0006"></body>`,
  );
  await save(sheet, name, theme);
  await sheet.close();
}

/** Clicks a marked name as a reader would and waits for its card. */
async function openCard(page: Page, name: string): Promise<void> {
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('article, main, body')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      range.startContainer.parentElement!.scrollIntoView({ block: 'start' });
      scrollBy(0, -120);
      const { left, top, width, height } = range.getClientRects()[0]!;
      return { x: left + width / 2, y: top + height / 2 };
    }
    return undefined;
  }, name);
  if (!point) throw new Error(`The sample article no longer names ${name}.`);
  await page.mouse.click(point.x, point.y);
  await pause();
}

/** Cards ask for their facts, styles fade in: then all stands still. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 900));
}
