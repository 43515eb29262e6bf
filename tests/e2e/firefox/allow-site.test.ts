/** A website of no list, let on by the reader in the options: annotated from then on, and left alone once it is sent away. (Chromium's own question cannot be answered by a test.) */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchFirefox, type Firefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { elsewhereAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { sentence } from '../margin/margin-world.ts';

const host = new URL(elsewhereAddress).hostname;
let server: PageServer;
let firefox: Firefox;
let options: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  firefox = await launchFirefox(server, [host], { 'extensions.webextOptionalPermissionPrompts': false });
  options = await firefox.openExtensionPage('options.html');
  await options.waitForFunction(() => document.querySelector('#sites form input') !== null, { timeout: 15_000 });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const marks = (page: Page): Promise<number> => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
const sites = (): Promise<string> => options.$eval('#sites', (one) => (one as HTMLElement).innerText);

it('is not read before', async () => {
  const page = await firefox.open(elsewhereAddress);
  await quietMoment(1500);
  expect(await marks(page)).toBe(0);
  await page.close();
});

it('is annotated once it is allowed, and is listed', async () => {
  await options.bringToFront();
  await options.type('#sites form input', `https://${host}/`);
  await options.click('#sites form button');
  await expect.poll(sites, { timeout: 5000 }).toMatch(sentence('options.allowed'));
  expect(await sites()).toContain(host);
  const page = await firefox.open(elsewhereAddress);
  await page.waitForFunction(() => CSS.highlights.size > 0, { timeout: 20_000, polling: 100 });
  await page.close();
});

it('is left alone once it is withdrawn', async () => {
  await options.bringToFront();
  await options.evaluate(() => document.querySelector<HTMLElement>('#sites .lines button')!.click());
  await expect.poll(sites, { timeout: 5000 }).toMatch(sentence('options.withdrawn'));
  const page = await firefox.open(elsewhereAddress);
  await quietMoment(1500);
  expect(await marks(page)).toBe(0);
  await page.close();
});
