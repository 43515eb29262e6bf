/** What the tests of the margin share: an article page to act on, where words stand, and a look into our closed root. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import { englishTexts, germanTexts } from '../../../lib/texts/table-texts.ts';
import type { TextKey, Texts } from '../../../lib/texts/texts.ts';
import { type Chromium, inOurWorld, launchChromium, ourRoot, pressCommand, waitForMarks } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The seed article with more in the head or before the article, and names in links. */
export function articlePage({ style = '', before = '', body = seedBody() }: { style?: string; before?: string; body?: string } = {}): string {
  const page = newsPage({ title: seedText().split('\n')[0]!, body: body.replaceAll('OpenAI und', '<a href="#openai">OpenAI</a> und'), head: `<style>${style}</style>` });
  return page.replace('<body>', `<body>${before}`);
}

/** What stands for all tests of a file, from its own hooks on. */
export interface ArticleWorld {
  server: PageServer;
  chromium: Chromium;
}

/** Makes the usual pages with the article page among them, and one Chromium, for all tests of the file that calls it. */
export function articleWorld(): ArticleWorld {
  const world = {} as ArticleWorld;
  beforeAll(async () => {
    world.server = await serveUsualPages();
    world.server.put(articleAddress, articlePage());
    world.chromium = await launchChromium(world.server);
  });
  afterAll(async () => {
    await world.chromium?.close();
    await world.server?.close();
  });
  return world;
}

/** Opens an address and waits for its marks. */
export async function openMarked(chromium: Chromium, address: string): Promise<Page> {
  const page = await chromium.open(address);
  await waitForMarks(page, 10);
  return page;
}

/** Where the nth marked occurrence of words stands, scrolled to a height in the viewport. */
export async function markedBox(page: Page, words: string, nth = 0, height = 300): Promise<Box> {
  return page.evaluate(
    (words, nth, height) => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).flatMap((one) => {
        const range = document.createRange();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        return range.toString() === words ? [range] : [];
      });
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const range = ranges[nth];
      if (!range) throw new Error(`"${words}" is not marked ${nth + 1} times`);
      window.scrollBy({ top: range.getBoundingClientRect().top - height, behavior: 'instant' });
      const { left, top, right, bottom } = range.getClientRects()[0]!;
      return { left, top, right, bottom };
    },
    words, nth, height,
  );
}

export const middle = (box: Box): [number, number] => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

/** Evaluates an expression on our root, `root` in it; null while we have no host. */
export function inRoot<T>(page: Page, chromium: Chromium, expression: string): Promise<T> {
  return inOurWorld<T>(page, chromium.id, `(() => { const root = ${ourRoot}; return root ? (${expression}) : null; })()`);
}

/** A pattern of the sentence in both languages: which one the browser speaks depends on the machine. Values stand for anything. */
export function sentence(key: TextKey): RegExp {
  const anything = '\u0000';
  const pattern = (texts: Texts): string => texts.t(key, [anything, anything, anything, anything]).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(anything, '.*');
  return new RegExp(`${pattern(germanTexts)}|${pattern(englishTexts)}`);
}

/** Clicks the button of ours that bears the sentence. */
export async function pressOurs(page: Page, chromium: Chromium, key: TextKey): Promise<void> {
  await inRoot(page, chromium, `[...root.querySelectorAll('button')].find((one) => ${sentence(key)}.test(one.textContent)).click()`);
}

/** Waits until an expression on our root is true. */
export async function waitInRoot(page: Page, chromium: Chromium, expression: string): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await inRoot<boolean>(page, chromium, expression))) {
    if (Date.now() > end) throw new Error(`never came true in our root: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export const isOpen = `!!root.querySelector('.panel')?.open`;

/** Waits for the card to be open and loaded, gives its box. */
export async function openCardBox(page: Page, chromium: Chromium): Promise<Box> {
  await waitInRoot(page, chromium, `${isOpen} && !root.querySelector('.panel .skeleton')`);
  await new Promise((resolve) => setTimeout(resolve, 150));
  return inRoot<Box>(page, chromium, `(({left, top, right, bottom}) => ({left, top, right, bottom}))(root.querySelector('.panel').getBoundingClientRect())`);
}

export async function waitForClosed(page: Page, chromium: Chromium): Promise<void> {
  await waitInRoot(page, chromium, `!root.querySelector('.panel').open`);
}

export const overlaps = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The extension's commands, as real keys. */
export const nextMark = (page: Page): Promise<void> => pressCommand(page, 'KeyJ', 'J', 74, { alt: true, shift: true });
export const previousMark = (page: Page): Promise<void> => pressCommand(page, 'KeyK', 'K', 75, { alt: true, shift: true });
export const flagKey = (page: Page): Promise<void> => pressCommand(page, 'KeyM', 'M', 77, { alt: true, shift: true });

/** Selects words of the article, as a drag of the pointer would. */
export async function select(page: Page, words: string): Promise<Box> {
  return page.evaluate((words) => {
    const texts = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const selection = getSelection()!;
      selection.removeAllRanges();
      selection.addRange(range);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { left, top, right, bottom };
    }
    throw new Error(`"${words}" does not stand in the article`);
  }, words);
}
