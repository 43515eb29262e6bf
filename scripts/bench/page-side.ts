/** What runs in the browser's page: the product's own reading and painting, the floor, and the peers. Times in milliseconds. */
import { bundledPacks } from 'virtual:randnotiz/packs';
import MarkJs from 'mark.js';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { Painter } from '../../lib/highlight/painter.ts';
import { type Mark, markStyles } from '../../lib/highlight/mark.ts';
import { inSlices } from '../../lib/highlight/slices.ts';
import { marksAround, reach } from '../../lib/margin/spots.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import { detect } from '../../lib/page/detect.ts';
import { createFollower } from '../../lib/page/follow-outline.ts';
import { outlineTools } from '../../lib/page/outline.ts';
import { PageReading, readPage } from '../../lib/page/read-page.ts';
import { readText } from '../../lib/text/read-text.ts';
import { packOf } from './texts-made.ts';

const dataset = createDataset(bundledPacks);
const datasets = new Map<string, ReturnType<typeof createDataset>>();

/** One pass over the article's text nodes that touches every character: the least that reading a page can cost. */
function floor(): number {
  const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let at = 0; at < data.length; at += 1) sum += data.charCodeAt(at);
  }
  return sum;
}

function namesIn(text: string): { begin: number; end: number }[] {
  return matchEntities(readText(text), dataset);
}

function marksOf(places: readonly { begin: number; end: number }[]): Mark[] {
  return places.map(({ begin, end }, at) => ({ note: String(at), style: markStyles[at % markStyles.length]!, spans: [[begin, end]] }));
}

let marks: Mark[] = [];
let painter = new Painter(CSS.highlights);

/** Marks the dataset's names; or, to have many of them, every so many-th word. */
export function prepare(count?: number): number {
  const { article } = readPage(document);
  const places = count === undefined ? namesIn(article.text) : [...article.text.matchAll(/\p{L}{5,}/gu)].map((match) => ({ begin: match.index, end: match.index + match[0].length }));
  const step = count === undefined ? 1 : Math.max(1, Math.floor(places.length / count));
  marks = marksOf(places.filter((_, at) => at % step === 0).slice(0, count));
  return marks.length;
}

async function readAndPaint(most: number): Promise<void> {
  const { map } = readPage(document);
  painter = new Painter(CSS.highlights);
  await painter.paint(marks.slice(0, most), map);
}

/** How many marks a viewport shows. */
const inViewport = 40;

/** Runs the contestants in turn, each with `inner` repetitions a round; gives the times of each. */
export async function compare(names: readonly (keyof typeof contestants)[], rounds: number, inner: number, warm: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warm; round < rounds; round += 1) {
    for (const name of names) {
      let took = 0;
      for (let run = 0; run < inner; run += 1) {
        const begin = performance.now();
        const result = contestants[name]();
        if (result instanceof Promise) await result;
        took += performance.now() - begin;
        if (name !== 'floor') painter.clear();
      }
      if (round >= 0) times[name]!.push(took / inner);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}

const contestants = {
  floor,
  detector: () => detect(document, 'https://www.spiegel.de/netzwelt/ein-artikel-ueber-firmen-a-123456.html'),
  viewport: () => readAndPaint(inViewport),
  all: () => readAndPaint(Infinity),
  read: () => readPage(document),
} as const;

/** The longest stretch for which one reading and painting of the page keeps the thread, and what it changes in the page. */
export async function longestTask(): Promise<{ longest: number; mutations: number; shift: number; read: number }> {
  let longest = 0;
  let shift = 0;
  let mutations = 0;
  const tasks = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (longest = Math.max(longest, entry.duration))));
  tasks.observe({ type: 'longtask' });
  const shifts = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += (entry as PerformanceEntry & { value: number }).value)));
  shifts.observe({ type: 'layout-shift' });
  const changes = new MutationObserver((records) => (mutations += records.length));
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const begin = performance.now();
  const read = await inSlices(new PageReading(document).read(), () => false);
  const took = performance.now() - begin;
  await new Promise((resolve) => setTimeout(resolve, 50));
  painter = new Painter(CSS.highlights);
  // As the extension does it: of very many marks those around what is in view.
  await painter.paint(marksAround(marks, 0, reach), read!.map);
  await new Promise((resolve) => setTimeout(resolve, 300));
  tasks.disconnect();
  shifts.disconnect();
  mutations += changes.takeRecords().length;
  changes.disconnect();
  return { longest, mutations, shift, read: took };
}

/** Marks words in elements of their own, the way of most highlighters. */
export function wrapMarks(): void {
  const { map } = readPage(document);
  for (const mark of marks.toReversed()) {
    for (const [begin, end] of mark.spans) {
      for (const piece of map.toRanges(begin, end).toReversed()) {
        const range = document.createRange();
        range.setStart(piece.startContainer, piece.startOffset);
        range.setEnd(piece.endContainer, piece.endOffset);
        const element = document.createElement('mark');
        range.surroundContents(element);
      }
    }
  }
}

/** The same marks as highlights. */
export async function paintMarks(): Promise<void> {
  await readAndPaint(Infinity);
}

/** Only reads: what both ways of marking share. */
export function readOnly(): void {
  readPage(document);
}

const follow = createFollower(outlineTools);

function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** One paragraph's text changes: what it costs to have it read again and its marks right, against the first reading and painting. */
export async function ticker(rounds: number): Promise<{ first: number[]; change: number[] }> {
  const first: number[] = [];
  const change: number[] = [];
  const paragraphs = [...document.querySelectorAll('article p')];
  for (let round = -2; round < rounds; round += 1) {
    painter = new Painter(CSS.highlights);
    let begin = performance.now();
    const reading = new PageReading(document);
    const { map: before } = finish(reading.read());
    await painter.paint(marks, before);
    if (round >= 0) first.push(performance.now() - begin);
    const node = paragraphs[(round + 2) * 7 + 3]!.firstChild as Text;
    before.offsetOf(node, 0);
    node.data = `${node.data} Nachtrag.`;
    begin = performance.now();
    painter.withdraw(node);
    const { map, article, changed } = finish(reading.follow([{ type: 'characterData', target: node, addedNodes: [], removedNodes: [] }], follow))!;
    const from = article.blocks![changed.from]!.begin;
    const to = article.blocks![changed.now - 1]!.end;
    painter.add(marks.filter(({ spans }) => spans[0]![0] < to && spans[0]![1] > from), map);
    if (round >= 0) change.push(performance.now() - begin);
    painter.clear();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { first, change };
}

/** mark.js on a fresh copy of the article, in the same terms as ours. */
export function againstMarkJs(forms: readonly string[]): { theirs: number; ours: number } {
  const article = document.querySelector('article')!;
  const before = article.innerHTML;
  const key = String(forms.length);
  if (!datasets.has(key)) datasets.set(key, createDataset([packOf(forms)]));
  const known = datasets.get(key)!;
  let begin = performance.now();
  const { article: read, map } = readPage(document);
  const places = matchEntities(readText(read.text), known);
  const highlight = new Highlight();
  for (const { begin: from, end } of places) for (const piece of map.toRanges(from, end)) highlight.add(new StaticRange(piece));
  CSS.highlights.set('bench', highlight);
  const ours = performance.now() - begin;
  CSS.highlights.delete('bench');
  begin = performance.now();
  new MarkJs(article).mark([...forms], { accuracy: 'exactly', separateWordSearch: false, diacritics: false });
  const theirs = performance.now() - begin;
  article.innerHTML = before;
  return { theirs, ours };
}

export type PageSide = typeof import('./page-side.ts');
