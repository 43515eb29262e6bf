/** The notebook with ten thousand flags, in real headless Chromium from the store build: opened, searched as one types, scrolled. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { findBrowser } from '../../browsers/find-browsers.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { median, ratio } from '../rounds.ts';
import { chromeBuild } from '../weigh.ts';

/** Frames of one round of scrolling. */
const turnsOf = 60;

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

interface Rounds {
  ours: number[];
  floor: number[];
}

/** Milliseconds from the navigation to the list with all flags, drawn; and, as the floor, of a bare reading of the same rows from the same database. */
async function openings(page: Page, count: number, rounds: number): Promise<Rounds> {
  const times: Rounds = { ours: [], floor: [] };
  for (let round = -1; round < rounds; round += 1) {
    await page.reload({ waitUntil: 'load' });
    const { ours, floor } = await page.evaluate(async (wanted) => {
      while (document.querySelector('.flag-rows li')?.getAttribute('aria-setsize') !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
      const opened = performance.now();
      const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
      const database = await answer(indexedDB.open('randnotiz'));
      const begin = performance.now();
      await answer(database.transaction('flags').objectStore('flags').getAll());
      const read = performance.now() - begin;
      database.close();
      return { ours: opened, floor: read };
    }, String(count));
    if (round < 0) continue;
    times.ours.push(ours);
    times.floor.push(floor);
  }
  return times;
}

/** Milliseconds of work for each keystroke, layout included; and, as the floor, of looking for the same letters in each row one after the other. */
function keystrokes(page: Page, words: readonly string[]): Promise<Rounds> {
  return page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('randnotiz');
      request.onsuccess = () => resolve(request.result);
    });
    const rows = await new Promise<{ quote: { exact: string }; note: string; page: { title: string } }[]>((resolve) => {
      const request = database.transaction('flags').objectStore('flags').getAll();
      request.onsuccess = () => resolve(request.result as never);
    });
    database.close();
    const put = async (value: string): Promise<number> => {
      const begin = performance.now();
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      // The list is drawn in a microtask.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      document.querySelector<HTMLElement>('.flag-rows')?.getBoundingClientRect();
      return performance.now() - begin;
    };
    const scan = (value: string): number => {
      const begin = performance.now();
      const sought = value.toLowerCase();
      const found = rows.filter(({ quote, note, page: { title } }) => `${quote.exact} ${note} ${title}`.toLowerCase().includes(sought)).length;
      return found < 0 ? 0 : performance.now() - begin;
    };
    const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
    await put('x');
    for (const word of all) {
      for (let length = 1; length <= word.length; length += 1) {
        times.ours.push(await put(word.slice(0, length)));
        times.floor.push(scan(word.slice(0, length)));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await put('');
    }
    return times;
  }, words);
}

/**
 * Milliseconds of the main thread for each frame while the list is scrolled, at every tenth by a leap; and, as the floor, while as many rows of plain text are
 * written anew in each frame.
 */
async function scrolling(page: Page, rounds: number): Promise<Rounds> {
  const times: Rounds = { ours: [], floor: [] };
  const worked = async (way: 'ours' | 'floor'): Promise<number> => {
    const before = (await page.metrics()).TaskDuration!;
    await page.evaluate(async (which, turns) => {
      const list = document.querySelector<HTMLElement>('.flag-rows')!;
      const leap = list.scrollHeight / 40;
      const rows = list.querySelectorAll('li').length;
      const plainRows = document.createElement('div');
      if (which === 'floor') document.body.prepend(plainRows);
      let top = list.scrollTop;
      for (let turn = 0; turn < turns; turn += 1) {
        top = (top + (turn % 10 === 9 ? leap : 90)) % (leap * 39);
        if (which === 'ours') list.scrollTop = top;
        else plainRows.innerHTML = Array.from({ length: rows }, (_, row) => `<p>Zeile ${turn + row}: Nordlicht Robotik sammelt ${turn} Millionen Euro von Investoren ein.</p>`).join('');
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      plainRows.remove();
    }, way, turnsOf);
    return (((await page.metrics()).TaskDuration! - before) * 1000) / turnsOf;
  };
  for (let round = -1; round < rounds; round += 1) {
    const ours = await worked('ours');
    const floor = await worked('floor');
    if (round < 0) continue;
    times.ours.push(ours);
    times.floor.push(floor);
  }
  return times;
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
    // What is prepared while the page rests: the index of the search, the names in the flags.
    await new Promise((resolve) => setTimeout(resolve, quick ? 1000 : 8000));
    const keys = await keystrokes(page, typed);
    const scrolled = await scrolling(page, rounds);
    const drawn = await page.$$eval('.flag-rows li', (rows) => rows.length);
    return [
      row('notebook', `opening it to a bare reading of its rows, ${what}`, ratio(opened.ours, opened.floor), { goal: 6, wants: 'down', unit: '× floor', note: `${median(opened.ours).toFixed(0)} ms here` }),
      row('notebook', `a keystroke in its search to looking through all rows, ${what}`, ratio(keys.ours, keys.floor), { goal: 2, wants: 'down', unit: '× floor', note: `${median(keys.ours).toFixed(1)} ms here; umlauts, stems and order included, the list drawn` }),
      row('notebook', `a frame while scrolling to one that writes as many plain rows, ${what}`, ratio(scrolled.ours, scrolled.floor), { goal: 3, wants: 'down', unit: '× floor', note: `${median(scrolled.ours).toFixed(1)} ms of work here; ${drawn} rows are drawn at a time` }),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const notebook: Part = { name: 'notebook', needs: 'browser', run };
