/** Packs in real Chromium: looked through, installed, used at once, private, switched, removed, taken back; and what is refused. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Pack } from '../../../lib/model.ts';
import { sealPack, writePackFile } from '../../../lib/packs/pack-file.ts';
import { contentHash } from '../../../lib/store/content-hash.ts';
import { newsPage } from '../../../scripts/pages/seed-page.ts';
import { type Chromium, inOurWorld, launchChromium, marksOf, ourRoot, waitForMarks } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';

interface Loose {
  version: string;
  entities: { id: string; description: string; relations: object[]; evidence: object[] }[];
  claims: { evidence: { quote: string }[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-packs-'));
const example = readFileSync('examples/risc-v.pack.json', 'utf8');
const riscAddress = 'https://www.heise.de/news/risc-v-offener-befehlssatz-10123460.html';
const ownAddress = 'https://www.golem.de/news/wellenwerk-rechenzentrum-auf-dem-grund-der-ostsee-2611-201235.html';
let server: PageServer;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  const [title = '', ...paragraphs] = readFileSync('examples/risc-v/article.txt', 'utf8').split('\n').filter(Boolean);
  server.put(riscAddress, newsPage({ title, body: paragraphs.map((line) => `<p>${line}</p>`).join('\n') }));
  chromium = await launchChromium(server);
  options = await chromium.openExtensionPage('options.html');
  await options.waitForSelector('#datasets .lines li');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = (): Promise<string> => options.$eval('#datasets', (one) => (one as HTMLElement).innerText);
const says = (words: string): Promise<unknown> => options.waitForFunction((wanted) => (document.querySelector('#datasets') as HTMLElement).innerText.includes(wanted), { timeout: 10_000, polling: 100 }, words);
const press = (words: string): Promise<void> => options.evaluate((wanted) => [...document.querySelectorAll<HTMLButtonElement>('#datasets button')].find((one) => one.innerText === wanted)!.click(), words);

/** The example with a fault in it, sealed as its maker would. */
async function spoilt(change: (pack: Loose) => void): Promise<string> {
  const { checksum: _, ...pack } = JSON.parse(example) as Loose & { checksum: string };
  change(pack);
  return writePackFile(await sealPack(pack as unknown as Pack, contentHash));
}

const named = (pack: Loose, id: string): Loose['entities'][number] => pack.entities.find((entity) => entity.id === id)!;

async function choose(name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const input = (await options.$('#datasets input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

describe('packs', () => {
  it.each([
    ['wrong-checksum.json', async () => example.replace('"2017"', '"2018"'), 'Die Prüfsumme passt nicht zum Inhalt.', 'Stelle: checksum'],
    ['half.json', async () => example.slice(0, example.length / 2), 'Die Datei hört mittendrin auf.', 'Dort steht:'],
    ['newer.json', async () => example.replace('randnotiz.pack/1', 'randnotiz.pack/2'), 'für eine neuere Version gemacht', 'Stelle: schema'],
    ['unknown-field.json', async () => example.replace('"id": "risc-v"', '"regeln": [], "id": "risc-v"'), 'Dieses Feld kennt das Format nicht.', 'Stelle: regeln'],
    ['duplicate-id.json', () => spoilt((pack) => pack.claims.push(pack.claims[0]!)), 'Das steht zweimal da.', 'Stelle: claims[risc-v-no-licence-fee].id'],
    ['cycle.json', () => spoilt((pack) => named(pack, 'espressif').relations.push({ predicate: 'part-of', to: 'esp32-c3', label: 'Teil von', evidence: named(pack, 'espressif').evidence })), 'Hier gehört etwas über Umwege zu sich selbst.', 'Dort steht: „esp32-c3 → espressif → esp32-c3“'],
    ['evidence.json', () => spoilt((pack) => (pack.claims[0]!.evidence[0]!.quote = pack.claims[0]!.evidence[0]!.quote.replace('keine', 'deine'))), 'Dieser Beleg steht nicht in seiner Quelle.', 'Stelle: claims[risc-v-no-licence-fee].evidence[0]'],
    ['large.json', async () => ' '.repeat(200 * 2 ** 20), 'Die Datei ist zu groß. Erwartet werden höchstens 32 MiB', 'Dort steht: „200 MiB“'],
  ])('that are bad change nothing, and say what is wrong, where, and what to do: %s', async (name, content, words, place) => {
    await choose(name, await content());
    await says(words);
    expect(await text()).toContain(place);
    expect(await text()).toContain('Es wurde nichts geändert.');
    await press('Schließen');
    expect(await options.$$eval('#datasets input[type="checkbox"]', (all) => all.length)).toBe(1);
  });

  it('are previewed, then installed', async () => {
    await choose('risc-v.json', example);
    await says('Neu. Es wurde noch nichts geändert.');
    expect(await text()).toContain('24 Namen, 29 Behauptungen');
    await press('Installieren');
    await says('„RISC-V, der offene Befehlssatz“ ist installiert.');
    expect(await options.$$eval('#datasets input[type="checkbox"]', (all) => all.length)).toBe(2);
  });

  it('are known when the same file comes twice', async () => {
    await choose('risc-v.json', example);
    await says('Dieser Datenbestand ist schon da, Wort für Wort.');
    await press('Abbrechen');
  });

  it('are updated after a look at what changes, and that is taken back', async () => {
    const before = named(JSON.parse(example) as Loose, 'espressif').description;
    await choose('update.json', await spoilt((pack) => {
      pack.version = '9.0.0';
      named(pack, 'espressif').description = 'Stellt Chips her.';
    }));
    await says('Ersetzt die vorhandene Fassung.');
    expect(await text()).toContain('bisher „1.0.0“, jetzt „9.0.0“');
    expect(await text()).toContain(`bisher „${before}“, jetzt „Stellt Chips her.“`);
    await press('Ersetzen');
    await says('wurde aktualisiert.');
    expect(await text()).toContain('9.0.0');
    await press('Rückgängig');
    await says('Rückgängig gemacht.');
    expect(await text()).not.toContain('9.0.0');
  });

  it('that disagree are shown by their source, and never merged', async () => {
    const there = named(JSON.parse(example) as Loose, 'espressif').description;
    await choose('gegenstimme.json', await spoilt((pack) => {
      Object.assign(pack, { id: 'gegenstimme', title: 'Gegenstimme' });
      named(pack, 'espressif').description = 'Sagt etwas anderes.';
    }));
    await says('Andere Angaben (1)');
    for (const words of ['Beides bleibt nebeneinander stehen, jedes unter seiner Quelle.', 'Dieser Datenbestand', 'Sagt etwas anderes.', '„RISC-V, der offene Befehlssatz“', there]) expect(await text()).toContain(words);
    await press('Abbrechen');
  });

  it('find names at once; they are drawn in our closed root, and no page script can see them', async () => {
    const page = await chromium.open(riscAddress);
    await waitForMarks(page);
    const drawn = async () => inOurWorld<number>(page, chromium.id, `${ourRoot}?.querySelectorAll('.drawings .flag').length ?? 0`);
    await expect.poll(drawn, { timeout: 10_000 }).toBeGreaterThan(10);
    const painted = Object.entries(await marksOf(page)).filter(([name]) => /entity|claim/.test(name)).flatMap(([, words]) => words);
    expect(painted.filter((words) => /SiFive|Patterson|RISC|Nvidia|Espressif/.test(words))).toEqual([]);
    await page.close();
  });

  it('are switched off, removed, and come back', async () => {
    await options.bringToFront();
    await options.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('#datasets input[type="checkbox"]')].at(-1)!.click());
    await says('wird nicht verwendet.');
    await press('Entfernen');
    await says('ist entfernt.');
    expect(await options.$$eval('#datasets input[type="checkbox"]', (all) => all.length)).toBe(1);
    await press('Rückgängig');
    await says('Rückgängig gemacht.');
    expect(await options.$$eval('#datasets input[type="checkbox"]', (all) => all.length)).toBe(2);
  });
});

/** What of a folder's tables the author touches; each file holds its own part. */
interface Tables {
  pack: object;
  source: object;
  entities: { id: string; type: string; description: string }[];
  claims: { subject: string; objects?: string[] }[];
}

describe('a pack that an author makes', () => {
  const place = join(folder, 'wellenwerk');
  const run = (...words: string[]): string => execFileSync(process.execPath, ['scripts/pack.ts', ...words], { encoding: 'utf8' });

  /** Edits a table as a person would: takes it as it is, gives it back changed. */
  function edit(table: string, change: (rows: Tables) => void): void {
    const path = join(place, `${table}.yml`);
    const rows = parse(readFileSync(path, 'utf8')) as Tables;
    change(rows);
    writeFileSync(path, stringify(rows));
  }

  it('is proposed, says what is still to be written, edited, in order and built', () => {
    expect(run('new', 'tests/proposal/articles/wellenwerk.txt', '--out', place)).toMatch(/: 13 entities, \d+ claims, \d+ findings proposed\./);
    expect(run('check', place)).toContain('Still to be written');
    edit('article', ({ pack, source }) => {
      Object.assign(pack, { id: 'wellenwerk', title: 'Wellenwerk', licence: 'CC0 1.0', authors: ['Ada'] });
      Object.assign(source, { id: 'wellenwerk-artikel', licence: 'CC0 1.0', publisherKind: 'erfundener Artikel' });
    });
    edit('entities', ({ entities }) => {
      for (const entity of entities) entity.description = entity.description.replace('; im Artikel genannt.', ' aus dem Artikel über das Rechenzentrum vor Warnemünde.');
      entities.find(({ id }) => id === 'warnemuende')!.type = 'place';
      entities.splice(entities.findIndex(({ id }) => id === 'microsoft'), 1);
    });
    expect(() => run('check', place)).toThrow(/microsoft/);
    edit('claims', (rows) => {
      rows.claims = rows.claims.filter(({ subject, objects = [] }) => ![subject, ...objects].includes('microsoft'));
    });
    expect(run('check', place)).toMatch(/: in order\. 12 entities, \d+ claims, \d+ findings\.\n$/);
    expect(run('build', place, '--texts', '--out', join(folder, 'wellenwerk.pack.json'))).toMatch(/: written, checksum [0-9a-f]{64}\n$/);
  });

  it('is installed, and marks its article', async () => {
    await options.bringToFront();
    await ((await options.$('#datasets input[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(join(folder, 'wellenwerk.pack.json'));
    await says('Neu. Es wurde noch nichts geändert.');
    await press('Installieren');
    await says('„Wellenwerk“ ist installiert.');
    const [title = '', ...paragraphs] = readFileSync(join(place, 'article.txt'), 'utf8').split('\n').filter(Boolean);
    server.put(ownAddress, newsPage({ title, body: paragraphs.map((line) => `<p>${line}</p>`).join('\n') }));
    const page = await chromium.open(ownAddress);
    await expect.poll(() => inOurWorld<number>(page, chromium.id, `${ourRoot}?.querySelectorAll('.drawings .flag').length ?? 0`).catch(() => 0), { timeout: 15_000 }).toBeGreaterThan(10);
    await page.close();
  });
});
