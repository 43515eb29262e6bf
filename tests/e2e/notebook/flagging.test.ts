/** Flagging in real Chromium, line by line of what is promised: two gestures, prefilled, drafts that outlive a crash, duplicates, changed pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { newsPage } from '../../../scripts/pages/seed-page.ts';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, seedPageWith, serveUsualPages } from '../harness/world.ts';
import { flagKey, inRoot, markedBox, middle, openMarked, pressOurs, select, sentence, waitForClosed, waitInRoot } from '../margin/margin-world.ts';

const words = 'Periodic Labs hat bereits 300 Millionen US-Dollar an Finanzierung erhalten';
const other = 'https://www.golem.de/news/periodic-labs-sammelt-geld-ein-2611-201234.html';
const profile = mkdtempSync(join(tmpdir(), 'randnotiz-flagging-'));

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(other, newsPage({
    title: 'Start-up für KI-Forschung sammelt Geld ein',
    body: `<p>Die Branche der künstlichen Intelligenz wächst weiter: ${words}, und zwar von Investoren aus der ganzen Welt, wie die Firma mitteilte.</p>
<p>Mit dem Geld will das Unternehmen ein Labor mit Robotern bauen, in dem die Software selbst Experimente plant und auswertet. Die Chips dafür kommen von Nvidia.</p>
<p>Auch andere junge Firmen entwickeln Modelle, die aus Versuchen in der wirklichen Welt lernen sollen, statt nur Texte aus dem Internet zu verarbeiten.</p>`,
  }));
  chromium = await launchChromium(server, { userDataDir: profile });
});
afterEach(async () => {
  await page?.close().catch(() => undefined);
});
afterAll(async () => {
  await chromium?.close().catch(() => undefined);
  await server?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

const isForm = `!!root.querySelector('form')`;
const drawn = `root.querySelectorAll('.drawings .flag').length`;
const isDraftOffered = `${sentence('flag.draft')}.test(root.querySelector('.panel h2')?.textContent)`;

async function send(): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await waitForClosed(page, chromium);
}

async function begin(what: string): Promise<void> {
  await select(page, what);
  await flagKey(page);
  await waitInRoot(page, chromium, isForm);
}

describe('flagging', () => {
  it('takes two gestures: a key on the selection, and Ctrl+Enter in the form that has the focus', async () => {
    page = await openMarked(chromium, articleAddress);
    await begin(words);
    await waitInRoot(page, chromium, `root.activeElement?.matches('textarea')`);
    await send();
    await waitInRoot(page, chromium, `${drawn} > 0`);
  });

  it('is prefilled with what the engine recognises', async () => {
    page = await openMarked(chromium, articleAddress);
    await begin('6,2 Milliarden US-Dollar');
    await waitInRoot(page, chromium, `/6,2 Milliarden US-Dollar/.test(root.querySelector('.says > summary')?.textContent)`);
    await pressOurs(page, chromium, 'flag.cancel');
    await begin(words);
    await waitInRoot(page, chromium, `/Periodic Labs · 300 Millionen US-Dollar/.test(root.querySelector('.says > summary')?.textContent)`);
  });

  it('notices that the same was flagged before', async () => {
    page = await openMarked(chromium, articleAddress);
    await begin(words);
    await waitInRoot(page, chromium, `${sentence('flag.before_here')}.test(root.querySelector('.before')?.textContent)`);
    await pressOurs(page, chromium, 'flag.cancel');
    await page.close();
    page = await chromium.open(other);
    await waitForMarks(page, 1);
    await begin(words);
    await waitInRoot(page, chromium, `${sentence('flag.before')}.test(root.querySelector('.before')?.textContent)`);
    expect(await inRoot<string>(page, chromium, `root.querySelector('.before a').href`)).toBe(articleAddress);
  });

  it('keeps a draft through a closed tab, within half a second of a keystroke', async () => {
    page = await openMarked(chromium, articleAddress);
    await begin('Privatleben');
    await page.keyboard.type('halb ge');
    await quietMoment(500);
    await page.close();
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, isDraftOffered);
    await pressOurs(page, chromium, 'flag.draft_go');
    await waitInRoot(page, chromium, `root.querySelector('textarea')?.value === 'halb ge'`);
  });

  it('keeps a draft through a crash of the browser', async () => {
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, isDraftOffered);
    await pressOurs(page, chromium, 'flag.draft_go');
    await waitInRoot(page, chromium, `root.activeElement?.matches('textarea')`);
    await page.keyboard.press('End');
    await page.keyboard.type('schrieben');
    await quietMoment(500);
    const child = chromium.browser.process()!;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    chromium = await launchChromium(server, { userDataDir: profile });
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, isDraftOffered);
    await pressOurs(page, chromium, 'flag.draft_go');
    await waitInRoot(page, chromium, `root.querySelector('textarea')?.value === 'halb geschrieben'`);
    await send();
    await page.reload({ waitUntil: 'load' });
    await waitInRoot(page, chromium, `${drawn} > 1`);
    expect(await inRoot(page, chromium, isDraftOffered)).toBe(false);
  });

  it('forgets a draft that is cancelled', async () => {
    page = await openMarked(chromium, articleAddress);
    await begin('Project Prometheus');
    await page.keyboard.type('weg damit');
    await quietMoment(500);
    await pressOurs(page, chromium, 'flag.cancel');
    await page.reload({ waitUntil: 'load' });
    await waitInRoot(page, chromium, `${drawn} > 1`);
    await quietMoment(500);
    expect(await inRoot(page, chromium, isDraftOffered)).toBe(false);
  });

  it('shows on a page that has changed the old quote and what changed', async () => {
    server.put(articleAddress, seedPageWith((text) => text.replace(words, 'Periodic Labs hat mittlerweile 350 Millionen US-Dollar an Finanzierung erhalten')));
    page = await openMarked(chromium, articleAddress);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    const box = await select(page, 'mittlerweile 350 Millionen US-Dollar');
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.mouse.click(...middle(box));
    await waitInRoot(page, chromium, `root.querySelector('.wording del')?.textContent.includes('bereits')`);
    expect(await inRoot<string[]>(page, chromium, `[...root.querySelectorAll('.wording ins')].map((one) => one.textContent.replace(/^\\(.*?\\)/, '').trim())`)).toEqual(['mittlerweile', '350']);
    expect(await inRoot<string>(page, chromium, `root.querySelector('.panel').textContent`)).toContain(words);
    await markedBox(page, 'Periodic Labs');
  });
});
