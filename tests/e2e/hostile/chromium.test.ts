/** Hostile pages in real Chromium, from the store build: nothing of the reader's is read, written, opened or sent by a page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { runCases } from '../../hostile/run-cases.ts';
import { isFull } from '../../hostile/size.ts';
import { inOurWorld, launchChromium, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { quietMoment, serveUsualPages } from '../harness/world.ts';
import { address, ask, attackPage, letIn, rowsOf, secret, secretFlag } from './hostile-world.ts';
import { attacks } from './attacks.ts';

let server: PageServer;
let chromium: Chromium;
let own: Page;
let kept: unknown[];

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  own = await chromium.openExtensionPage('popup.html');
  expect(await ask(own, 'keepFlag', { flag: secretFlag() })).toMatchObject({ ok: true });
  kept = await rowsOf(own, 'revisions');
  expect(JSON.stringify(kept)).toContain(secret);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Whether our marks stand, asked in our own world: what the page has overridden tells nothing. */
async function areMarked(page: Page): Promise<boolean> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const marks = await inOurWorld<number>(page, chromium.id, `[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)`).catch(() => 0);
    if (marks >= 3) return true;
    await quietMoment(100);
  }
  return false;
}

runCases('hostile pages in Chromium', attacks.map((attack) => ({
  id: attack.id,
  tries: attack.tries,
  async run() {
    server.put(address, attackPage(attack, chromium.id));
    const before = (await chromium.browser.pages()).length;
    const page = await chromium.browser.newPage();
    const ours: string[] = [];
    page.on('pageerror', (error) => {
      if (String((error as Error).stack ?? error).includes(chromium.id)) ours.push(String((error as Error).stack ?? error).slice(0, 300));
    });
    try {
      await page.goto(address, { waitUntil: 'load' });
      const faults: string[] = [];
      if (attack.marks && !(await areMarked(page))) faults.push('our marks do not stand');
      await quietMoment(isFull ? 4000 : 1200);
      faults.push(...(await letIn(page)));
      if ((await chromium.browser.pages()).length > before + 1) faults.push('the page made us open something');
      if (ours.length > 0) throw new Error(ours[0]);
      if (JSON.stringify(await rowsOf(own, 'revisions')) !== JSON.stringify(kept)) faults.push('the page made us write');
      return faults;
    } finally {
      await page.close();
    }
  },
})), 90_000);

it('asked the network for nothing but the pages', () => {
  const others = server.asked.filter((one) => !one.includes(address.slice(0, 25)) && !one.includes('favicon'));
  expect(others.filter((one) => !/google|gvt1|chromium/.test(one))).toEqual([]);
});
