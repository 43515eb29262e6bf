/** Firefox lets a person take the sites of the manifest away at any time: Randnotiz stays off them without a fault, says so, and takes them again on a click. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages, watchForErrors } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

let server: PageServer;
let firefox: Firefox;
let own: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, ['www.heise.de'], { 'extensions.webextOptionalPermissionPrompts': false });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const marks = (page: Page): Promise<number> => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));

it('marks nothing on a site that was taken away, and throws nothing', async () => {
  own = await firefox.openExtensionPage('options.html');
  await own.waitForFunction(() => document.body.innerText.length > 200, { timeout: 15_000 });
  const removed = await own.evaluate(() => {
    const { permissions, runtime } = (globalThis as unknown as { chrome: { permissions: { remove(what: object): Promise<boolean> }; runtime: { getManifest(): { host_permissions: string[] } } } }).chrome;
    return permissions.remove({ origins: runtime.getManifest().host_permissions });
  });
  expect(removed).toBe(true);
  const page = await firefox.open(articleAddress);
  const errors = watchForErrors(page);
  await quietMoment(2500);
  expect(await marks(page)).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

it('says so in the options, and marks again once it was let back by a click', async () => {
  const button = await own.waitForFunction((pattern) => [...document.querySelectorAll('button')].find((one) => new RegExp(pattern).test(one.innerText)), { timeout: 10_000 }, sentence('options.allow_built_in').source);
  await own.bringToFront();
  await (button.asElement() as unknown as { click(): Promise<void> }).click();
  await quietMoment(800);
  const page = await firefox.open(articleAddress);
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 15_000, polling: 100 });
  await page.close();
});
