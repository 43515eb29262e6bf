/**
 * Installed packs, in a database of their own: they are no part of the notebook, and a broken one must not touch it. Each change is one transaction
 * with what it replaced beside it, so that it can be taken back. A bundled pack has a row here only while it is switched off or replaced.
 */
import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { PackStep } from '../packs/overview.ts';
import type { PackFile } from '../packs/pack-file.ts';
import { distrustLog, freshenLog } from './fresh-log.ts';
import { storeFailure } from './store-failure.ts';

export const packDatabaseName = 'randnotiz-packs';

export interface PackRow {
  id: string;
  on: boolean;
  /** Absent for a bundled pack that is only switched off. */
  pack?: PackFile;
  /** Its forms, compiled when it was installed (`lib/match/form-table.ts`); absent in rows of earlier versions. */
  forms?: ArrayBuffer;
  /** When it was installed, in milliseconds. */
  installed?: number;
}

export interface UndoRow {
  /** Counted up by the database. */
  number?: number;
  what: PackStep;
  id: string;
  title: string;
  /** The row before; absent where there was none. */
  before?: PackRow;
}

export interface PackStore {
  all(): Promise<Answer<readonly PackRow[]>>;
  /** Writes a row, or takes it out where `row` is undefined. */
  change(step: Omit<UndoRow, 'number' | 'before'>, row: PackRow | undefined): Promise<Answer<null>>;
  /** The last change that can be taken back. */
  lastStep(): Promise<Answer<UndoRow | undefined>>;
  /** Takes the last change back. Code: `pack_unknown` where there is none. */
  undo(): Promise<Answer<null>>;
  close(): void;
}

/** Changes that can be taken back, at most; older ones are forgotten. */
const mostSteps = 20;

/** Takes the browser's database, or a stand-in for tests; gives the store. Opened at the first use; nothing here throws. */
export function createPackStore(indexed: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {}): PackStore {
  let opened: Dexie | undefined;
  const database = (): Dexie & { packs: EntityTable<PackRow, 'id'>; steps: EntityTable<UndoRow & { number: number }, 'number'> } => {
    if (!opened) {
      opened = new Dexie(packDatabaseName, { ...indexed, chromeTransactionDurability: 'strict' });
      opened.version(1).stores({ packs: 'id', steps: '++number' });
    }
    return opened as ReturnType<typeof database>;
  };
  const run = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      return await work();
    } catch (thrown) {
      opened?.close();
      opened = undefined;
      await distrustLog();
      return { ok: false, error: storeFailure(thrown) };
    }
  };
  /** The browser keeps this database in one log with the notebook. */
  const write = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    run(async () => {
      await freshenLog(indexed, async () => (await globalThis.navigator?.storage?.estimate?.()) ?? {});
      return work();
    });

  return {
    all: () => run(async () => success(await database().packs.toArray())),
    change: (step, row) =>
      write(async () => {
        const { packs, steps } = database();
        return database().transaction('rw', [packs, steps], async () => {
          const before = await packs.get(step.id);
          await steps.add({ ...step, ...(before ? { before } : {}) });
          if (row) await packs.put(row);
          else await packs.delete(step.id);
          const surplus = (await steps.count()) - mostSteps;
          if (surplus > 0) await steps.bulkDelete(await steps.orderBy('number').limit(surplus).primaryKeys());
          return success(null);
        });
      }),
    lastStep: () => run(async () => success<UndoRow | undefined>(await database().steps.orderBy('number').last())),
    undo: () =>
      write(async () => {
        const { packs, steps } = database();
        return database().transaction('rw', [packs, steps], async (): Promise<Answer<null>> => {
          const last = await steps.orderBy('number').last();
          if (!last) return failure('pack_unknown', 'nothing to take back');
          if (last.before) await packs.put(last.before);
          else await packs.delete(last.id);
          await steps.delete(last.number);
          return success(null);
        });
      }),
    close: () => {
      opened?.close();
      opened = undefined;
    },
  };
}
