/** Everything away: the notebook, installed packs, the settings, this session's memory. What the browser itself keeps (permissions, keys) it keeps. */
import { Dexie } from 'dexie';
import { browser } from 'wxt/browser';
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import { databaseName } from './flag-database.ts';
import { packDatabaseName } from './packs.ts';
import { storeFailure } from './store-failure.ts';

/** Deletes all that Randnotiz keeps on this device; a connection that is open elsewhere closes by itself. Codes: `store_…`. */
export async function wipe(): Promise<Answer<null>> {
  try {
    await Dexie.delete(databaseName);
    await Dexie.delete(packDatabaseName);
    await browser.storage.local.clear();
    await browser.storage.session.clear();
    return success(null);
  } catch (thrown) {
    return { ok: false, error: storeFailure(thrown, {}) };
  }
}
