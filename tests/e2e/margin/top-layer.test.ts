/** Our popover in the top layer, in both browsers: lifted over what the page opens, and at rest otherwise. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium, waitForMarks } from '../harness/chromium.ts';
import { launchFirefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, quietMoment, serveUsualPages } from '../harness/world.ts';
import { markedBox, middle } from './margin-world.ts';

/** How often the page hears that a popover was opened or closed: on the window's way in, where its listener stands before ours. */
const toggles = (page: Page): Promise<number> => page.evaluate(() => (globalThis as { toggles?: number }).toggles ?? 0);

describe.each(['chromium', 'firefox'] as const)('in %s, our popover', { timeout: 60_000 }, (name) => {
  let server: PageServer;
  let world: { open(address: string): Promise<Page>; close(): Promise<void> };

  beforeAll(async () => {
    server = await serveUsualPages();
    world = name === 'firefox' ? await launchFirefox(server, ['www.heise.de']) : await launchChromium(server);
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  it('opens once and then rests, and is lifted once over a popover of the page’s', async () => {
    const page = await world.open(articleAddress);
    await waitForMarks(page, 10);
    await page.evaluate(() => window.addEventListener('toggle', () => void ((globalThis as { toggles?: number }).toggles = ((globalThis as { toggles?: number }).toggles ?? 0) + 1), true));
    await page.mouse.click(...middle(await markedBox(page, 'Vik Bajaj')));
    await page.waitForFunction(() => document.documentElement.children.length === 3, { timeout: 10_000, polling: 50 });
    await quietMoment(1_000);
    const opened = await toggles(page);
    expect(opened).toBeLessThanOrEqual(1);
    await page.evaluate(() => {
      const top = document.createElement('div');
      top.popover = 'manual';
      top.style.cssText = 'inset: 0; width: 100%; height: 100%; border: 0; padding: 0; margin: 0';
      document.body.append(top);
      top.showPopover();
    });
    await quietMoment(1_000);
    // The page's own, and ours, closed and opened.
    expect(await toggles(page) - opened).toBeLessThanOrEqual(3);
    const ours = await page.evaluate(() => {
      const host = document.documentElement.children[2]!;
      return host.matches(':popover-open');
    });
    expect(ours).toBe(true);
    await page.close();
  });
});
