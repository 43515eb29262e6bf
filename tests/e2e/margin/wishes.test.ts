/** What a reader can wish of the page: more or fewer marks, none, not this one, an overview; remembered as far as it should be. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, marksOf, pressCommand, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { envelope } from '../../../lib/messages/envelope.ts';
import type { BackgroundCalls, DataOf } from '../../../lib/messages/calls.ts';
import { articlePage, flagKey, inRoot, markedBox, middle, openCardBox, openMarked, pressOurs, select, sentence, waitForClosed, waitInRoot } from './margin-world.ts';

const otherSite = 'https://www.golem.de/news/bezos-kopiert-musk-2611-200001.html';
const secondArticle = 'https://www.heise.de/news/bezos-noch-einmal-10200007.html';

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  for (const address of [articleAddress, otherSite, secondArticle]) server.put(address, articlePage({ before: '<input id="search" value="Suche">' }));
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const count = async (): Promise<number> => Object.values(await marksOf(page)).flat().length;
const names = async (): Promise<string[]> => Object.entries(await marksOf(page)).flatMap(([name, words]) => (words.length > 0 ? [name] : []));
const marked = async (words: string): Promise<number> => Object.values(await marksOf(page)).flat().filter((one) => one === words).length;
const allKey = (): Promise<void> => pressCommand(page, 'KeyX', 'X', 88, { alt: true, shift: true });
const densityKey = (): Promise<void> => pressCommand(page, 'KeyD', 'D', 68, { alt: true, shift: true });
const notice = `root.querySelector('.panel .notice')?.textContent`;

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 6000; !(await isTrue()); await quietMoment(50)) if (Date.now() > end) throw new Error('never came true');
}

/** Asks the background, as the options do. */
async function ask<Name extends keyof BackgroundCalls>(name: Name, data: DataOf<BackgroundCalls, Name>): Promise<unknown> {
  const options = await chromium.openExtensionPage('popup.html');
  const answer = await options.evaluate(async (message) => (await chrome.runtime.sendMessage<unknown, { res: unknown }>(message)).res, envelope(name, data) as never);
  await options.close();
  await page?.bringToFront().catch(() => undefined);
  return answer;
}

describe('one key', () => {
  it('takes all marks off the page and brings them back, and says so', async () => {
    page = await openMarked(chromium, articleAddress);
    const before = await count();
    await allKey();
    await until(async () => (await count()) === 0);
    await waitInRoot(page, chromium, `${sentence('margin.paused')}.test(${notice})`);
    await allKey();
    await until(async () => (await count()) === before);
    await waitInRoot(page, chromium, `${sentence('margin.resumed')}.test(${notice})`);
  });

  it('shows more, all, and few again; remembered for this site and no other', async () => {
    page = await openMarked(chromium, articleAddress);
    const core = await count();
    expect(await names()).toEqual(expect.arrayContaining(['rn-entity', 'rn-claim']));
    expect(await names()).not.toContain('rn-attribution');
    await densityKey();
    await until(async () => (await count()) > core);
    expect(await names()).toContain('rn-attribution');
    await waitInRoot(page, chromium, `${sentence('margin.density')}.test(${notice})`);
    const normal = await count();
    await page.reload({ waitUntil: 'load' });
    await until(async () => (await count()) === normal);
    await page.close();
    page = await openMarked(chromium, otherSite);
    expect(await count()).toBe(core);
    await page.close();
    page = await openMarked(chromium, articleAddress);
    await densityKey();
    await until(async () => (await count()) > normal);
    await densityKey();
    await until(async () => (await count()) === core);
  });

  it('is only a letter where somebody types', async () => {
    page = await openMarked(chromium, articleAddress);
    const before = await count();
    await page.focus('#search');
    await allKey();
    await quietMoment(300);
    expect(await count()).toBe(before);
  });
});

describe('"not right"', () => {
  async function openDismissal(words: string): Promise<void> {
    await page.mouse.click(...middle(await markedBox(page, words)));
    await openCardBox(page, chromium);
    await pressOurs(page, chromium, 'card.dismiss');
    await waitInRoot(page, chromium, `!!root.querySelector('.dismiss')`);
  }

  it('takes the mark away at once, keeps it away, and is undone from the card', async () => {
    page = await openMarked(chromium, articleAddress);
    await openDismissal('Venedig');
    await pressOurs(page, chromium, 'dismiss.note');
    await until(async () => (await marked('Venedig')) === 0);
    await waitInRoot(page, chromium, `${sentence('dismiss.done')}.test(root.querySelector('.dismiss').textContent)`);
    await waitInRoot(page, chromium, `root.querySelector('.dismiss').contains(root.activeElement)`);
    await pressOurs(page, chromium, 'dismiss.undo');
    await until(async () => (await marked('Venedig')) > 0);
  });

  it('of a name on a site holds on its other pages, not elsewhere, is listed, and can be taken back from there', async () => {
    page = await openMarked(chromium, articleAddress);
    await openDismissal('Vik Bajaj');
    await pressOurs(page, chromium, 'dismiss.site.entity');
    await until(async () => (await marked('Vik Bajaj')) === 0);
    await page.close();
    page = await openMarked(chromium, otherSite);
    expect(await marked('Vik Bajaj')).toBeGreaterThan(0);
    await page.close();
    page = await openMarked(chromium, secondArticle);
    expect(await marked('Vik Bajaj')).toBe(0);
    const list = (await ask('dismissals', {})) as { value: { id: string; scope: string; quote: string; where: string }[] };
    expect(list.value).toMatchObject([{ scope: 'site', quote: 'Vik Bajaj', where: 'heise.de' }]);
    await ask('undismiss', { id: list.value[0]!.id });
    await until(async () => (await marked('Vik Bajaj')) > 0);
  });

  it('everywhere is everywhere', async () => {
    page = await openMarked(chromium, articleAddress);
    await openDismissal('Venedig');
    await pressOurs(page, chromium, 'dismiss.everywhere.entity');
    await until(async () => (await marked('Venedig')) === 0);
    await page.close();
    page = await openMarked(chromium, otherSite);
    expect(await marked('Venedig')).toBe(0);
    const list = (await ask('dismissals', {})) as { value: { id: string }[] };
    for (const { id } of list.value) await ask('undismiss', { id });
  });
});

describe('kinds switched off for a site', () => {
  it('are not marked there', async () => {
    page = await openMarked(chromium, articleAddress);
    await ask('setHidden', { site: 'heise.de', hidden: ['entity'] });
    await until(async () => !(await names()).includes('rn-entity'));
    expect(await names()).toContain('rn-claim');
    await ask('setHidden', { site: 'heise.de', hidden: [] });
    await until(async () => (await names()).includes('rn-entity'));
  });
});

describe('the overview at the edge', () => {
  const ticks = `root.querySelectorAll('.ruler .tick').length`;

  it('is off by default; on, it is silent, no stop for the keyboard, and leads to the words', async () => {
    page = await openMarked(chromium, articleAddress);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    await ask('setRuler', { on: true });
    await waitInRoot(page, chromium, `${ticks} > 10`);
    expect(await inRoot(page, chromium, `root.querySelector('.ruler').getAttribute('aria-hidden') + root.querySelectorAll('.ruler [tabindex], .ruler button').length`)).toBe('true0');
    const [x, y] = await inRoot<[number, number]>(page, chromium, `((box) => [box.left + box.width / 2, box.top + 1])([...root.querySelectorAll('.tick')].at(-1).getBoundingClientRect())`);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.click(x, y);
    await until(async () => (await page.evaluate(() => scrollY)) > before + 500);
    await waitInRoot(page, chromium, `root.querySelectorAll('.drawings .frame').length > 0`);
    await ask('setRuler', { on: false });
    await waitInRoot(page, chromium, `${ticks} === 0`);
  });
});

describe("another article that repeats a reader's flag", () => {
  it('shows it at its words, with a card that says where it comes from', async () => {
    page = await openMarked(chromium, articleAddress);
    await select(page, 'In diesem Jahr hat er eine glitzernde Hochzeit in Venedig veranstaltet');
    await flagKey(page);
    await waitInRoot(page, chromium, `!!root.querySelector('form')`);
    await inRoot(page, chromium, `root.querySelector('form button[type=submit], form .primary').click()`);
    await waitForClosed(page, chromium);
    await page.close();
    page = await chromium.open(secondArticle);
    await waitForMarks(page, 10);
    await until(async () => (await inRoot<number>(page, chromium, `root?.querySelectorAll('.drawings .flag').length ?? 0`).catch(() => 0)) > 0);
    const box = await select(page, 'glitzernde Hochzeit');
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.mouse.click(...middle(box));
    await openCardBox(page, chromium);
    expect(await inRoot(page, chromium, `root.querySelector('.panel').textContent`)).toMatch(sentence('flag_state.elsewhere'));
  });
});
