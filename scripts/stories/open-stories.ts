/** The built stories in a real browser, one at a time: for the test of all of them and for pictures. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '../browsers/find-browsers.ts';
import { storiesConfig } from './stories-config.ts';

export interface StoryLook {
  language: 'de' | 'en';
  theme: 'light' | 'dark';
  /** CSS pixels of the surface itself. */
  width: number;
  /** The system's own few colours in place of ours. */
  forced?: boolean;
  /** By finger, as on a phone. */
  touch?: boolean;
}

export interface OpenStories {
  names: readonly string[];
  /** Shows one story; gives the page once everything stands still. */
  show(name: string, look: StoryLook): Promise<Page>;
  /** What the stories logged as faults so far. */
  faults: string[];
  close(): Promise<void>;
}

/** Builds the stories into a folder of their own, serves them on loopback and opens them in Chromium. */
export async function openStories(): Promise<OpenStories> {
  const folder = mkdtempSync(join(tmpdir(), 'randnotiz-stories-'));
  const config = storiesConfig(folder);
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.resolvedUrls!.local[0]!;
  const found = findBrowser('chromium');
  if (!found) throw new Error('No Chromium: npm test installs one, or says how.');
  const browser = await launch({ browser: 'chrome', executablePath: found.path, headless: true, pipe: true, args: ['--no-sandbox', '--disable-gpu', '--lang=de'], env: { ...process.env, TZ: 'Europe/Berlin' } });
  const page = await browser.newPage();
  // Puppeteer's own call knows no forced colours.
  const session = await page.createCDPSession();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${String(error)}`));

  const show = async (name: string, { language, theme, width, forced = false, touch = false }: StoryLook): Promise<Page> => {
    await page.setViewport({ width: width + 32, height: 900, hasTouch: touch, isMobile: touch });
    const features = { 'prefers-color-scheme': theme, 'prefers-reduced-motion': 'reduce', 'forced-colors': forced ? 'active' : 'none' };
    await session.send('Emulation.setEmulatedMedia', { features: Object.entries(features).map(([feature, value]) => ({ name: feature, value })) });
    await page.goto(`${address}?story=${name}&lang=${language}&width=${width}`, { waitUntil: 'load' });
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    return page;
  };

  await show('none', { language: 'de', theme: 'light', width: 380 });
  const names = await page.evaluate(() => (globalThis as { randnotizStories?: string[] }).randnotizStories ?? []);
  return {
    names,
    show,
    faults,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
