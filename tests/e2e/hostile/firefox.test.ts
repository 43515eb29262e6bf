/** The attacks that differ by engine, and permissions taken away, in real Firefox from the store build. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { runCases } from '../../hostile/run-cases.ts';
import { isFull } from '../../hostile/size.ts';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { quietMoment, serveUsualPages } from '../harness/world.ts';
import { attacks } from './attacks.ts';
import { address, ask, attackPage, letIn, rowsOf, secret, secretFlag } from './hostile-world.ts';

let server: PageServer;
let firefox: Firefox;
let own: Page;
let kept: unknown[];

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de']);
  own = await firefox.openExtensionPage('popup.html');
  await own.waitForFunction(() => 'chrome' in globalThis, { timeout: 10_000 });
  expect(await ask(own, 'keepFlag', { flag: secretFlag() })).toMatchObject({ ok: true });
  kept = await rowsOf(own, 'revisions');
  expect(JSON.stringify(kept)).toContain(secret);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

runCases('hostile pages in Firefox', attacks.filter(({ firefox: both }) => both).map((attack) => ({
  id: attack.id,
  tries: attack.tries,
  async run() {
    server.put(address, attackPage(attack, 'none'));
    const before = (await firefox.browser.pages()).length;
    const page = await firefox.browser.newPage();
    const ours: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && /moz-extension:/.test(`${message.text()} ${message.location().url ?? ''}`)) ours.push(message.text());
    });
    try {
      await page.goto(address, { waitUntil: 'load' });
      await quietMoment(isFull ? 4000 : 1500);
      const faults = await letIn(page);
      if ((await firefox.browser.pages()).length > before + 1) faults.push('the page made us open something');
      if (ours.length > 0) throw new Error(ours[0]);
      if (JSON.stringify(await rowsOf(own, 'revisions')) !== JSON.stringify(kept)) faults.push('the page made us write');
      return faults;
    } finally {
      await page.close();
    }
  },
})), 90_000);

it('stands under every attack that leaves the document readable', async () => {
  server.put(address, attackPage({ id: 'none', tries: 'nothing', script: '' }, 'none'));
  const page = await firefox.open(address);
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
  await page.close();
});
