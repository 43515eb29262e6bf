/** A flag's life: kept, found again after the page has changed around it, and in another article that repeats it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { newsPage } from '../../../scripts/pages/seed-page.ts';
import { launchChromium, stopServiceWorker, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, seedPageWith, serveUsualPages } from '../harness/world.ts';
import { flagKey, inRoot, openMarked, select, waitForClosed, waitInRoot } from '../margin/margin-world.ts';

const words = 'Periodic Labs hat bereits 300 Millionen US-Dollar an Finanzierung erhalten';
const other = 'https://www.golem.de/news/periodic-labs-sammelt-geld-ein-2611-201234.html';
const drawn = `root.querySelectorAll('.drawings .flag').length`;

let server: PageServer;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  page = await openMarked(chromium, articleAddress);
  await select(page, words);
  await flagKey(page);
  await waitInRoot(page, chromium, `!!root.querySelector('form')`);
  await page.keyboard.press('Tab');
  await inRoot(page, chromium, `root.querySelector('form').requestSubmit()`);
  await waitForClosed(page, chromium);
  await waitInRoot(page, chromium, `${drawn} > 0`);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Where the flag is drawn, and where the words stand, in pixels from the top. */
async function distanceToWords(expected: string): Promise<number> {
  const box = await select(page, expected);
  await quietMoment(150);
  const top = await inRoot<number>(page, chromium, `root.querySelector('.flag').getBoundingClientRect().top`);
  return Math.abs(top - box.top);
}

describe('a kept flag', () => {
  it('is marked again after the text around it has changed and the worker was stopped', async () => {
    server.put(articleAddress, seedPageWith((text) => text.replace('Beispielsweise haben mehrere Forscher', 'Ein neuer Absatz steht hier.\nWie wir gestern erfuhren, haben mehrere Forscher').replace('und plant, ein Labor', 'und will, so heißt es, ein Labor')));
    await stopServiceWorker(page);
    await page.reload({ waitUntil: 'load' });
    await waitForMarks(page, 10);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    expect(await distanceToWords(words)).toBeLessThan(4);
  });

  it('belongs to the page by its address without tracking parameters and fragments', async () => {
    await page.goto(`${articleAddress}?utm_source=feed&wt_mc=rss#kommentare`, { waitUntil: 'load' });
    await waitForMarks(page, 10);
    await waitInRoot(page, chromium, `${drawn} > 0`);
  });

  it('is found again in another article that repeats it', async () => {
    server.put(
      other,
      newsPage({
        title: 'Start-up für KI-Forschung sammelt Geld ein',
        body: `<p>Die Branche der künstlichen Intelligenz wächst weiter: Das Start-up Periodic Labs hat 300 Millionen US-Dollar an Finanzierung erhalten, wie die Firma mitteilte.</p>
<p>Mit dem Geld will das Unternehmen ein Labor mit Robotern bauen, in dem die Software selbst Experimente plant und auswertet. Die Chips dafür kommen von Nvidia.</p>
<p>Auch andere junge Firmen entwickeln Modelle, die aus Versuchen in der wirklichen Welt lernen sollen, statt nur Texte aus dem Internet zu verarbeiten. Die großen Anbieter von Cloud-Diensten haben ähnliche Pläne angekündigt.</p>`,
      }),
    );
    await page.goto(other, { waitUntil: 'load' });
    await waitForMarks(page, 1);
    await waitInRoot(page, chromium, `${drawn} > 0`);
    expect(await distanceToWords('300 Millionen US-Dollar')).toBeLessThan(40);
  });
});
