/** The notebook page in real Chromium: searched as one types, changed, thrown away and back, read in from a file with a preview. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'randnotiz-notebook-'));

let server: PageServer;
let chromium: Chromium;
let page: Page;

/** A file of W3C annotations of so many invented articles. */
function annotations(count: number): string {
  const subjects = ['Nordlicht Robotik', 'Alpenchip', 'Süßwasser-KI', 'Häuserdrucker'];
  const items = Array.from({ length: count }, (_, index) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    body: [{ type: 'TextualBody', purpose: 'commenting', value: `Anmerkung ${index}` }, { type: 'TextualBody', purpose: 'tagging', value: index % 2 ? 'prüfen' : 'erledigt' }],
    target: { source: `https://www.example.org/artikel-${index % 50}.html`, selector: [{ type: 'TextQuoteSelector', exact: `${subjects[index % 4]} hat ${100 + index} Millionen Euro eingesammelt`, prefix: '', suffix: '' }] },
  }));
  return JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x', type: 'AnnotationPage', items });
}

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  page = await chromium.openExtensionPage('notebook.html');
  await page.bringToFront();
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const text = (): Promise<string> => page.evaluate(() => document.body.innerText);
const tab = (index: number): Promise<void> => page.evaluate((at) => document.querySelectorAll<HTMLElement>('[role="tab"]')[at]!.click(), index);
const rows = (): Promise<number> => page.$$eval('.flag-rows li', (all) => all.length);
const listed = (): Promise<number> => page.$eval('.flag-rows li', (one) => Number(one.getAttribute('aria-setsize'))).catch(() => 0);

async function violations(): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
  });
}

async function readIn(name: string, content: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await tab(4);
  const input = await page.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

describe('the notebook', () => {
  it('is empty at first and says what to do', async () => {
    await page.waitForSelector('[role="tab"]');
    expect(await page.$$('.flag-rows li')).toHaveLength(0);
    expect((await text()).length).toBeGreaterThan(40);
    expect(await violations()).toEqual([]);
  });

  it('names the place of a bad file, and takes nothing in', async () => {
    await readIn('kaputt.json', annotations(3).slice(0, 500));
    await page.waitForSelector('[role="alert"]');
    expect(await page.$eval('[role="alert"]', (one) => (one as HTMLElement).innerText)).toMatch(/1/);
    await tab(0);
    expect(await rows()).toBe(0);
  });

  it('previews a file, takes it in at once, and draws only what is in view', async () => {
    await readIn('notizen.jsonld', annotations(500));
    await page.waitForSelector('.import-preview', { timeout: 30_000 });
    expect(await page.$eval('.counts', (one) => (one as HTMLElement).innerText)).toContain('500');
    expect(await violations()).toEqual([]);
    await page.click('.import-preview .primary');
    await page.waitForFunction(() => document.querySelector('.import-preview') === null, { timeout: 30_000 });
    await tab(0);
    await page.waitForSelector('.flag-rows li');
    expect(await listed()).toBe(500);
    expect(await rows()).toBeLessThan(60);
    expect(await violations()).toEqual([]);
  });

  it('finds as one types, whatever the umlaut', async () => {
    await page.type('input[type=search]', 'haeuserdruck 555');
    await page.waitForFunction(() => document.querySelectorAll('.flag-rows li').length === 1, { timeout: 5000 });
    expect(await text()).toContain('Häuserdrucker hat 555 Millionen');
    await page.$eval('input[type=search]', (one) => { one.value = ''; one.dispatchEvent(new Event('input', { bubbles: true })); });
    await page.waitForFunction(() => document.querySelectorAll('.flag-rows li').length > 5);
  });

  it('changes a flag and keeps its history', async () => {
    await page.click('.flag-row');
    await page.waitForSelector('.flag-detail textarea');
    await page.type('.flag-detail textarea', ' und mehr');
    await page.click('.flag-detail button[type=submit]');
    await page.waitForFunction(() => document.querySelectorAll('.history li').length === 2, { timeout: 5000 });
    expect(await violations()).toEqual([]);
  });

  it('throws all away, takes them back, and shows the bin', async () => {
    await page.click('.bulk input[type=checkbox]');
    await page.waitForSelector('.bulk-actions');
    await page.evaluate(() => [...document.querySelectorAll<HTMLButtonElement>('.bulk-actions > button')].at(-1)!.click());
    await page.waitForFunction(() => document.querySelectorAll('.flag-rows li').length === 0, { timeout: 15_000 });
    await tab(3);
    await page.waitForSelector('.flag-rows li');
    expect(await listed()).toBe(500);
    await page.click('.bulk input[type=checkbox]');
    await page.waitForSelector('.bulk-actions');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.bulk-actions > button')!.click());
    await page.waitForFunction(() => document.querySelectorAll('.flag-rows li').length === 0, { timeout: 15_000 });
    await tab(0);
    await page.waitForSelector('.flag-rows li');
    expect(await listed()).toBe(500);
  });

  it('takes an import back', async () => {
    await tab(4);
    const list = await page.waitForFunction((name) => [...document.querySelectorAll('section')].find((one) => new RegExp(name).test(one.querySelector('h2')?.innerText ?? '')), {}, sentence('notebook.imports').source);
    await (await list.asElement()!.$('.link'))!.click();
    await page.waitForFunction((name) => ![...document.querySelectorAll('h2')].some((one) => new RegExp(name).test(one.innerText)), { timeout: 30_000 }, sentence('notebook.imports').source);
  });
});
