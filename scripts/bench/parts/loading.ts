/**
 * How an article feels us while it loads: from its text to its marks, and what we move in it. In real Chromium from the store build, every load another text,
 * so that no analysis is remembered. A running service worker has read three articles before, a stopped one was started anew for each.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { median, plain } from '../rounds.ts';
import { freshArticle, listed, rest, stopWorker, unlisted, withStoreBuild, type StoreWorld } from '../store-world.ts';

/** What the page notes of itself, from its first line of script on; times in milliseconds since its navigation. */
interface Noted {
  /** The first frame in which a highlight is registered. */
  marked: number;
  shift: number;
  /** Records of changes after the parser is done; ours come after it always. */
  mutations: number;
}

/** Runs in the page before all else. */
function takeNotes(): void {
  const noted: Noted = { marked: 0, shift: 0, mutations: 0 };
  (globalThis as unknown as { noted: Noted }).noted = noted;
  const look = (): void => {
    if (CSS.highlights.size > 0) noted.marked = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (noted.shift += (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
  const changes = new MutationObserver((records) => (noted.mutations += records.length));
  document.addEventListener('DOMContentLoaded', () => changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }), { once: true });
}

interface Loaded {
  noted: Noted;
  /** First paint of the text, and the end of the parser. */
  painted: number;
  parsed: number;
  /** One pass over the article's text nodes that touches every character, cold. */
  floor: number;
  /** Layouts and recalculations of style in the whole life of the page. */
  layouts: number;
  styles: number;
}

async function load({ chromium, server }: StoreWorld, host: string, ready: (page: Page, session: CDPSession) => Promise<void>): Promise<Loaded> {
  const address = `${host}/news/ein-artikel-10123456.html`;
  server.put(address, freshArticle());
  const page = await chromium.browser.newPage();
  const session = await page.createCDPSession();
  await page.evaluateOnNewDocument(takeNotes);
  await ready(page, session);
  await page.goto(address, { waitUntil: 'load' });
  if (host === listed) await page.waitForFunction(() => (globalThis as unknown as { noted: Noted }).noted.marked > 0, { timeout: 20_000, polling: 100 });
  await rest(500);
  const metrics = await page.metrics();
  const inPage = await page.evaluate(() => {
    const begin = performance.now();
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let at = 0; at < data.length; at += 1) sum += data.charCodeAt(at);
    }
    const floor = sum > 0 ? performance.now() - begin : 0;
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return { noted: (globalThis as unknown as { noted: Noted }).noted, floor, painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, parsed: navigation!.domContentLoadedEventStart };
  });
  await page.close();
  return { ...inPage, layouts: metrics.LayoutCount!, styles: metrics.RecalcStyleCount! };
}

/** From the text's first paint to the frame with the marks; from the end of the parser, which the browser gives our scripts their turn after, in the note. */
function waited(what: string, goal: number, loads: readonly Loaded[]): Row {
  const times = loads.map(({ noted, painted }) => Math.max(0, noted.marked - painted));
  const fromParsed = median(loads.map(({ noted, parsed }) => noted.marked - parsed));
  const floor = median(loads.map((one) => one.floor));
  return row('loading', `from the text's first paint to the frame with its marks, ${what}`, plain(times), { goal, wants: 'down', unit: 'ms', note: `${fromParsed.toFixed(0)} ms after the parser's end; the floor of this page, cold, is ${floor.toFixed(2)} ms` });
}

async function run({ rounds, say }: Bench): Promise<Row[]> {
  return withStoreBuild(async (world) => {
    const stopped: Loaded[] = [];
    const running: Loaded[] = [];
    const without: Loaded[] = [];
    const asItIs = async (): Promise<void> => {};
    for (let round = -3; round < rounds; round += 1) {
      say(`loading: service worker running, round ${round + 1} of ${rounds}`);
      const pair = [await load(world, listed, asItIs), await load(world, unlisted, asItIs)] as const;
      if (round < 0) continue;
      running.push(pair[0]);
      without.push(pair[1]);
    }
    for (let round = 0; round < rounds; round += 1) {
      say(`loading: service worker stopped, round ${round + 1} of ${rounds}`);
      stopped.push(await load(world, listed, (_, session) => stopWorker(world.chromium, session)));
    }
    const more = (of: 'layouts' | 'styles'): number[] => running.map((one, round) => one[of] - without[round]![of]);
    const most = (of: 'mutations' | 'shift'): number => Math.max(...[...stopped, ...running].map(({ noted }) => noted[of]));
    const what = 'while the seed page loads and is marked';
    return [
      waited('service worker stopped', 100, stopped),
      waited('service worker running', 30, running),
      row('loading', `layouts more than without us, ${what}`, plain(more('layouts')), { goal: 0, wants: 'down', unit: 'layouts', note: `recalculations of style: ${median(more('styles'))} more` }),
      row('loading', `changes of the page's nodes after its parser is done, ${what}`, most('mutations'), { goal: 0, wants: 'down', unit: 'mutations' }),
      row('loading', `layout shift, ${what}`, most('shift'), { goal: 0, wants: 'down', unit: 'score' }),
    ];
  });
}

export const loading: Part = { name: 'loading', needs: 'browser', run };
