/** Notebook and packs in real Firefox. What differs there: no page may keep a folder, so the notebook says how to save and open instead. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';
import { violations } from '../surfaces/axe.ts';

let server: PageServer;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de']);
  page = await firefox.openExtensionPage('notebook.html');
  await page.waitForFunction(() => document.querySelector('[role="tab"]') !== null, { timeout: 20_000, polling: 100 });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const tab = (at: number): Promise<void> => page.evaluate((index) => document.querySelectorAll<HTMLElement>('[role="tab"]')[index]!.click(), at);
const waitFor = (selector: string): Promise<unknown> => page.waitForFunction((wanted) => document.querySelector(wanted) !== null, { timeout: 20_000, polling: 100 }, selector);
const says = (pattern: RegExp): Promise<unknown> => page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), { timeout: 20_000, polling: 100 }, pattern.source);

/** Hands a file to the first file field of the page, as a drop would. */
const choose = (where: Page, selector: string, name: string, content: string): Promise<void> => where.evaluate((field, called, text) => {
  const input = document.querySelector<HTMLInputElement>(field)!;
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], called, { type: 'application/json' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}, selector, name, content);

const annotations = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x', type: 'AnnotationPage',
  items: Array.from({ length: 300 }, (_, index) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, type: 'Annotation', motivation: 'commenting',
    created: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(),
    target: { source: `https://www.example.org/artikel-${index % 9}.html`, selector: [{ type: 'TextQuoteSelector', exact: `Häuserdrucker hat ${100 + index} Millionen Euro eingesammelt`, prefix: '', suffix: '' }] },
  })),
});

describe('in Firefox the notebook', () => {
  it('says how to save and open, where no folder can be kept', async () => {
    await tab(4);
    await says(sentence('notebook.folder_elsewhere'));
    expect(await page.evaluate((pattern) => [...document.querySelectorAll('button')].some((one) => new RegExp(`^(?:${pattern})$`).test(one.innerText)), sentence('notebook.folder_choose').source)).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  it('takes a file in after a preview, and finds as one types', async () => {
    await choose(page, 'input[type=file]', 'notizen.jsonld', annotations);
    await waitFor('.import-preview .primary');
    await page.evaluate(() => document.querySelector<HTMLElement>('.import-preview .primary')!.click());
    await says(sentence('notebook.taken_in'));
    await tab(0);
    await waitFor('.flag-rows li');
    expect(await page.evaluate(() => document.querySelector('.flag-rows li')!.getAttribute('aria-setsize'))).toBe('300');
    expect(await page.evaluate(() => document.querySelectorAll('.flag-rows li').length)).toBeLessThan(60);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
      input.value = 'haeuserdruck 355';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelectorAll('.flag-rows li').length === 1, { timeout: 10_000, polling: 100 });
  });

  it('changes a flag and keeps its history', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.flag-row')!.click());
    await waitFor('.flag-detail textarea');
    await page.evaluate(() => {
      const note = document.querySelector<HTMLTextAreaElement>('.flag-detail textarea')!;
      note.value = 'in Firefox geschrieben';
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => document.querySelector<HTMLButtonElement>('.flag-detail button[type=submit]')?.disabled === false, { timeout: 10_000, polling: 100 });
    await page.evaluate(() => document.querySelector<HTMLElement>('.flag-detail button[type=submit]')!.click());
    await says(sentence('notebook.saved'));
    await page.waitForFunction(() => document.querySelectorAll('.history li').length === 2, { timeout: 10_000, polling: 100 });
    expect(await violations(page)).toEqual([]);
  });

  it('is told in words where a bad file is bad', async () => {
    await tab(4);
    await choose(page, 'input[type=file]', 'halb.jsonld', annotations.slice(0, 4000));
    await waitFor('[role="alert"]');
    await says(sentence('file_fault.cut_off'));
  });
});

describe('in Firefox packs', () => {
  it('are refused when they are bad, previewed and installed when they are good', async () => {
    const example = readFileSync('examples/risc-v.pack.json', 'utf8');
    const options = await firefox.openExtensionPage('options.html');
    await options.waitForFunction(() => document.querySelector('#datasets .lines li') !== null, { timeout: 20_000, polling: 100 });
    const wait = (key: Parameters<typeof sentence>[0]): Promise<unknown> => options.waitForFunction((source) => new RegExp(source).test(document.querySelector<HTMLElement>('#datasets')!.innerText), { timeout: 20_000, polling: 100 }, sentence(key).source);
    await choose(options, '#datasets input[type=file]', 'falsch.json', example.replace('"2017"', '"2018"'));
    await wait('pack_fault.checksum');
    await choose(options, '#datasets input[type=file]', 'risc-v.json', example);
    await options.waitForFunction(() => document.querySelector('#datasets .primary') !== null, { timeout: 20_000, polling: 100 });
    await options.evaluate(() => document.querySelector<HTMLElement>('#datasets .primary')!.click());
    await options.waitForFunction(() => document.querySelectorAll('#datasets input[type="checkbox"]').length === 2, { timeout: 20_000, polling: 100 });
    await options.close();
  });
});
