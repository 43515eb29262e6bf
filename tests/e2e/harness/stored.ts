/** Everything that the extension has written down, as one text: read on one of its pages, in either browser. */
import type { Page } from 'puppeteer-core';

interface ExtensionWorld {
  chrome: { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
}

/** Takes a page of the extension; gives its `storage.local` and the rows of all its databases. */
export function everythingStored(own: Page): Promise<string> {
  return own.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name!));
      for (const table of database.objectStoreNames) rows.push([name, table, await answer(database.transaction(table).objectStore(table).getAll())]);
      database.close();
    }
    return JSON.stringify([await (globalThis as unknown as ExtensionWorld).chrome.storage.local.get(null), rows]);
  });
}
