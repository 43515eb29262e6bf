/**
 * A page is a test case: `cases/<name>/page.html` (written for this project; its first line names the address) beside `expected.json`, which says
 * what is read off it. A new case: add the folder with the page, run `npx vitest run --project unit tests/page/cases.test.ts -u`,
 * and read what was written before you commit it. A change of the algorithm comes with a case.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../lib/page/parse-html.ts';
import { readPage } from '../../lib/page/read-page.ts';
import { judgePage } from '../../lib/topic/judge-page.ts';
import { readText } from '../../lib/text/read-text.ts';

const folder = join(import.meta.dirname, 'cases');

describe('a page is read', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, async () => {
      const html = readFileSync(join(folder, name, 'page.html'), 'utf8');
      const url = /<!-- (https:\S+) -->/.exec(html)?.[1];
      const document = parseHtml(html);
      const before = document.documentElement.outerHTML;
      const { article, map } = readPage(document, url);

      expect(document.documentElement.outerHTML).toBe(before);
      for (const run of map.runs) expect(plain(article.text.slice(run.textOffset, run.textOffset + run.length))).toBe(plain(run.node.data.slice(run.nodeOffset, run.nodeOffset + run.length)));
      const { language, genre } = judgePage(article, readText(article.text, article.blocks));
      const read = {
        article: article.looksLikeArticle, language, ...(genre && { genre }), signals: article.signals,
        blocks: (article.blocks ?? []).map(({ kind, begin, end }) => `${kind}: ${article.text.slice(begin, end)}`),
      };
      await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'expected.json'));
    });
  }
});

/** Runs equal their nodes letter by letter, but that any white space is drawn as a space. */
function plain(text: string): string {
  return text.replace(/[\t\n\f\r]/g, ' ');
}
