/**
 * Chromium writes what changes in its databases into a log. A write that a full disk or a kill cuts off leaves half a record at the log's end; Chromium then writes on behind it, and at
 * its next start takes half a record with something behind it for damage and deletes all databases of the extension. So the log is exchanged for a new one before the first write of a
 * browser session and after every failure: deleting any database, an empty one too, makes Chromium put the log's content into a table and begin another. Firefox needs none of this.
 */
import { storage } from '@wxt-dev/storage';
import { databaseName, type Indexed } from './flag-database.ts';
import type { Space } from './store-failure.ts';

/** In session memory: gone with the browser, and after a failure. */
const key = 'session:log-is-fresh';

/** An empty database, made to be deleted. */
const emptyName = `${databaseName}-empty`;

/** The table is at most about 4 MB; without the room for it (bytes) the exchange would break off half-way. */
const roomNeeded = 8_000_000;

/** The exchange that is under way here, so that writes which come together wait for one; and how often this context has seen the store fail. */
let exchanging: Promise<void> | undefined;
let failures = 0;

/** Called before every write: exchanges the log where this session has not, or where a write failed since. Throws a `QuotaExceededError` where there is too little room, and what the browser throws. */
export async function freshenLog({ indexedDB: factory = globalThis.indexedDB }: Indexed, estimate: () => Promise<Space>): Promise<void> {
  if (import.meta.env.BROWSER === 'firefox' || (await isFresh())) return;
  await (exchanging ??= exchange(factory as IDBFactory, estimate).finally(() => (exchanging = undefined)));
}

async function exchange(factory: IDBFactory, estimate: () => Promise<Space>): Promise<void> {
  const before = failures;
  const { usage, quota } = await estimate().catch((): Space => ({}));
  if (usage !== undefined && quota !== undefined && quota - usage < roomNeeded) throw new DOMException('too little room to write safely', 'QuotaExceededError');
  const opening = factory.open(emptyName, 1);
  opening.onsuccess = () => opening.result.close();
  await done(opening);
  await done(factory.deleteDatabase(emptyName));
  // A write that failed meanwhile may have cut off a record in the new log.
  if (failures === before) await storage.setItem<boolean>(key, true).catch(() => undefined);
}

/** Called after every failure of the store: the log may end in half a record. Never throws. */
export async function distrustLog(): Promise<void> {
  failures += 1;
  await storage.removeItem(key).catch(() => undefined);
}

async function isFresh(): Promise<boolean> {
  return (await storage.getItem<unknown>(key).catch(() => null)) === true;
}

function done(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new DOMException('refused', 'UnknownError')));
  });
}
