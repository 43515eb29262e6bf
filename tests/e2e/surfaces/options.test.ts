/** The options in real Chromium: what is in force, what can be changed, and the proof of silence. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, serveUsualPages, quietMoment } from '../harness/world.ts';
import { violations } from './axe.ts';

let server: PageServer;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  chromium = await launchChromium(server);
  options = await chromium.openExtensionPage('options.html');
  await options.waitForSelector('#silence dl');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const textOf = (id: string): Promise<string> => options.$eval(`#${id}`, (one) => (one as HTMLElement).innerText);
const click = (selector: string, words: string): Promise<void> =>
  options.evaluate((wanted, inside) => [...document.querySelectorAll<HTMLElement>(`${inside} button, ${inside} label`)].find((one) => one.innerText.startsWith(wanted))!.click(), words, selector);
const settings = (): Promise<Record<string, unknown>> =>
  options.evaluate(async () => ((await (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<Record<string, Record<string, unknown>>> } } } }).chrome.storage.local.get('settings'))['settings'] ?? {}));
const store = (value: Record<string, unknown>): Promise<void> =>
  options.evaluate((given) => (globalThis as unknown as { chrome: { storage: { local: { set(all: object): Promise<void> } } } }).chrome.storage.local.set({ settings: given }), value);

describe('the options', () => {
  it('show the proof of silence: permissions held, no request made, bytes stored, last backup', async () => {
    const text = await textOf('silence');
    for (const permission of ['activeTab', 'scripting', 'storage', 'contextMenus', 'unlimitedStorage', 'sidePanel']) expect(text).toContain(permission);
    expect(text).toMatch(/Anfragen ins Netz[^\d]*0\n/);
    expect(text).toContain("connect-src 'none'");
    expect(text).toMatch(/\d+ (?:B|kB|MB)/);
    expect(text).toContain('noch keine');
  });

  it('change the density, and open pages follow', async () => {
    const page = await chromium.open(articleAddress);
    await waitForMarks(page, 10);
    const count = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0));
    const before = await count();
    await options.bringToFront();
    await click('#marks', 'Marken: alle');
    await page.bringToFront();
    await page.waitForFunction((had) => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0) > had, { timeout: 10_000, polling: 100 }, before);
    expect((await settings())['density']).toBe('everything');
    await page.close();
  });

  it('show every rule with its precision and an example', async () => {
    await options.bringToFront();
    await options.type('#rules input', 'intensifier');
    await options.waitForFunction(() => document.querySelectorAll('#rules li').length === 1);
    const text = await textOf('rules');
    expect(text).toContain('bias.intensifier');
    expect(text).toMatch(/\d+ von \d+ geprüften Treffern/);
    expect(text).toContain('geradezu');
  });

  it('list datasets, keys and what was dismissed', async () => {
    expect(await textOf('datasets')).toMatch(/\d+ Namen, \d+ Behauptungen/);
    expect(await textOf('shortcuts')).toMatch(/Behauptung merken/);
    await store({ ...(await settings()), dismissed: [{ id: 'd1', scope: 'everywhere', kind: 'bias', rule: 'bias.intensifier', quote: '<b>geradezu</b> 🤖', at: Date.now() }] });
    await options.waitForFunction(() => document.querySelector('#dismissals')!.textContent.includes('<b>geradezu</b> 🤖'));
    await click('#dismissals', 'Wieder zeigen');
    await options.waitForFunction(() => document.querySelector('#dismissals')!.textContent.includes('Nichts ausgeblendet'));
    expect((await settings())['dismissed']).toEqual([]);
  });

  it('lead to the browser’s own page for keys', async () => {
    await click('#shortcuts', 'Tasten im Browser ändern');
    const target = await chromium.browser.waitForTarget((one) => one.url().startsWith('chrome://extensions/shortcuts'), { timeout: 10_000 });
    await (await target.page())?.close();
    await options.bringToFront();
  });

  it('save a backup, and say when the last one was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'randnotiz-backup-'));
    try {
      const session = await options.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      await click('#storage', 'Sicherung speichern');
      await expect.poll(() => readdirSync(folder).filter((name) => /^randnotiz-\d{4}-\d\d-\d\d\.json$/.test(name)).length, { timeout: 10_000 }).toBe(1);
      await options.waitForFunction(() => document.querySelector('#storage')!.textContent.includes('Letzte Sicherung: '), { timeout: 5000 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('switch a site on again, and refuse what is no site', async () => {
    await store({ ...(await settings()), off: ['heise.de'] });
    await options.waitForFunction(() => document.querySelector('#sites')!.textContent.includes('heise.de'));
    await click('#sites', 'Wieder einschalten');
    await options.waitForFunction(() => !document.querySelector('#sites')!.textContent.includes('heise.de'));
    await options.type('#sites input', 'kein ort');
    await click('#sites', 'Erlauben');
    await options.waitForFunction(() => document.querySelector('#sites [role=status]')!.textContent.includes('example.org'));
  });

  it('leave settings of a newer version as they are, and say what happened and what to do', async () => {
    await store({ ...(await settings()), density: 'telepathy', future: { kept: true } });
    await options.reload();
    await options.waitForSelector('#silence dl');
    expect(await options.$eval('.ephemeral', (line) => line.textContent)).toMatch(/neueren Version.*aktualisieren/);
    await click('#marks', 'Marken: mehr');
    await options.waitForFunction(async () => (await (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<{ settings?: { density?: string } }> } } } }).chrome.storage.local.get('settings')).settings?.density === 'normal');
    expect((await settings())['future']).toEqual({ kept: true });
  });

  it('wipe everything, after saying what goes', async () => {
    await click('#storage', 'Alles löschen');
    await options.waitForFunction(() => document.querySelector('#storage .asking')?.textContent.includes('nicht rückgängig'));
    expect(await violations(options)).toEqual([]);
    await click('#storage .asking', 'Endgültig löschen');
    await options.waitForFunction(() => document.querySelector('#storage [role=status]')!.textContent.includes('Alles gelöscht'));
    expect(await settings()).toEqual({});
  });

  it('have no accessibility fault, wide or narrow, light or dark', async () => {
    for (const [theme, width] of [['light', 1100], ['dark', 320]] as const) {
      await options.setViewport({ width, height: 800 });
      await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      // The colours take their 120 ms to turn.
      await quietMoment(300);
      expect(await violations(options), theme).toEqual([]);
      expect(await options.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});
