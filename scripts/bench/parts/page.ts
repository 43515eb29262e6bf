/** What a page feels: in real headless Chromium, on the seed article as a news page, once, ten, a hundred and a thousand times over. */
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../browsers/find-browsers.ts';
import { escapeHtml, newsPage, seedBody } from '../../pages/seed-page.ts';
import { buildForPage } from '../build-core.ts';
import type { PageSide } from '../page-side.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row, rowsOf } from '../part.ts';
import { plain, ratio } from '../rounds.ts';
import { makeForms } from '../texts-made.ts';
import { textWith } from '../texts.ts';

declare const bench: PageSide;

/** The article so many times over as one page. */
function pageOf(times: number): string {
  return newsPage({ title: 'Ein Artikel', body: Array.from({ length: times }, () => seedBody()).join('\n') });
}

function paragraphs(text: string): string {
  return text.match(/.{1,600}(?:\s|$)/gs)!.map((part) => `<p>${escapeHtml(part)}</p>`).join('\n');
}

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  const script = await buildForPage('page-side.ts');
  const browser = await launch({ browser: 'chrome', executablePath: findBrowser('chromium')!.path, headless: true, pipe: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const open = (html: string): Promise<Page> => openPage(browser, html, script);
    const rows = [
      ...(await rowsOf('page', 'reading and painting the article', () => onArticle(open, rounds, say))),
      ...(await rowsOf('page', 'the 0.8 MB page', () => slices(open, 107, say))),
    ];
    if (!quick) rows.push(...(await rowsOf('page', 'the 8 MB page', () => slices(open, 1070, say))));
    rows.push(...(await rowsOf('page', 'live ticker', () => tickers(open, quick, rounds, say))));
    rows.push(...(await rowsOf('page', 'mark.js', () => peers(open, quick, rounds, say))), ...(await rowsOf('page', 'wrapping in elements', () => wrapping(open, quick, rounds, say))));
    return rows;
  } finally {
    await browser.close();
  }
}

type Open = (html: string) => Promise<Page>;
type Say = Bench['say'];

async function openPage(browser: Browser, html: string, script: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: 'load', timeout: 120_000 });
  await page.evaluate(`${script};globalThis.bench=bench`);
  return page;
}

async function onArticle(open: Open, rounds: number, say: Say): Promise<Row[]> {
  say('page: 7.5 KB and 75 KB');
  const small = await open(pageOf(1));
  await small.evaluate(() => bench.prepare());
  const detector = await small.evaluate((count) => bench.compare(['floor', 'detector'], count, 40, 5), rounds);
  await small.close();
  const cold: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const page = await open(pageOf(1));
    const times = await page.evaluate(() => bench.compare(['floor', 'detector', 'viewport'], 1, 1, 0));
    cold.floor.push(times['floor']![0]!);
    cold.ours.push(times['detector']![0]! + times['viewport']![0]!);
    await page.close();
  }
  const page = await open(pageOf(10));
  await page.evaluate(() => bench.prepare());
  const times = await page.evaluate((count) => bench.compare(['floor', 'viewport', 'all'], count, 10, 5), rounds);
  await page.close();
  return [
    row('page', 'the detector on the seed page', ratio(detector['detector']!, detector['floor']!), { goal: 1, wants: 'down', unit: '× floor' }),
    row('page', 'reading and painting 75 KB, viewport first, warm', ratio(times['viewport']!, times['floor']!), { goal: 2, wants: 'down', unit: '× floor' }),
    row('page', 'reading and painting 75 KB, all marks, warm', ratio(times['all']!, times['floor']!), { goal: 3.5, wants: 'down', unit: '× floor' }),
    row('page', 'detector, reading and painting 7.5 KB in a new tab, cold', ratio(cold.ours, cold.floor), { goal: 5, wants: 'down', unit: '× cold floor' }),
  ];
}

/** One run of each size: the longest of very many slices is no median, and all else is counted. */
async function slices(open: Open, times: number, say: Say): Promise<Row[]> {
  say(`page: ${times} times the article, 10,000 marks`);
  const page = await open(pageOf(times));
  const count = await page.evaluate((most) => bench.prepare(most), 10_000);
  const found = await page.evaluate(() => bench.longestTask());
  await page.close();
  const what = `${(times * 0.0075).toFixed(1)} MB page, ${count.toLocaleString('en')} marks`;
  return [
    row('page', `longest task of ours, ${what}`, found.longest, { goal: 50, wants: 'down', unit: 'ms', note: 'the longest of one run' }),
    row('page', `changes of the page's nodes, ${what}`, found.mutations, { goal: 0, wants: 'down', unit: 'mutations' }),
    row('page', `layout shift, ${what}`, found.shift, { goal: 0, wants: 'down', unit: 'score' }),
  ];
}

async function tickers(open: Open, quick: boolean, rounds: number, say: Say): Promise<Row[]> {
  say('page: live ticker');
  const page = await open(pageOf(quick ? 10 : 100));
  await page.evaluate(() => bench.prepare());
  const { first, change } = await page.evaluate((count) => bench.ticker(count), rounds);
  await page.close();
  return [row('page', `one paragraph changes in a ${quick ? 75 : 750} KB page, to the first run`, ratio(change, first, 100), { goal: 2, wants: 'down', unit: '%' })];
}

async function peers(open: Open, quick: boolean, rounds: number, say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [count, warmGoal, coldGoal] of [[60, 100, 10], [1000, 2000, 100]] as const) {
    if (quick && count > 60) continue;
    say(`page: mark.js, ${count} terms`);
    const forms = makeForms(count);
    const html = newsPage({ title: 'Ein Artikel', body: paragraphs(textWith(forms, 75_000)) });
    const warm: { theirs: number[]; ours: number[] } = { theirs: [], ours: [] };
    const cold: typeof warm = { theirs: [], ours: [] };
    const page = await open(html);
    for (let round = -2; round < rounds; round += 1) {
      const times = await page.evaluate((given) => bench.againstMarkJs(given), forms);
      if (round === -2) {
        cold.theirs.push(times.theirs);
        cold.ours.push(times.ours);
      }
      if (round >= 0) {
        warm.theirs.push(times.theirs);
        warm.ours.push(times.ours);
      }
    }
    await page.close();
    const bound = { wants: 'up', unit: '× slower', note: 'ours reads, matches and paints' } as const;
    rows.push(row('page', `mark.js, ${count.toLocaleString('en')} terms, 75 KB, warm, to ours`, ratio(warm.theirs, warm.ours), { goal: warmGoal, ...bound }));
    rows.push(row('page', `mark.js, ${count.toLocaleString('en')} terms, cold, to ours`, ratio(cold.theirs, cold.ours), { goal: coldGoal, ...bound }));
  }
  return rows;
}

/** Milliseconds that the main thread works for one way of marking, until two frames are drawn. */
async function workOf(open: Open, html: string, marks: number, way: 'wrapMarks' | 'paintMarks' | 'readOnly'): Promise<number> {
  const page = await open(html);
  await page.evaluate((most) => bench.prepare(most), marks);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const before = (await page.metrics()).TaskDuration!;
  await page.evaluate(async (name) => {
    await bench[name]();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, way);
  const after = (await page.metrics()).TaskDuration!;
  await page.close();
  return (after - before) * 1000;
}

async function wrapping(open: Open, quick: boolean, rounds: number, say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [count, times, goal] of [[1000, 10, 6], [9000, 100, 10]] as const) {
    if (quick && count > 1000) continue;
    say(`page: painting against wrapping, ${count} marks`);
    const html = pageOf(times);
    const added: { wrap: number[]; paint: number[] } = { wrap: [], paint: [] };
    for (let round = 0; round < rounds; round += 1) {
      const read = await workOf(open, html, count, 'readOnly');
      added.wrap.push(Math.max(0, (await workOf(open, html, count, 'wrapMarks')) - read));
      added.paint.push(Math.max(0.1, (await workOf(open, html, count, 'paintMarks')) - read));
    }
    rows.push(row('page', `wrapping ${count.toLocaleString('en')} words in elements, to painting them: time added`, ratio([plain(added.wrap).value], [plain(added.paint).value]), { goal, wants: 'up', unit: '× slower' }));
  }
  return rows;
}

export const page: Part = { name: 'page', needs: 'browser', run };
