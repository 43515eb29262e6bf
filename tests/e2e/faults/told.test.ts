/** What the notebook's reader sees when the store is not what it was: evicted by the browser, written by a newer version, damaged in one row. In both browsers, with the files and databases themselves changed. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { storesOf } from '../../faults/broken-store.ts';
import { makeRig, type Rig, type Subject } from '../../faults/subject.ts';
import type { PageServer } from '../harness/server.ts';
import { serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const round = 'ab000000';
const kept = 3;

let server: PageServer;
beforeAll(async () => {
  server = await serveUsualPages();
});
afterAll(() => server?.close());

describe.each([['chromium', 'chrome-mv3'], ['firefox', 'firefox-mv3']] as const)('in %s, a store', { timeout: 120_000 }, (engine, folder) => {
  let rig: Rig;
  let subject: Subject;
  beforeEach(async () => {
    rig = makeRig(engine, resolve(import.meta.dirname, '../../../.output', folder), server);
    subject = await rig.start();
    await subject.page.evaluate(async (name, all) => {
      for (let n = 0; n < all; n += 1) await bench.ask('keepFlag', { flag: bench.flagOf(name, n) });
    }, round, kept);
  });
  afterEach(async () => {
    await subject?.close();
    rig?.remove();
  });

  it('that the browser has thrown away is not taken for a first day', async () => {
    await subject.page.evaluate((all) => bench.bearWitness(all, Date.now()), kept);
    await subject.close();
    // Firefox throws away all of an origin at once; what the extension's own storage keeps is another one.
    for (const place of storesOf(rig).filter((one) => !one.includes('userContextId'))) rmSync(engine === 'firefox' ? join(place, '..') : place, { recursive: true });
    subject = await rig.start();
    expect(await wordsOf(await subject.openOwn('notebook.html'), '[role="alert"]')).toMatch(sentence('error.store_lost'));
  });

  it('of a newer version is shown, says what to do, and is left as it is', async () => {
    await subject.page.evaluate(() => bench.putNewerVersion(990));
    const page = await subject.openOwn('notebook.html');
    expect(await wordsOf(page, '.notice[role="status"]')).toMatch(sentence('notebook.readonly'));
    expect(await page.$eval('main', ({ textContent }) => textContent)).toContain('verkaufte das Werk 2 Anlagen');
    expect(await exported(page)).toMatchObject({ revisions: [{}, {}, {}] });
    const answer = await subject.page.evaluate((name) => bench.ask('keepFlag', { flag: bench.flagOf(name, 99) }), round);
    expect(answer).toMatchObject({ ok: false, error: { code: 'store_newer' } });
    expect(await subject.page.evaluate((name) => bench.rows(name), round)).toMatchObject({ version: 990, allFlags: kept });
  });
});

async function wordsOf(page: Page, selector: string): Promise<string> {
  await page.waitForSelector(selector);
  return page.$$eval(selector, (all) => all.map(({ textContent }) => textContent).join('\n'));
}

/** Saves everything by the page's own button; gives what the file would hold. */
async function exported(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    const give = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => document.body.setAttribute('data-saved', text));
      return give(blob);
    };
  });
  await page.click('[role="tab"]:last-child');
  await (await page.waitForSelector('.files .export-as button'))!.click();
  const saved = await page.waitForFunction(() => document.body.getAttribute('data-saved'));
  return JSON.parse((await saved.jsonValue())!);
}
