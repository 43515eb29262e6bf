/** Annotating and skipping in real Chromium, from the store build, on real host names. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TargetType, type Page } from 'puppeteer-core';
import { launchChromium, marksOf, stopServiceWorker, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, cookingAddress, elsewhereAddress, englishAddress, quietMoment, serveUsualPages, watchForErrors } from '../harness/world.ts';
import { newsPage, seedPage } from '../../../scripts/pages/seed-page.ts';

let server: PageServer;
let chromium: Chromium;
let page: Page | undefined;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
});
afterEach(async () => {
  await page?.close();
  page = undefined;
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const words = async (): Promise<string[]> => Object.values(await marksOf(page!)).flat();

describe('an article on a listed host', () => {
  it('is marked: names and claims, on the right words', async () => {
    page = await chromium.open(articleAddress);
    const errors = watchForErrors(page);
    await waitForMarks(page, 10);
    const marked = await words();
    expect(marked).toContain('Project Prometheus');
    expect(marked).toContain('Vik Bajaj');
    expect(marked.some((one) => one.includes('6,2 Milliarden US-Dollar'))).toBe(true);
    expect(errors).toEqual([]);
  });

  it('keeps its document as the publisher made it', async () => {
    page = await chromium.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      document.addEventListener('DOMContentLoaded', () => {
        new MutationObserver((records) => seen.push(...records.map((one) => `${one.type} ${one.target.nodeName}`))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    });
    await page.goto(articleAddress, { waitUntil: 'load' });
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await waitForMarks(page, 10);
    await quietMoment();
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([1, 0]);
  });

  it('shows claims and first mentions by default, not every mention', async () => {
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    const openAi = (await words()).filter((one) => one === 'OpenAI');
    expect(openAi.length).toBeGreaterThan(0);
    expect(openAi.length).toBeLessThan(5);
  });

  it('is marked again after the service worker was stopped', async () => {
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    await stopServiceWorker(page);
    await page.reload({ waitUntil: 'load' });
    await waitForMarks(page, 10);
  });

  it('loses its marks with the article and gets new ones by single-page navigation', async () => {
    page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    await page.evaluate(() => {
      history.pushState({}, '', '/news/tesla-und-die-roboter-10999999.html');
      document.title = 'Tesla und die Roboter';
      document.querySelector('article')!.innerHTML = `<h1>Tesla und die Roboter</h1>
        <p>Der Elektroautobauer Tesla will in Zukunft vor allem eine KI-Firma sein, sagte Elon Musk am Dienstag vor Entwicklern und Investoren.</p>
        <p>Die Software der Roboter laufe auf eigenen Chips im Rechenzentrum, die künstliche Intelligenz werde mit Daten aus den Fahrzeugen trainiert.</p>
        <p>Auch OpenAI und Google arbeiten an Modellen für Roboter. Die Start-ups der Branche sammelten zuletzt hohe Summen ein.</p>`;
    });
    await page.waitForFunction(() => [...CSS.highlights.values()].some((one) => [...one].some((range) => range.startContainer.textContent?.includes('Elektroautobauer'))), { timeout: 15_000, polling: 100 });
    expect(await words()).not.toContain('Vik Bajaj');
  });

  it.each([
    ["default-src 'none'", { 'content-security-policy': "default-src 'none'" }],
    ['trusted types', { 'content-security-policy': "require-trusted-types-for 'script'; default-src 'self'" }],
    ['a sandbox', { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' }],
  ])('is marked under a content security policy with %s', async (name, headers) => {
    const address = `https://t3n.de/news/csp-${encodeURIComponent(name.replaceAll(/\W/g, ''))}-1234567/`;
    server.put(address, { html: seedPage(), headers });
    page = await chromium.open(address);
    await waitForMarks(page, 10);
  });
});

describe('a page that is none of our business', () => {
  it.each([
    ['not about technology', cookingAddress],
    ['not in German', englishAddress],
    ['on a host that is not listed', elsewhereAddress],
  ])('gets no mark and no host: %s', async (_, address) => {
    page = await chromium.open(address);
    const children = await page.evaluate(() => document.documentElement.children.length);
    await quietMoment();
    expect(await words()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(children);
  });

  it('does not wake the service worker for a page in another language or about something else', async () => {
    page = await chromium.open(cookingAddress);
    // A worker that is stopped in the middle of an answer is started again for it; here it is to be at rest.
    await quietMoment();
    await stopServiceWorker(page);
    await quietMoment(300);
    const workers = (): number => chromium.browser.targets().filter((one) => one.type() === TargetType.SERVICE_WORKER).length;
    const before = workers();
    expect(before).toBe(0);
    for (const address of [englishAddress, cookingAddress]) {
      await page.goto(address, { waitUntil: 'load' });
      await quietMoment();
      expect(workers(), address).toBe(0);
    }
  });

  it('is told from an article whatever its lang attribute claims', async () => {
    const lying = 'https://www.golem.de/news/lang-luegt-2611-200001.html';
    server.put(lying, newsPage({ title: 'Bezos copies Musk', lang: 'de', body: '<p>The company has raised billions of dollars for artificial intelligence and robots, and its founder says that the software will change the world.</p><p>OpenAI, Google and Meta have hired researchers for the same task, and the chips are running in the data centers of the companies.</p>' }));
    const honest = 'https://www.golem.de/news/lang-falsch-2611-200002.html';
    server.put(honest, seedPage().replace('<html lang="de">', '<html lang="en">'));
    page = await chromium.open(lying);
    await quietMoment();
    expect(await words()).toEqual([]);
    await page.goto(honest, { waitUntil: 'load' });
    await waitForMarks(page, 10);
  });
});
