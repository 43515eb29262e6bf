/** What the notebook promises beside lists and search, each line in real Chromium: folder, reminder, where else, version watch, names, going back, packs, other windows. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { newsPage } from '../../../scripts/pages/seed-page.ts';
import { launchChromium, waitForMarks, type Chromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/server.ts';
import { articleAddress, seedPageWith, serveUsualPages } from '../harness/world.ts';
import { flagKey, inRoot, middle, openMarked, pressOurs, select, sentence, waitForClosed, waitInRoot } from '../margin/margin-world.ts';
import { violations } from '../surfaces/axe.ts';

const words = 'Periodic Labs hat bereits 300 Millionen US-Dollar an Finanzierung erhalten';
const other = 'https://www.golem.de/news/periodic-labs-sammelt-geld-ein-2611-201234.html';
const folder = mkdtempSync(join(tmpdir(), 'randnotiz-lines-'));
const tabs = { flags: 0, differing: 1, versions: 2, bin: 3, files: 4 };

let server: PageServer;
let chromium: Chromium;
let notebook: Page;
let article: Page;

beforeAll(async () => {
  server = await serveUsualPages();
  server.put(other, newsPage({
    title: 'Start-up für KI-Forschung sammelt Geld ein',
    body: `<p>Die Branche der künstlichen Intelligenz wächst weiter: ${words}, und zwar von Investoren aus der ganzen Welt.</p>
<p>Mit dem Geld will das Unternehmen ein Labor mit Robotern bauen, in dem die Software selbst Experimente plant und auswertet. Die Chips dafür kommen von Nvidia.</p>
<p>Auch andere junge Firmen entwickeln Modelle, die aus Versuchen in der wirklichen Welt lernen sollen, statt nur Texte aus dem Internet zu verarbeiten.</p>`,
  }));
  chromium = await launchChromium(server);
  article = await openMarked(chromium, articleAddress);
  await flag(words);
  notebook = await chromium.browser.newPage();
  // The picker cannot be driven headless: a folder of the browser's own stands in for the one that a person would choose.
  await notebook.evaluateOnNewDocument(() => Object.assign(globalThis, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('kept', { create: true }) }));
  const cdp = await notebook.createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await notebook.goto(`chrome-extension://${chromium.id}/notebook.html`, { waitUntil: 'load' });
  await notebook.waitForSelector('.flag-row');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function flag(what: string): Promise<void> {
  await article.bringToFront();
  await select(article, what);
  await flagKey(article);
  await waitInRoot(article, chromium, `!!root.querySelector('form')`);
  await inRoot(article, chromium, `root.querySelector('form').requestSubmit()`);
  await waitForClosed(article, chromium);
}

async function show(name: keyof typeof tabs): Promise<void> {
  await notebook.bringToFront();
  await notebook.evaluate((at) => document.querySelectorAll<HTMLElement>('[role="tab"]')[at]!.click(), tabs[name]);
}

/** Presses the button of the notebook that bears the sentence. */
async function press(key: Parameters<typeof sentence>[0]): Promise<void> {
  await notebook.waitForFunction((pattern) => {
    const button = [...document.querySelectorAll<HTMLElement>('button, label')].find((one) => new RegExp(`^(?:${pattern})$`).test(one.innerText.trim()) && !one.matches(':disabled, :has(:disabled)'));
    button?.click();
    return button !== undefined;
  }, { timeout: 10_000 }, sentence(key).source);
}

const says = (pattern: RegExp): Promise<unknown> => notebook.waitForFunction((source) => new RegExp(source).test(document.body.innerText), { timeout: 15_000 }, pattern.source);
const set = (selector: string, value: string): Promise<void> => notebook.$eval(selector, (one, to) => {
  (one as HTMLInputElement).value = to;
  one.dispatchEvent(new Event('input', { bubbles: true }));
  one.dispatchEvent(new Event('change', { bubbles: true }));
}, value);

describe('the notebook', () => {
  it('tells open pages of what it changes, and pages tell it', async () => {
    await show('flags');
    await notebook.click('.flag-row');
    await notebook.waitForSelector('.flag-detail textarea');
    await notebook.type('.flag-detail textarea', 'aus dem Notizbuch');
    await notebook.click('.flag-detail button[type=submit]');
    await says(sentence('notebook.saved'));
    await article.bringToFront();
    const box = await select(article, words);
    await article.evaluate(() => getSelection()!.removeAllRanges());
    await article.mouse.click(...middle(box));
    await waitInRoot(article, chromium, `/aus dem Notizbuch/.test(root.querySelector('.own-note')?.textContent)`);
    await pressOurs(article, chromium, 'flag.edit');
    await waitInRoot(article, chromium, `!!root.querySelector('form')`);
    await inRoot(article, chromium, `(() => { const input = [...root.querySelectorAll('.two input')].at(-2); input.focus(); })()`);
    await article.keyboard.type('geld');
    await inRoot(article, chromium, `root.querySelector('form').requestSubmit()`);
    await waitInRoot(article, chromium, `/geld/.test(root.querySelector('.tag')?.textContent)`);
    await notebook.bringToFront();
    await notebook.waitForFunction(() => document.querySelector('.flag-row .tag')?.textContent?.includes('geld'), { timeout: 10_000 });
  });

  it('lets two windows edit one flag and loses nothing', async () => {
    await set('.flag-detail textarea', 'aus dem Notizbuch, halb');
    await article.bringToFront();
    await pressOurs(article, chromium, 'flag.edit');
    await waitInRoot(article, chromium, `!!root.querySelector('form')`);
    await inRoot(article, chromium, `root.querySelector('textarea').focus()`);
    await article.keyboard.type(' und von der Seite');
    await inRoot(article, chromium, `root.querySelector('form').requestSubmit()`);
    await waitInRoot(article, chromium, `/von der Seite/.test(root.querySelector('.own-note')?.textContent)`);
    await notebook.bringToFront();
    await notebook.waitForSelector('.changed-elsewhere', { timeout: 10_000 });
    expect(await notebook.$eval('.changed-elsewhere', (one) => one.textContent)).toContain('und von der Seite');
    expect(await notebook.$eval('.flag-detail textarea', (one) => one.value)).toBe('aus dem Notizbuch, halb');
    expect(await violations(notebook)).toEqual([]);
    await notebook.click('.flag-detail button[type=submit]');
    await says(sentence('notebook.saved'));
    await notebook.waitForFunction(() => /und von der Seite/.test(document.querySelector('.history')?.textContent ?? '') && /halb/.test(document.querySelector('.history')?.textContent ?? ''), { timeout: 10_000 });
  });

  it('is filtered by what the flags name', async () => {
    await flag('6,2 Milliarden US-Dollar');
    await show('flags');
    await notebook.waitForFunction(() => document.querySelectorAll('.flag-row').length === 2);
    const choose = (beginning: string): Promise<unknown> => notebook.waitForFunction((label, begins) => {
      const select = [...document.querySelectorAll('.filters label')].find((one) => new RegExp(label).test(one.querySelector('span')?.textContent ?? ''))?.querySelector('select');
      const option = [...(select?.options ?? [])].find((one) => one.text.startsWith(begins));
      if (!select || !option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }, { timeout: 10_000 }, `^(?:${sentence('notebook.entity').source})$`, beginning);
    await choose('Periodic Labs');
    await notebook.waitForFunction(() => document.querySelectorAll('.flag-row').length === 1);
    await choose('a');
    await notebook.waitForFunction(() => document.querySelectorAll('.flag-row').length === 2);
  });

  it('remembers where else a claim was read only when it is switched on', async () => {
    const visit = async (): Promise<void> => {
      const page = await chromium.open(other);
      await waitForMarks(page, 1);
      await page.close();
    };
    await visit();
    await show('files');
    await says(sentence('notebook.sightings_line'));
    expect(await notebook.evaluate((label) => [...document.querySelectorAll<HTMLLabelElement>('label.choice')].find((one) => new RegExp(label).test(one.innerText))!.querySelector('input')!.checked, sentence('notebook.sightings_switch').source)).toBe(false);
    await press('notebook.sightings_switch');
    await says(sentence('notebook.sightings_on'));
    await visit();
    await show('flags');
    await notebook.evaluate((text) => [...document.querySelectorAll<HTMLElement>('.flag-row')].find((one) => one.innerText.includes(text))!.click(), words);
    await says(/Start-up für KI-Forschung sammelt Geld ein/);
    await show('files');
    await press('notebook.sightings_switch');
    await says(sentence('notebook.sightings_off'));
    await show('flags');
    await notebook.evaluate((text) => [...document.querySelectorAll<HTMLElement>('.flag-row')].find((one) => one.innerText.includes(text))!.click(), words);
    await notebook.waitForSelector('.flag-detail .history');
    expect(await notebook.evaluate(() => document.body.innerText)).not.toContain('Start-up für KI-Forschung sammelt Geld ein');
  });

  it('shows which flagged sentence has changed since, with both wordings', async () => {
    await show('versions');
    await says(sentence('notebook.none_changed'));
    server.put(articleAddress, seedPageWith((text) => text.replace(words, 'Periodic Labs hat mittlerweile 350 Millionen US-Dollar an Finanzierung erhalten')));
    await article.bringToFront();
    await article.reload({ waitUntil: 'load' });
    await waitForMarks(article, 10);
    await notebook.reload({ waitUntil: 'load' });
    await notebook.waitForSelector('[role="tab"]');
    await show('versions');
    await notebook.waitForSelector('.wording del');
    expect(await notebook.$$eval('.wording ins', (all) => all.map((one) => one.lastChild!.textContent))).toEqual(['mittlerweile', '350']);
    expect(await notebook.$eval('.differing', (one) => (one as HTMLElement).innerText)).toContain(words);
    expect(await violations(notebook)).toEqual([]);
  });

  it('keeps a folder in step, and says how it stands', async () => {
    await show('files');
    await press('notebook.folder_choose');
    await says(sentence('notebook.folder_report'));
    expect(await notebook.evaluate(async () => {
      const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept');
      let count = 0;
      for await (const _ of (kept as unknown as { values(): AsyncIterable<unknown> }).values()) count += 1;
      return count;
    })).toBeGreaterThan(0);
    expect(await violations(notebook)).toEqual([]);
    await press('notebook.folder_sync');
    await says(sentence('notebook.folder_report'));
    await press('notebook.folder_leave');
    await says(sentence('notebook.folder_left'));
    await press('notebook.folder_choose');
    await says(sentence('notebook.folder_report'));
  });

  it('takes in what another device has put into the folder, and the open page shows it', async () => {
    const changed = await notebook.evaluate(async () => {
      const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept');
      for await (const handle of (kept as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
        const lines = (await (await handle.getFile()).text()).trim().split('\n');
        const created = lines.map((line) => JSON.parse(line) as { flag?: string; clock?: number; set?: { quote?: { exact: string } } }).find(({ set }) => set?.quote?.exact.includes('6,2 Milliarden'));
        if (!created) continue;
        const head = JSON.stringify({ device: 'otherdevice', schema: 'randnotiz.revisions/1' });
        const revision = JSON.stringify({ at: 1_764_000_000_000, clock: 900, device: 'otherdevice', flag: created.flag, id: 'r-other', set: { note: 'vom anderen Gerät' } });
        const body = `${head}\n${revision}\n`;
        const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const file = await kept.getFileHandle(`otherdevice-900-900-${digest.slice(0, 16)}.jsonl`, { create: true });
        const writable = await file.createWritable();
        await writable.write(`${body}${JSON.stringify({ sha256: digest })}\n`);
        await writable.close();
        return true;
      }
      return false;
    });
    expect(changed).toBe(true);
    await show('files');
    await press('notebook.folder_sync');
    await show('flags');
    await says(/vom anderen Gerät/);
    await article.bringToFront();
    const box = await select(article, '6,2 Milliarden US-Dollar');
    await article.evaluate(() => getSelection()!.removeAllRanges());
    await article.mouse.click(...middle(box));
    await waitInRoot(article, chromium, `/vom anderen Gerät/.test(root.querySelector('.panel')?.textContent)`);
  });

  it('goes back to a snapshot after a preview', async () => {
    await show('files');
    await press('notebook.compare_snapshot');
    await notebook.waitForSelector('.restore-preview');
    expect(await violations(notebook)).toEqual([]);
    await notebook.click('.restore-preview .primary');
    await says(sentence('notebook.restore_done'));
    await show('flags');
    await notebook.waitForFunction(() => !/aus dem Notizbuch, halb/.test(document.body.innerText), { timeout: 10_000 });
  });

  it('makes a dataset of the selected flags', async () => {
    await show('flags');
    await notebook.evaluate((text) => [...document.querySelectorAll('.flag-rows li')].find((one) => (one as HTMLElement).innerText.includes(text))!.querySelector('input')!.click(), words);
    await press('notebook.pack_of');
    const fields = await notebook.waitForSelector('.bulk section form').then(() => notebook.$$('.bulk section input'));
    await fields[0]!.type('Meine Geldflüsse');
    await fields[2]!.type('CC BY 4.0');
    await press('notebook.pack_save');
    await says(sentence('notebook.pack_made'));
    await expect.poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.pack.json')), { timeout: 10_000 }).toHaveLength(1);
    const [name] = (await readdir(folder)).filter((one) => one.endsWith('.pack.json'));
    const pack = JSON.parse(await readFile(join(folder, name!), 'utf8')) as { claims: { evidence: { quote: string }[] }[] };
    expect(pack.claims.map(({ evidence }) => evidence[0]!.quote)).toEqual([words]);
  });

  it('reminds quietly to save a file, until it is saved or put off', async () => {
    const items = Array.from({ length: 25 }, (_, index) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, type: 'Annotation', motivation: 'commenting',
      created: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
      target: { source: 'https://www.example.org/a.html', selector: [{ type: 'TextQuoteSelector', exact: `Satz Nummer ${index} eines alten Artikels`, prefix: '', suffix: '' }] },
    }));
    writeFileSync(join(folder, 'alt.jsonld'), JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x', type: 'AnnotationPage', items }));
    await show('files');
    await (await notebook.waitForSelector('input[type=file]') as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, 'alt.jsonld'));
    await notebook.waitForSelector('.import-preview .primary');
    await notebook.click('.import-preview .primary');
    await notebook.waitForSelector('.reminder', { timeout: 10_000 });
    expect(await violations(notebook)).toEqual([]);
    await press('notebook.reminder_later');
    await notebook.waitForFunction(() => !document.querySelector('.reminder'));
    await notebook.reload({ waitUntil: 'load' });
    await notebook.waitForSelector('.flag-row');
    expect(await notebook.$('.reminder')).toBeNull();
  });
});
