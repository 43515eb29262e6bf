/** Finding, comparing, doing many things at once, taking along and reading in again: the notebook's lines in real Chromium, each file checked as it lies among the downloads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { fileTypes, type FlagFormat, flagFormats } from '../../../lib/formats/export-flags.ts';
import { toNotebook } from '../../../lib/formats/notebook-json.ts';
import type { Flag } from '../../../lib/model.ts';
import { englishTexts, germanTexts } from '../../../lib/texts/table-texts.ts';
import type { TextKey, Texts } from '../../../lib/texts/texts.ts';
import { created, revision } from '../../notebook/example-revisions.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import { launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';
import { violations } from '../surfaces/axe.ts';

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-in-and-out-'));
const tabs = { flags: 0, differing: 1, versions: 2, bin: 3, files: 4 };

const on = (name: string, site: string): Flag['page'] => ({ address: `https://${site}/${name}`, site, url: `https://${site}/${name}`, title: `Artikel ${name}` });
const [first, second] = [on('helixon', 'nord.example'), on('geldsegen', 'sued.example')];
const flag = (n: number, exact: string, page: Flag['page'], some: Partial<Flag> = {}): Flag =>
  exampleFlag({ id: exampleId(n), page, quote: { exact, prefix: '', suffix: '' }, created: Date.UTC(2026, n, 10, 12), changed: Date.UTC(2026, n, 10, 12), ...some });
const flags = [
  flag(1, 'Das Start-up Helixon hat 25 Millionen Euro eingesammelt.', first, { tags: ['geld'], note: 'Stimmt das?' }),
  flag(2, 'Die Straßenbahnsteuerung läuft mit Software aus Kiel.', first, { stance: 'doubtful', tags: ['verkehr'] }),
  flag(3, 'Das Start-up Helixon hat 52 Millionen Euro eingesammelt.', second, { tags: ['geld'], stance: 'confirmed', confirmedBy: 'Handelsregister' }),
  flag(4, 'Ein Übersetzungsprogramm ersetzt niemanden.', on('sprache', 'west.example')),
];

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  page = await chromium.openExtensionPage('notebook.html');
  await page.bringToFront();
  const cdp = await page.createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.waitForSelector('[role="tab"]');
  await readIn('alles.json', toNotebook(flags.map((one) => created(one, { device: 'hier' }))));
  await page.click('.import-preview .primary');
  await says(sentence('notebook.taken_in'));
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const show = (name: keyof typeof tabs): Promise<void> => page.evaluate((at) => document.querySelectorAll<HTMLElement>('[role="tab"]')[at]!.click(), tabs[name]);
const says = (pattern: RegExp): Promise<unknown> => page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), { timeout: 10_000, polling: 100 }, pattern.source);
const rows = (): Promise<string[]> => page.$$eval('.flag-rows .flag-quote', (all) => all.map((one) => one.textContent));

async function readIn(name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await show('files');
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await page.waitForSelector('.import-preview', { timeout: 10_000 });
}

/** Sets the field of the filters that bears this name; gives the quotes that are left. */
async function filter(key: TextKey, value: string): Promise<void> {
  await page.evaluate((label, wanted) => {
    const field = [...document.querySelectorAll('.filters label')].find((one) => new RegExp(`^(?:${label})$`).test(one.querySelector('span')!.textContent))!.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!;
    field.value = wanted;
    field.dispatchEvent(new Event(field.matches('[type=search]') ? 'input' : 'change', { bubbles: true }));
  }, sentence(key).source, value);
}

async function press(key: TextKey): Promise<void> {
  const button = await page.waitForFunction((pattern) => [...document.querySelectorAll<HTMLButtonElement>('button')].find((one) => new RegExp(`^(?:${pattern})$`).test(one.innerText.trim()) && !one.disabled), { timeout: 10_000, polling: 100 }, sentence(key).source);
  await (button as ElementHandle<HTMLButtonElement>).press('Enter');
}

async function pick(...numbers: number[]): Promise<void> {
  for (const n of numbers) {
    await page.evaluate((quote) => [...document.querySelectorAll('.flag-rows li')].find((one) => one.textContent.includes(quote))!.querySelector('input')!.click(), flags[n - 1]!.quote.exact);
  }
}

async function open(n: number): Promise<void> {
  await page.evaluate((quote) => [...document.querySelectorAll<HTMLElement>('.flag-row')].find((one) => one.textContent.includes(quote))!.click(), flags[n - 1]!.quote.exact);
  await page.waitForSelector('.flag-detail textarea');
}

/** Saves by the button with this sentence in one format; gives the file that arrives. */
async function save(key: TextKey, format: FlagFormat): Promise<string> {
  // Chromium gives no more than ten files in a row to a page that nobody touches.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  for (const name of await readdir(folder)) if (name.startsWith('randnotiz-')) await unlink(join(folder, name));
  await page.evaluate((pattern, wanted) => {
    const row = [...document.querySelectorAll('.export-as')].find((one) => new RegExp(`^(?:${pattern})$`).test(one.querySelector('button')?.innerText.trim() ?? ''))!;
    const select = row.querySelector('select')!;
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, sentence(key).source, format);
  await press(key);
  let file = '';
  await expect.poll(async () => (file = (await readdir(folder)).find((name) => name.startsWith('randnotiz-') && name.endsWith(`.${fileTypes[format].ending}`)) ?? ''), { timeout: 10_000 }).not.toBe('');
  return readFile(join(folder, file), 'utf8');
}

const inFile = (text: string): number[] => flags.flatMap(({ quote }, at) => (text.includes(quote.exact.replace('.', '')) ? [at + 1] : []));

describe('the notebook finds', () => {
  it.each([
    ['a part of a compound', 'bahnsteuer', [2]],
    ['an umlaut written out', 'uebersetzung', [4]],
    ['a sharp s written as ss', 'strassenbahn', [2]],
    ['by note', 'stimmt', [1]],
    ['by what confirms it', 'handelsregister', [3]],
  ] as const)('%s as one types', async (_, typed, found) => {
    await show('flags');
    await filter('notebook.search', typed);
    await expect.poll(rows).toEqual(found.map((n) => flags[n - 1]!.quote.exact));
    await filter('notebook.search', '');
  });

  it.each([
    ['notebook.site', 'nord.example', [2, 1]],
    ['notebook.stance', 'doubtful', [2]],
    ['notebook.tag', 'geld', [3, 1]],
    ['notebook.from', '2026-04-01', [4, 3]],
    ['notebook.to', '2026-03-31', [2, 1]],
  ] as const)('by %s', async (key, value, found) => {
    await show('flags');
    await filter(key, value);
    await expect.poll(rows).toEqual(found.map((n) => flags[n - 1]!.quote.exact));
    await filter(key, '');
    await expect.poll(rows).toHaveLength(4);
  });

  it.each([['oldest', [1, 2, 3, 4]], ['newest', [4, 3, 2, 1]], ['stance', [2, 4, 1, 3]]] as const)('in the order %s', async (order, found) => {
    await show('flags');
    await filter('notebook.order', order);
    await expect.poll(rows).toEqual(found.map((n) => flags[n - 1]!.quote.exact));
    await filter('notebook.order', 'newest');
  });
});

describe('the notebook compares', () => {
  it('claims that several articles report differently, side by side with quotes and dates', async () => {
    await show('differing');
    await page.waitForSelector('.differing .side-by-side');
    const text = await page.$eval('.differing', (one) => (one as HTMLElement).innerText);
    for (const words of [flags[0]!.quote.exact, flags[2]!.quote.exact, '25 Millionen Euro', '52 Millionen Euro', 'Artikel helixon', 'Artikel geldsegen', '2026']) expect(text).toContain(words);
    expect(await page.$$('.differing > li')).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
  });
});

describe('the notebook saves', () => {
  it.each(flagFormats)('everything as %s', async (format) => {
    await show('files');
    expect(inFile(await save('notebook.export_all', format))).toEqual([1, 2, 3, 4]);
  });

  it('a selection', async () => {
    await show('flags');
    await pick(2, 4);
    expect(inFile(await save('notebook.export_selected', 'markdown'))).toEqual([2, 4]);
    await pick(2, 4);
  });

  it('one flag, and all of its article', async () => {
    await open(1);
    expect(inFile(await save('notebook.export_one', 'csv'))).toEqual([1]);
    expect(inFile(await save('notebook.export_article', 'w3c'))).toEqual([1, 2]);
    expect(await violations(page)).toEqual([]);
  });

  it('one note as a quotation with source and an address that leads to the words', async () => {
    await page.browserContext().overridePermissions(`chrome-extension://${chromium.id}`, ['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    await press('notebook.copy');
    await says(sentence('notebook.copied'));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const words of [flags[0]!.quote.exact, 'Artikel helixon', 'https://nord.example/helixon#:~:text=Das%20Start%2Dup%20Helixon']) expect(copied).toContain(words);
  });
});

describe('the notebook changes many at once', () => {
  it('by stance and tag, which stand in each one’s history in words', async () => {
    await show('flags');
    await pick(1, 4);
    await page.select('.bulk-actions select[aria-label]:not(.export-as select)', 'doubtful');
    await says(sentence('notebook.saved'));
    await page.type('.bulk-actions input[type=text]', 'nachsehen');
    await press('notebook.add');
    await expect.poll(() => page.$$eval('.flag-rows .tag', (all) => all.filter((one) => one.textContent.includes('nachsehen')).length)).toBe(2);
    await open(4);
    await page.waitForFunction(() => document.querySelectorAll('.history li').length === 3);
    const history = await page.$eval('.history', (one) => one.textContent);
    const change = ({ t }: Texts): string => `${t('export.label.stance')}: ${t('stance.unsure')} → ${t('stance.doubtful')}`;
    expect([germanTexts, englishTexts].some((texts) => history.includes(change(texts)))).toBe(true);
    expect(history).toContain('nachsehen');
  });

  it('throws away, and takes that back right there', async () => {
    await press('flag.delete');
    await says(sentence('notebook.removed'));
    await expect.poll(rows).toHaveLength(2);
    await press('flag.undo');
    await expect.poll(rows).toHaveLength(4);
  });
});

describe('the notebook reads in', () => {
  it('with a preview of what is new, the same and in conflict; what was decided is there at once, and can be taken back', async () => {
    const theirs = revision({ id: 'dort', flag: flags[1]!.id, device: 'dort', clock: 2, set: { note: 'dort geschrieben' } });
    await show('flags');
    await open(2);
    await page.type('.flag-detail textarea', 'hier geschrieben');
    await page.click('.flag-detail button[type=submit]');
    await says(sentence('notebook.saved'));
    await readIn('anderes.json', toNotebook([created(flags[1], { device: 'hier' }), theirs, created(flags[2], { device: 'hier' }), created(flag(5, 'Etwas ganz Neues.', second), { device: 'dort' })]));
    const counts = ([fresh, same, changed, conflicts]: readonly number[]) => [germanTexts, englishTexts].map(({ t }) => [t('notebook.fresh', undefined, fresh), t('notebook.same', undefined, same), t('notebook.changed', undefined, changed), t('notebook.conflicts', undefined, conflicts)]);
    expect(counts([1, 1, 0, 1])).toContainEqual(await page.$$eval('.counts li', (all) => all.map((one) => (one as HTMLElement).innerText)));
    expect(await page.$eval('.import-preview', (one) => (one as HTMLElement).innerText)).toMatch(/hier geschrieben[^]*dort geschrieben/);
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('.import-preview input[type=radio]')].at(-1)!.click());
    await page.click('.import-preview .primary');
    await says(sentence('notebook.taken_in'));
    await show('flags');
    await says(/dort geschrieben/);
    await expect.poll(rows).toHaveLength(5);
    await show('files');
    await press('flag.undo');
    await says(sentence('notebook.import_undone'));
    await show('flags');
    await says(/hier geschrieben/);
    await expect.poll(rows).toHaveLength(4);
  });
});
