/**
 * The page cases of `tests/page/cases` in real browsers: the very text, blocks and signals that the command reads with its own DOM, an
 * untouched page, and a map whose every run stands in its node.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/browsers/find-browsers.ts';
import { tables } from '../../../scripts/vite/tables.ts';
import type { readPage } from '../../../lib/page/read-page.ts';
import { quietFlags } from '../harness/chromium.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'tests/page/cases');

interface Expected {
  article: boolean;
  signals: { url?: string };
  blocks: string[];
}

/** `readPage` as a script for any page: its own bundle, so that no extension has to stand between. */
async function bundle(): Promise<string> {
  const entry = 'virtual:reader';
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      tables(),
      {
        name: 'randnotiz:entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? `import { readPage } from '/lib/page/read-page.ts'; globalThis.readPage = readPage;` : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput;
  return output.output[0].code;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let browser: Browser;
  let page: Page;
  let code: string;

  beforeAll(async () => {
    const found = findBrowser(name);
    if (!found) throw new Error(`No ${name}: npm test installs one, or says how.`);
    code = await bundle();
    browser = await (name === 'chromium'
      ? launch({ browser: 'chrome', executablePath: found.path, headless: true, pipe: true, args: quietFlags })
      : launch({ browser: 'firefox', executablePath: found.path, headless: true }));
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each(readdirSync(folder).sort())('%s is read as the command reads it', async (one) => {
    const expected = JSON.parse(readFileSync(join(folder, one, 'expected.json'), 'utf8')) as Expected;
    await page.goto(`data:text/html;charset=utf-8;base64,${readFileSync(join(folder, one, 'page.html')).toString('base64')}`);
    await page.evaluate(code);
    const read = await page.evaluate(
      (url) => {
        const reader = globalThis as unknown as { readPage: typeof readPage };
        const plain = (text: string): string => text.replace(/[\t\n\f\r]/g, ' ');
        const before = document.documentElement.outerHTML;
        const { article, map } = reader.readPage(document, url);
        return {
          article: article.looksLikeArticle,
          signals: article.signals,
          blocks: (article.blocks ?? []).map(({ kind, begin, end }) => `${kind}: ${article.text.slice(begin, end)}`),
          strayRuns: map.runs.filter((run) => plain(article.text.slice(run.textOffset, run.textOffset + run.length)) !== plain(run.node.data.slice(run.nodeOffset, run.nodeOffset + run.length))).length,
          untouched: document.documentElement.outerHTML === before,
        };
      },
      expected.signals.url,
    );
    expect(read).toEqual({ article: expected.article, signals: expected.signals, blocks: expected.blocks, strayRuns: 0, untouched: true });
  });

  it('a box that a style sheet hides is not read', async () => {
    const line = 'Der Hersteller hat am Dienstag in Kiel ein neues Gerät vorgestellt, das im März in den Handel kommen soll.';
    await page.setContent(`<style>.later { display: none }</style><article><h1>Titel</h1><p>${line}</p><p class="later">Verborgen: ${line}</p><div class="later"><p>Auch dies: ${line}</p></div><p>${line}</p></article>`);
    await page.evaluate(code);
    const text = await page.evaluate(() => (globalThis as unknown as { readPage: typeof readPage }).readPage(document, 'https://zeitung.example/a').article.text);
    expect(text.split('\n\n')).toEqual(['Titel', line, line]);
  });
});
