/** A browser in which the reader has a secret: a flag on the article whose note no page may ever see. */
import type { Page } from 'puppeteer-core';
import { newsPage, seedBody, seedText } from '../../../scripts/pages/seed-page.ts';
import type { Flag } from '../../../lib/model.ts';
import { exampleFlag } from '../../store/example-flag.ts';
import type { ServedPage } from '../harness/server.ts';
import { type Attack, spy } from './attacks.ts';

export const address = 'https://www.heise.de/news/bezos-kopiert-musk-10123456.html';
export const secret = 'Geheime-Notiz-1b7f';
const words = 'Periodic Labs hat bereits 300 Millionen US-Dollar an Finanzierung erhalten';

/** The reader's one flag. */
export function secretFlag(): Flag {
  const at = seedText().indexOf(words);
  return exampleFlag({ page: { address, site: 'heise.de', url: address, title: 'Bezos kopiert Musk' }, quote: { exact: words, prefix: seedText().slice(at - 30, at), suffix: '' }, position: { start: at, end: at + words.length }, note: secret, tags: [secret], stance: 'confirmed', confirmedBy: secret });
}

/** The seed article with an attack in its head. */
export function attackPage({ script, body = '', headers }: Attack, extension: string): ServedPage {
  const page = newsPage({ title: seedText().split('\n')[0]!, body: seedBody(), head: `<script>${spy}</script><script>${script.replaceAll('EXTENSION', extension)}</script>` });
  return { html: page.replace('<body>', `<body>${body}`), ...(headers ? { headers } : {}) };
}

/** Asks the background from one of the extension's own pages. */
export function ask(page: Page, type: string, data: unknown): Promise<unknown> {
  return page.evaluate(
    async (type, data) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ res: unknown }> } } }).chrome;
      return (await runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() })).res;
    },
    type, data,
  );
}

/** All rows of a table of the reader's database, read in one of the extension's own pages. */
export function rowsOf(page: Page, table: string): Promise<unknown[]> {
  return page.evaluate(
    (table) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('randnotiz');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const asking = opening.result.transaction(table).objectStore(table).getAll();
          asking.onsuccess = () => (opening.result.close(), resolve(asking.result as unknown[]));
          asking.onerror = () => reject(new Error(String(asking.error)));
        };
      }),
    table,
  );
}

/** What the page could learn or do, in sentences; none when nothing got in. */
export async function letIn(page: Page): Promise<string[]> {
  const { seen, ran } = await page.evaluate(() => {
    const world = globalThis as unknown as { look?: () => string; letIn?: unknown };
    return { seen: world.look?.() ?? '', ran: world.letIn === undefined ? '' : JSON.stringify(world.letIn) };
  });
  return [...(seen.includes(secret) ? ['the page read the reader’s note'] : []), ...(/randnotizToken|randnotizReader/.test(seen) ? ['the page found our names'] : []), ...(ran ? [`a script of the input ran: ${ran}`] : [])];
}
