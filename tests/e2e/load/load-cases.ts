/**
 * Under load, in a real browser from the store build: many tabs, storms of navigations, live tickers, endless scrolling, a page of many megabytes, a
 * notebook of a hundred thousand flags. Small here; `npm run test:load` runs all of it in full and holds the figures, which a busy machine would blur.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { median, ratio } from '../../../scripts/bench/rounds.ts';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import { marksOf, waitForMarks } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { compareFlags } from './many-flags.ts';

const isFull = process.env['RANDNOTIZ_LOAD'] === 'full';
const size = isFull
  ? { tabs: 50, storm: 60_000, ticker: 60_000, articles: 200, megabytes: 8, flags: 100_000, rounds: 15 }
  : { tabs: 4, storm: 2_000, ticker: 2_000, articles: 6, megabytes: 1, flags: 2_000, rounds: 3 };
/** A long task is one of 50 ms; memory is back within a tenth; more flags may cost half as much again. */
const limits = { task: 50, memory: 1.1, flags: 1.5 };

/** A browser under load. */
export interface LoadWorld {
  open(address: string): Promise<Page>;
  openExtensionPage(path: string): Promise<Page>;
  /** Opens what the toolbar's button opens on this page. */
  openPopup(page: Page): Promise<Page>;
  /** Bytes that the background holds after all that can go has gone. */
  backgroundMemory(): Promise<number>;
  /** Begins to watch in a page for how long its thread was not free; gives the function that tells the longest (ms). */
  watchTasks(page: Page): Promise<() => Promise<number>>;
  close(): Promise<void>;
}

let server: PageServer;
let world: LoadWorld;
const rows: { what: string; figure: string }[] = [];
const note = (what: string, figure: string): void => void rows.push({ what, figure });

const counted = async (page: Page): Promise<number> => Object.values(await marksOf(page)).flat().length;

/** Takes the browser's name and its start; loads it, and leaves the rows of its table where `npm run test:load` looks for them. */
export function holdUnderLoad(name: string, start: (server: PageServer) => Promise<LoadWorld>): void {
  beforeAll(async () => {
    server = await serveUsualPages();
    world = await start(server);
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
    const folder = process.env['RANDNOTIZ_LOAD_ROWS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(rows.map((row) => ({ browser: name, ...row }))));
  });
  describe(`${name} under load`, () => cases(start));
}

/** Where we may not be, and so are not: what a page costs by itself. */
const strangeAddress = 'https://fremd.example/seite-10999998.html';

/** Notes the longest task (ms) on a page of ours beside that on the same page without us; in full, what we add is no long task. */
function holdTasks(what: string, ours: number, bare: number): void {
  note(what, `longest task ${ours} ms; on the same page without us ${bare} ms`);
  if (isFull) expect(ours - bare).toBeLessThan(limits.task);
}

/** Scrolls articles in, one every 100 ms; gives the longest task (ms) until the last is marked, where we are, or for as long. */
async function scroll(address: string): Promise<number> {
  const page = await world.open(address);
  const isOurs = address !== strangeAddress;
  if (isOurs) await waitForMarks(page, 10);
  const longest = await world.watchTasks(page);
  await page.evaluate(
    async (count, body) => {
      const article = document.querySelector('article')!;
      for (let at = 0; at < count; at += 1) {
        const template = document.createElement('template');
        template.innerHTML = `<section><h2>Artikel ${at}</h2>${body}</section>`;
        article.append(template.content);
        window.scrollTo(0, document.body.scrollHeight);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      article.lastElementChild!.id = 'last';
    },
    size.articles, seedBody().slice(0, 4000).replace(/<[^>]*$/, ''),
  );
  if (isOurs) await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => [...highlight].some((range) => document.querySelector('#last')!.contains(range.startContainer))), { timeout: 120_000, polling: 200 });
  else await quietMoment(5_000);
  const task = await longest();
  await page.close();
  return task;
}

/** Navigates twenty times a second for so long (ms), as far as the browser keeps up; gives how often. Ends on a marked article. */
async function storm(page: Page, time: number): Promise<number> {
  const end = Date.now() + time;
  let count = 0;
  while (Date.now() < end) {
    await page.evaluate((url) => void (location.href = url), count % 2 ? articleAddress : `${articleAddress}?seite=${count}`).catch(() => {});
    count += 1;
    await quietMoment(50);
  }
  await quietMoment(500);
  await page.goto(articleAddress, { waitUntil: 'load' });
  await waitForMarks(page, 10);
  return count;
}

/** The cases; takes how to start one more browser. */
function cases(start: (server: PageServer) => Promise<LoadWorld>): void {
  it('many tabs at once are all marked alike', async () => {
    const one = await world.open(articleAddress);
    await waitForMarks(one, 10);
    await quietMoment();
    const wanted = await counted(one);
    await one.close();
    const before = await world.backgroundMemory();
    const begin = performance.now();
    const pages = await Promise.all(Array.from({ length: size.tabs }, () => world.open(articleAddress)));
    for (const page of pages) await waitForMarks(page, wanted);
    note(`${size.tabs} tabs at once`, `all marked after ${Math.round(performance.now() - begin)} ms`);
    for (const page of pages) expect(await counted(page)).toBe(wanted);
    for (const page of pages) await page.close();
    const after = await world.backgroundMemory();
    note('background memory after the tabs', `${(after / before).toFixed(2)} of the start (${Math.round(after / 1024)} KB)`);
    if (isFull) expect(after / before).toBeLessThanOrEqual(limits.memory);
  }, 300_000);

  it('a storm of navigations ends with the right marks', async () => {
    const page = await world.open(articleAddress);
    // What grows at first is machine code, which the browser's compiler adds for what runs often; a leak would go on growing.
    const first = await world.backgroundMemory();
    await storm(page, size.storm);
    const before = await world.backgroundMemory();
    const count = await storm(page, size.storm);
    expect(Object.values(await marksOf(page)).flat()).toContain('Vik Bajaj');
    const after = await world.backgroundMemory();
    note(`${count} navigations in ${size.storm / 1000} s`, `marks right; background memory ${(after / before).toFixed(2)} of what it was after as many before them (${(before / first).toFixed(2)} of the first article’s)`);
    if (isFull) expect(after / before).toBeLessThanOrEqual(limits.memory);
    await page.close();
  }, 300_000);

  it('a live ticker stays quick and marked to its last paragraph', async () => {
    const page = await world.open(articleAddress);
    await waitForMarks(page, 10);
    await quietMoment();
    const longest = await world.watchTasks(page);
    const count = await page.evaluate(
      (time) =>
        new Promise<number>((resolve) => {
          const article = document.querySelector('article')!;
          const end = performance.now() + time;
          let count = 0;
          const timer = setInterval(() => {
            const paragraph = document.createElement('p');
            paragraph.textContent = `Meldung ${(count += 1)}: Das Unternehmen teilt mit, dass die Software neue Modelle lernt und die Daten prüft.`;
            article.append(paragraph);
            if (performance.now() < end) return;
            clearInterval(timer);
            const last = document.createElement('h2');
            last.textContent = 'Zum Schluss';
            const name = document.createElement('p');
            name.id = 'last';
            name.textContent = 'Auch Vik Bajaj arbeitet bei dem Unternehmen, wie mehrere Insider berichten.';
            article.append(last, name);
            resolve(count);
          }, 50);
        }),
      size.ticker,
    );
    await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => [...highlight].some((range) => range.startContainer.parentElement?.id === 'last')), { timeout: 60_000, polling: 100 });
    note(`${count} paragraphs, one every 50 ms`, `longest task ${await longest()} ms`);
    if (isFull) expect(await longest()).toBeLessThan(limits.task);
    await page.close();
  }, 300_000);

  it('an endless scroll of articles is marked to its end', async () => {
    server.put(strangeAddress, newsPage({ title: seedText().split('\n')[0]!, body: seedBody() }));
    const bare = await scroll(strangeAddress);
    const ours = await scroll(articleAddress);
    holdTasks(`${size.articles} articles, scrolled in`, ours, bare);
  }, 400_000);

  it('a page of megabytes does not stall', async () => {
    const paragraph = '<p>Das Unternehmen von Jeff Bezos teilt mit, dass die Software neue Modelle lernt, und zahlt nach Angaben von Insidern 6,2 Milliarden US-Dollar.</p>';
    const html = newsPage({ title: seedText().split('\n')[0]!, body: seedBody() + paragraph.repeat(Math.ceil((size.megabytes * 1024 * 1024) / paragraph.length)) });
    const [bare, ours] = [strangeAddress, 'https://www.heise.de/news/sehr-lang-10999999.html'];
    server.put(bare, html);
    server.put(ours, html);
    const times: number[] = [];
    const watch = async (address: string, until: (page: Page) => Promise<unknown>): Promise<number> => {
      const begin = performance.now();
      const page = await world.open(address);
      const longest = await world.watchTasks(page);
      await until(page);
      times.push(Math.round(performance.now() - begin));
      const task = await longest();
      await page.close();
      return task;
    };
    // In Firefox, marks on a page of so many elements are drawn in our host.
    const task = await watch(ours, (page) => page.waitForFunction(() => CSS.highlights.size > 0 || document.documentElement.children.length > 2, { timeout: 240_000, polling: 200 }));
    // As long, but without us.
    const without = await watch(bare, () => quietMoment(times[0]));
    holdTasks(`a page of ${size.megabytes} MB, marked after ${times[0]} ms`, task, without);
  }, 300_000);

  it('a notebook full of flags slows neither article nor popup down', async () => {
    const times = await compareFlags(server, () => start(server), size.flags, size.rounds);
    for (const what of ['article', 'popup'] as const) {
      const { few, many } = times[what];
      const { value } = ratio(many, few);
      note(`${what} with ${size.flags} flags`, `${Math.round(median(many))} ms against ${Math.round(median(few))} ms with ten (${value.toFixed(2)})`);
      if (isFull) expect(value).toBeLessThanOrEqual(limits.flags);
    }
  }, 900_000);
}
