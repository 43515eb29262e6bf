/** The notebook with ten thousand flags, in real headless Chromium from the store build: opened, searched as one types, scrolled. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../browsers/find-browsers.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { plain, quantile } from '../rounds.ts';
import { chromeBuild } from '../weigh.ts';

/** What is typed: the beginnings and insides of words, umlauts with and without dots, a word that is in many flags and one that is in few. */
const typed = ['haeuser', 'robotik millionen', 'Großrechner 77', 'übernahm'];

/** So many invented flags as JSON Lines: words repeat as they do in articles, figures and names tell them apart. */
function flagsFile(count: number): string {
  const firms = ['Nordlicht Robotik', 'Alpenchip', 'Häuserdrucker', 'Großrechnerwerk', 'Süßwasser-KI', 'Feldfunk', 'Lichtbogen', 'Wolkenheiz'];
  const deeds = ['sammelt $ Millionen Euro von Investoren ein', 'übernahm einen Anbieter von Sensoren für $ Millionen Euro', 'beschäftigt inzwischen $ Menschen in drei Werken', 'will bis zum Jahr 2031 rund $ Anlagen ausliefern'];
  return Array.from({ length: count }, (_, index) => {
    const exact = `${firms[index % firms.length]} ${deeds[(index >> 3) % deeds.length]!.replace('$', String(3 + index))}, wie das Unternehmen mitteilte.`;
    const address = `https://www.zeitung-${index % 40}.example/netz/artikel-${index % 2500}.html`;
    const at = Date.UTC(2026, 0, 1) + index * 900_000;
    return JSON.stringify({
      schema: 'randnotiz.flag/1', id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
      page: { address, site: `zeitung-${index % 40}.example`, title: `Artikel ${index % 2500} über ${firms[index % firms.length]}`, url: address },
      quote: { exact, prefix: '', suffix: '' }, position: { start: index, end: index + exact.length }, stance: (['unsure', 'doubtful', 'confirmed'] as const)[index % 3],
      note: index % 4 === 0 ? `Nachfragen, Anmerkung ${index}` : '', tags: index % 5 === 0 ? ['prüfen'] : [], created: at, changed: at,
    });
  }).join('\n');
}

async function fill(page: Page, path: string, count: number): Promise<void> {
  await page.waitForSelector('[role="tab"]');
  await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role="tab"]')].at(-1)!.click());
  const input = await page.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await page.waitForSelector('.import-preview .primary', { timeout: 120_000 });
  await page.click('.import-preview .primary');
  await page.waitForFunction(() => !document.querySelector('.import-preview'), { timeout: 120_000 });
  await page.evaluate(() => document.querySelector<HTMLElement>('[role="tab"]')!.click());
  await page.waitForFunction((wanted) => document.querySelector('.flag-rows li')?.getAttribute('aria-setsize') === String(wanted), { timeout: 60_000 }, count);
}

/** Milliseconds from the navigation to the list with all flags, drawn. */
async function openings(page: Page, count: number, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    await page.reload({ waitUntil: 'load' });
    const took = await page.evaluate(async (wanted) => {
      while (document.querySelector('.flag-rows li')?.getAttribute('aria-setsize') !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now();
    }, String(count));
    if (round >= 0) times.push(took);
  }
  return times;
}

/** Milliseconds of each keystroke, from the input's event until the changed list is in the document and a frame is due. */
function keystrokes(page: Page, words: readonly string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
    const times: number[] = [];
    const put = async (value: string): Promise<number> => {
      const begin = performance.now();
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - begin;
    };
    for (const word of all) {
      for (let length = 1; length <= word.length; length += 1) times.push(await put(word.slice(0, length)));
      await put('');
    }
    return times;
  }, words);
}

/** Milliseconds between frames while the list is scrolled through, a screen and more a frame at times. */
function frames(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    const list = document.querySelector<HTMLElement>('.flag-rows')!;
    const times: number[] = [];
    const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await next();
    let before = await next();
    for (let frame = 0; frame < wanted; frame += 1) {
      list.scrollTop += frame % 10 === 9 ? list.scrollHeight / 40 : 90;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) list.scrollTop = 0;
      const now = await next();
      times.push(now - before);
      before = now;
    }
    return times;
  }, count);
}

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  if (!existsSync(chromeBuild)) throw new Error('bench: no build to open; run npm run build:chrome first.');
  const count = quick ? 1000 : 10_000;
  const what = `${count.toLocaleString('en')} flags`;
  const folder = mkdtempSync(join(tmpdir(), 'randnotiz-bench-notebook-'));
  const path = join(folder, 'flags.jsonl');
  writeFileSync(path, `${flagsFile(count)}\n`);
  const browser = await launch({
    browser: 'chrome', executablePath: findBrowser('chromium')!.path, headless: true, pipe: true, enableExtensions: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'], defaultViewport: { width: 1100, height: 900 },
  });
  try {
    const id = await browser.installExtension(chromeBuild);
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/notebook.html`, { waitUntil: 'load' });
    await page.bringToFront();
    say(`notebook: reading ${what} in`);
    await fill(page, path, count);
    say('notebook: opening, searching, scrolling');
    const opened = await openings(page, count, rounds);
    // The names in the flags are found beside; then the page is at rest.
    await new Promise((resolve) => setTimeout(resolve, quick ? 1000 : 5000));
    const keys = await keystrokes(page, typed);
    const scrolled = await frames(page, quick ? 120 : 600);
    const drawn = await page.$$eval('.flag-rows li', (rows) => rows.length);
    return [
      row('notebook', `opening it, ${what}`, plain(opened), { goal: 1500, wants: 'down', unit: 'ms' }),
      row('notebook', `a keystroke in its search, ${what}`, plain(keys), { goal: 50, wants: 'down', unit: 'ms', note: 'until the list is drawn; a frame alone takes 17 ms' }),
      row('notebook', `the slowest of ${keys.length} keystrokes, ${what}`, Math.max(...keys), { goal: 100, wants: 'down', unit: 'ms' }),
      row('notebook', `a frame while scrolling, 95th percentile, ${what}`, quantile(scrolled, 0.95), { goal: 34, wants: 'down', unit: 'ms', note: `${drawn} rows are drawn at a time` }),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const notebook: Part = { name: 'notebook', needs: 'browser', run };
