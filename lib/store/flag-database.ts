/**
 * The database of the notebook and its versions. A version that has shipped is never edited: a new one is added below it with its upgrade, and a fixture of the
 * old one goes into `tests/store/`. What is kept are revisions (`lib/notebook/`); `flags` holds what they add up to, so that a page's flags are one look-up;
 * both are always written in one transaction. Unknown keys of a row are kept.
 *
 * A database that a newer Randnotiz wrote is never touched: Dexie would open it and "add missing parts", so its version is looked up
 * first, and it is then opened without a schema of ours, for reading only.
 */
import { Dexie, type DexieOptions, type EntityTable, type Table, type Transaction } from 'dexie';
import type { Flag, Revision } from '../model.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import { creation } from '../notebook/revise.ts';
import type { DraftRow, ImportRow, PlaceRow, SightingRow, SnapshotRow, StagedRow } from './rows.ts';

export const databaseName = 'randnotiz';

/** The newest schema this code knows. */
export const schemaVersion = 3;

/** Dexie counts in tens so that half versions are possible. */
const nativeFactor = 10;

/** The browser's database, or a stand-in for tests. */
export type Indexed = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** A row that an import brought carries the import's id, so that it can be hidden until the import is whole, and undone. */
export type Imported<Row> = Row & { import?: string };

/** A flag's row: what its revisions add up to, and how it is filed (see `filing.ts`). */
export type FlagRow = Imported<Flag> & Filed;

export interface Filed {
  /** Under which words it is filed. */
  keys?: string[];
  /** 1 while it is not. */
  unfiled?: 1;
}

export interface OpenDatabase {
  flags: EntityTable<FlagRow, 'id'>;
  revisions: Table<Imported<Revision>, [flag: string, id: string]>;
  imports: EntityTable<ImportRow, 'id'>;
  staged: Table<StagedRow, [string, string]>;
  drafts: EntityTable<DraftRow, 'id'>;
  sightings: EntityTable<SightingRow, 'id'>;
  snapshots: EntityTable<SnapshotRow, 'id'>;
  places: EntityTable<PlaceRow, 'id'>;
  /** Written by a newer version: may be read and exported, not changed. Only `flags` is sure to be there. */
  readonly: boolean;
  dexie: Dexie;
}

/** Opens the database, making or upgrading it as needed; `device` is asked for its name, which signs what an upgrade writes; `freshen` is called before an upgrade writes. Throws what the browser throws: see `store-failure.ts`. */
export async function openDatabase(indexed: Indexed = {}, device: () => Promise<string> = async () => 'unknown', freshen: () => Promise<void> = async () => {}): Promise<OpenDatabase> {
  const version = await versionOnDisk(indexed);
  if (version > 0 && version < schemaVersion) await freshen();
  const readonly = version > schemaVersion;
  const signature = version === 1 ? await device() : '';
  // "kept" is said only after this: the transaction completes when the data is on the disk.
  const dexie = new Dexie(databaseName, { ...indexed, autoOpen: false, chromeTransactionDurability: 'strict' });
  // Another context changes the version: Dexie would open again by itself and write into what it does not know. Closed, it is opened anew from here.
  dexie.on('versionchange', () => {
    dexie.close();
    return false;
  });
  if (!readonly) declareVersions(dexie, signature);
  await dexie.open();
  // A table that a newer version has dropped is only missed when it is asked for.
  const table = (name: string) => (dexie.tables.some((known) => known.name === name) ? dexie.table(name) : undefined) as never;
  return {
    flags: dexie.table('flags'),
    revisions: table('revisions'),
    imports: table('imports'),
    staged: table('staged'),
    drafts: table('drafts'),
    sightings: table('sightings'),
    snapshots: table('snapshots'),
    places: table('places'),
    readonly,
    dexie,
  };
}

function declareVersions(dexie: Dexie, device: string): void {
  dexie.version(1).stores({ flags: 'id, page.address, page.site, created, deleted' });
  dexie
    .version(2)
    .stores({
      flags: 'id, page.address, page.site, created, deleted, import',
      revisions: '[flag+id], flag, clock, import',
      imports: 'id, state',
      staged: '[import+flag], import',
      drafts: 'id, changed',
      sightings: 'id, flag',
      snapshots: 'id, at',
      places: 'id',
    })
    .upgrade((transaction) => beginHistories(transaction, device));
  dexie
    .version(3)
    .stores({ flags: 'id, page.address, page.site, created, deleted, import, *keys, unfiled' })
    .upgrade((transaction) => transaction.table('flags').filter((row) => asFlag(row) !== undefined).modify({ unfiled: 1 }));
}

/** Version 2: every flag that can be read gets its creation as its first revision. One transaction of the browser's: killed half-way, version 1 is still there. */
async function beginHistories(transaction: Transaction, device: string): Promise<void> {
  const rows = (await transaction.table('flags').toArray()) as unknown[];
  const flags = rows.flatMap((row) => asFlag(row) ?? []);
  await transaction.table('revisions').bulkAdd(flags.map((flag) => creation(flag, { id: firstRevision(flag.id), device, clock: 1, at: flag.changed })));
  await transaction.table('flags').bulkPut(rows.flatMap((row) => (asFlag(row) ? [{ ...(row as Flag), tags: (row as Partial<Flag>).tags ?? [] }] : [])));
}

/** The id of a flag's creation: made from the flag's own, so that creating it twice is creating it once. */
export function firstRevision(flag: string): string {
  return `first-${flag}`;
}

/** 0 where there is no database yet. */
async function versionOnDisk(indexed: Indexed): Promise<number> {
  const factory = (indexed.indexedDB ?? globalThis.indexedDB) as IDBFactory | undefined;
  const version = (await factory?.databases())?.find(({ name }) => name === databaseName)?.version ?? 0;
  return version / nativeFactor;
}
