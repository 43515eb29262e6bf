/** Selections that make no flag, and some that do: each is answered in a sentence that says what to do, or kept whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { TextKey } from '../../../lib/texts/texts.ts';
import { launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages } from '../harness/world.ts';
import { articlePage, flagKey, inRoot, isOpen, openMarked, sentence, waitForClosed, waitInRoot } from '../margin/margin-world.ts';
import { seedBody } from '../../../scripts/pages/seed-page.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page;

const cells = ['Im Jahr 2024 lag der Umsatz der Firma bei vier Millionen Euro.', 'Im Jahr 2025 lag er nach eigenen Angaben bei fünf Millionen Euro.'];
const around = ['Vor dem Rahmen steht ein Satz über Roboter in Baumärkten.', 'Hinter dem Rahmen steht ein Satz über Roboter in Lagern.'];
const extra = `<table><tr><td id="one">${cells[0]}</td><td id="two">${cells[1]}</td></tr><tr><td id="three">4,0</td><td id="four">5,2</td></tr></table>
<p id="picture">Ein Bild <img alt="ein Roboter" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20"> steht mitten in diesem Satz über Roboter.</p>
<p id="drawn"><img alt="ein Roboter" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20"></p>
<p id="long">${'Die Firma baut Roboter für Baumärkte und Lager in ganz Europa. '.repeat(3400)}</p>
<p id="signs">.  \u00a0 \u2003  .</p>
<p id="white">&nbsp; \u2003 &nbsp;</p>
<p id="before">${around[0]}</p><iframe id="frame" srcdoc="<p>Ein Rahmen mit Wörtern darin</p>"></iframe><p id="after">${around[1]}</p>`;
const fields = '<p>Suche: <input id="field" value="Worte in einem Feld"></p><div><textarea id="area">Worte in einem großen Feld</textarea></div><div id="editable" contenteditable="true">Worte, die man ändern kann</div>';

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(articleAddress, articlePage({ before: fields, body: `${seedBody()}${extra}` }));
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

/** Presses the key for a flag: we answer in this sentence, and no form opens. */
async function isTold(key: TextKey): Promise<void> {
  await flagKey(page);
  await waitInRoot(page, chromium, `${isOpen} && ${sentence(key)}.test(root.querySelector('.panel')?.textContent)`);
  expect(await inRoot(page, chromium, `root.querySelector('form')`)).toBeNull();
  // In a frame a key is the frame's.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Escape');
  await waitForClosed(page, chromium);
}

/** Presses the key for a flag: the form opens with these words, and keeps them. */
async function isKept(words: string): Promise<void> {
  await flagKey(page);
  await waitInRoot(page, chromium, `!!root.querySelector('form')`);
  expect((await inRoot<string>(page, chromium, `root.querySelector('form .quote').textContent`)).replaceAll(/\s+/g, ' ')).toContain(words);
  await inRoot(page, chromium, `root.querySelector('form').requestSubmit()`);
  await waitForClosed(page, chromium);
}

describe('a selection', () => {
  it.each([
    ['of 200,000 characters', '#long', '#long', 'margin.selection.too_long'],
    ['of white space', '#white', '#white', 'margin.selection.no_words'],
    ['of signs', '#signs', '#signs', 'margin.selection.no_words'],
    ['of an image alone', '#drawn', '#drawn', 'margin.selection.no_words'],
    ['across cells that are no text of the article', '#three', '#four', 'margin.selection.outside'],
    ['in what can be edited', '#editable', '#editable', 'margin.selection.field'],
  ] as const)('%s is refused in a sentence', async (_, first, last, key) => {
    await selectFrom(first, last);
    await isTold(key);
  });

  it.each(['#field', '#area'])('in the input %s is refused in a sentence, and what was typed there stays', async (input) => {
    await page.focus(input);
    await page.$eval(input, (one) => (one as HTMLInputElement).select());
    await isTold('margin.selection.field');
    expect(await page.$eval(input, (one) => (one as HTMLInputElement).value)).toMatch(/^Worte in einem/);
  });

  it('of nothing is answered with what to do', async () => {
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await isTold('margin.selection.nothing');
  });

  it('in a frame is refused with what to do', async () => {
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.focus('#frame');
    await isTold('margin.selection.frame');
  });

  it.each([
    ['across cells', '#one', '#two', cells.join(' ')],
    ['across an image', '#picture', '#picture', 'Ein Bild steht mitten in diesem Satz über Roboter.'],
    ['across a frame', '#before', '#after', around.join(' ')],
  ])('%s is kept with its words', async (_, first, last, words) => {
    await selectFrom(first, last);
    await isKept(words);
  });

  it('that was kept is in the notebook, and stands there again after a reload', async () => {
    await page.reload({ waitUntil: 'load' });
    const notebook = await chromium.openExtensionPage('notebook.html');
    await notebook.waitForFunction(() => document.querySelectorAll('.flag-row').length === 3, { timeout: 10_000 });
    await notebook.close();
    await page.bringToFront();
    await waitInRoot(page, chromium, `root.querySelectorAll('.drawings .flag').length >= 3`);
  });
});
