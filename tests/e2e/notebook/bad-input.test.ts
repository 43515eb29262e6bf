/** Selections that make no flag, and some that do: each is answered in a sentence, and nothing breaks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { articlePage, flagKey, inRoot, openMarked, pressOurs, sentence, waitForClosed, waitInRoot } from '../margin/margin-world.ts';
import { seedBody } from '../../../scripts/pages/seed-page.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page;

const extra = `<table><tr><td id="one">Umsatz im Jahr 2024: vier Millionen Euro</td><td id="two">Umsatz im Jahr 2025: fünf Millionen Euro</td></tr></table>
<p id="picture">Ein Bild <img alt="ein Roboter" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20"> steht mitten in diesem Satz über Roboter.</p>
<p id="long">${'Die Firma baut Roboter für Baumärkte und Lager in ganz Europa. '.repeat(3400)}</p>
<p id="blank">.  \u00a0 \u2003  .</p>`;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage({ body: `${seedBody()}${extra}<iframe id="frame" srcdoc="<p>Ein Rahmen mit Wörtern darin</p>"></iframe>` }));
  chromium = await launchChromium(server);
  page = await openMarked(chromium, articleAddress);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Selects from the begin of one element to the end of another. */
const selectFrom = (first: string, last = first): Promise<void> => page.evaluate((from, to) => {
  const range = document.createRange();
  range.setStart(document.querySelector(from)!, 0);
  range.setEnd(document.querySelector(to)!, document.querySelector(to)!.childNodes.length);
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
}, first, last);

describe('a selection', () => {
  it.each([
    ['of 200,000 characters', '#long', 'margin.selection.too_long'],
    ['of white space and signs', '#blank', 'margin.selection.no_words'],
  ] as const)('%s is refused in a sentence', async (_, element, key) => {
    await selectFrom(element);
    await flagKey(page);
    await waitInRoot(page, chromium, `${sentence(key)}.test(root.querySelector('.panel')?.textContent)`);
    expect(await inRoot(page, chromium, `root.querySelector('form')`)).toBeNull();
  });

  it('in a frame is refused with what to do', async () => {
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.focus('#frame');
    await flagKey(page);
    await waitInRoot(page, chromium, `${sentence('margin.selection.frame')}.test(root.querySelector('.panel')?.textContent)`);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  });

  it.each([
    ['across cells', '#one', '#two', 'vier Millionen Euro'],
    ['with an image in it', '#picture', '#picture', 'steht mitten in diesem Satz'],
  ] as const)('%s is kept with its words, or refused in a sentence', async (_, first, last, words) => {
    await selectFrom(first, last);
    await flagKey(page);
    await waitInRoot(page, chromium, `!!root.querySelector('form') || ${sentence('margin.selection.outside')}.test(root.querySelector('.panel')?.textContent)`);
    if (!(await inRoot<boolean>(page, chromium, `!!root.querySelector('form')`))) return;
    expect(await inRoot<string>(page, chromium, `root.querySelector('form .quote').textContent`)).toContain(words);
    await pressOurs(page, chromium, 'flag.cancel');
    await waitForClosed(page, chromium);
  });
});
