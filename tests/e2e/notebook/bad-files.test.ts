/** Files that cannot be used, and files that are hard to use, in the notebook of real Chromium: each is answered in the reader's language, and nothing is lost. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { toNotebook } from '../../../lib/formats/notebook-json.ts';
import type { TextKey } from '../../../lib/texts/texts.ts';
import { created } from '../../notebook/example-revisions.ts';
import { exampleFlag, exampleId } from '../../store/example-flag.ts';
import { launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-bad-files-'));
const notebook = toNotebook([1, 2, 3].map((n) => created(exampleFlag({ id: exampleId(n), note: `Vermerk ${n}` }))));

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  page = await chromium.openExtensionPage('notebook.html');
  await page.bringToFront();
  await page.waitForSelector('[role="tab"]');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const tab = (index: number): Promise<void> => page.evaluate((at) => document.querySelectorAll<HTMLElement>('[role="tab"]')[at]!.click(), index);
const says = (pattern: RegExp, timeout = 10_000): Promise<unknown> => page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), { timeout, polling: 100 }, pattern.source);

async function choose(path: string): Promise<void> {
  await tab(4);
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

async function chooseText(name: string, content: string): Promise<void> {
  writeFileSync(join(folder, name), content);
  await choose(join(folder, name));
}

/** What the notebook says of the file, and how many flags it then has. */
async function refused(key: TextKey, timeout?: number): Promise<string> {
  await says(sentence(key), timeout);
  const said = await page.$eval('[role="alert"]', (one) => (one as HTMLElement).innerText);
  await says(sentence('file_fault.nothing'));
  expect(await page.$('.import-preview')).toBeNull();
  return said;
}

async function flags(): Promise<number> {
  await tab(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return page.$eval('.flag-rows li', (one) => Number(one.getAttribute('aria-setsize'))).catch(() => 0);
}

/** A file of annotations, each with 900,000 characters that no flag needs. */
function largeFile(name: string, entries: number): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  const ballast = 'x'.repeat(900_000);
  writeSync(file, '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x","type":"AnnotationPage","items":[');
  for (let n = 0; n < entries; n += 1) {
    const target = { source: 'https://www.example.org/a.html', selector: [{ type: 'TextQuoteSelector', exact: `Satz Nummer ${n} eines langen Artikels`, prefix: '', suffix: '' }] };
    writeSync(file, `${n === 0 ? '' : ',\n'}${JSON.stringify({ id: `urn:uuid:${exampleId(1_000 + n)}`, type: 'Annotation', motivation: 'commenting', target, ballast })}`);
  }
  writeSync(file, ']}');
  closeSync(file);
  return path;
}

describe('the same file', () => {
  it('twice is taken in once', async () => {
    await chooseText('notizbuch.json', notebook);
    await page.waitForSelector('.import-preview .primary');
    await page.click('.import-preview .primary');
    await says(sentence('notebook.taken_in'));
    await expect.poll(flags, { timeout: 10_000 }).toBe(3);
    await chooseText('noch-einmal.json', notebook);
    await page.waitForSelector('.import-preview .primary');
    expect(await page.$$eval('.counts li', (all) => all.map((one) => Number(/\d+/.exec((one as HTMLElement).innerText)?.[0] ?? 0)))).toEqual([0, 3, 0, 0]);
    await page.click('.import-preview .primary');
    await page.waitForFunction(() => document.querySelector('.import-preview') === null);
    await expect.poll(flags, { timeout: 10_000 }).toBe(3);
  });
});

describe('a file', () => {
  it.each([
    ['that is half there', notebook.slice(0, notebook.length / 2), 'file_fault.cut_off', /\$\.revisions\[\d\]/],
    ['of a newer version', notebook.replace('notebook/1', 'notebook/2'), 'file_fault.newer', /\$\.schema/],
    ['with an unknown field', notebook.replace('"note":"Vermerk 2"', '"note":"Vermerk 2","farbe":"rot"'), 'file_fault.bad_entry', /\$\.revisions\[1\]\.set\.farbe, (?:Zeile|line) 3/],
    ['of another kind', '{"name":"etwas anderes"}', 'file_fault.unknown_format', /\["name"\]/],
    ['that is empty', '', 'file_fault.empty', /./],
  ] as const)('%s is refused with its place, and nothing is taken in', async (name, content, key, place) => {
    await chooseText(`${name.replaceAll(' ', '-')}.json`, content);
    expect(await refused(key)).toMatch(place);
    await expect.poll(flags, { timeout: 10_000 }).toBe(3);
  });

  it('of 200 MB is read without being held in memory', async () => {
    const session = await page.createCDPSession();
    const used = async (): Promise<number> => (await session.send('Runtime.getHeapUsage')).usedSize;
    const before = await used();
    let peak = before;
    await choose(largeFile('gross.jsonld', 220));
    const end = Date.now() + 60_000;
    while (!(await page.$('.import-preview')) && Date.now() < end) peak = Math.max(peak, await used());
    expect(await page.$eval('.counts li', (one) => (one as HTMLElement).innerText)).toContain('220');
    expect((peak - before) / 2 ** 20).toBeLessThan(150);
    await page.click('.import-preview .primary');
    await says(sentence('notebook.taken_in'));
    await expect.poll(flags, { timeout: 10_000 }).toBe(223);
  });

  it('of more than 200 MB is refused, and leaves nothing', async () => {
    await choose(largeFile('zu-gross.jsonld', 240));
    await refused('file_fault.too_large', 60_000);
    await expect.poll(flags, { timeout: 10_000 }).toBe(223);
  });
});
