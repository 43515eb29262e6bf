/**
 * The database of flags and its versions. A version that has shipped is never edited: a new one is added below it with its upgrade, and a fixture of the
 * old one goes into `tests/store/`. Rows are `Flag`s as they are; unknown keys of a row are kept.
 *
 * A database that a newer Randnotiz wrote is never touched: Dexie would open it and "add missing parts", so its version is looked up
 * first, and it is then opened without a schema of ours, for reading only.
 */
import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { Flag } from '../model.ts';

export const databaseName = 'randnotiz';

/** The newest schema this code knows. */
export const schemaVersion = 1;

/** Dexie counts in tens so that half versions are possible. */
const nativeFactor = 10;

/** The browser's database, or a stand-in for tests. */
export type Indexed = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

export interface OpenDatabase {
  flags: EntityTable<Flag, 'id'>;
  /** Written by a newer version: may be read and exported, not changed. */
  readonly: boolean;
  dexie: Dexie;
}

/** Opens the database, making or upgrading it as needed. Throws what the browser throws: see `store-failure.ts`. */
export async function openDatabase(indexed: Indexed = {}): Promise<OpenDatabase> {
  const readonly = await isFromNewerVersion(indexed);
  // "kept" is said only after this: the transaction completes when the data is on the disk.
  const dexie = new Dexie(databaseName, { ...indexed, chromeTransactionDurability: 'strict' });
  if (!readonly) declareVersions(dexie);
  await dexie.open();
  return { flags: dexie.table('flags'), readonly, dexie };
}

function declareVersions(dexie: Dexie): void {
  dexie.version(1).stores({ flags: 'id, page.address, page.site, created, deleted' });
}

async function isFromNewerVersion(indexed: Indexed): Promise<boolean> {
  const factory = (indexed.indexedDB ?? globalThis.indexedDB) as IDBFactory | undefined;
  const version = (await factory?.databases())?.find(({ name }) => name === databaseName)?.version ?? 0;
  return version > schemaVersion * nativeFactor;
}
