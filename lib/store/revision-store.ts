/** The notebook as its revisions: for files, for folders that are kept in step, and for snapshots. */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Revision } from '../model.ts';
import { byFlag } from '../notebook/fold.ts';
import type { Access } from './access.ts';
import type { Imported } from './flag-database.ts';
import { clockOf, hiddenImports, isVisible, journalTables, takeIn } from './journal.ts';

/** Revisions taken in by one transaction. */
const portion = 2_000;

export type RevisionKey = [flag: string, id: string];

export interface RevisionStore {
  /** All revisions, those of one flag together, in portions, so that a large notebook need not fit into memory; `flags` names those wanted, or all. */
  portions(flags?: readonly string[]): AsyncGenerator<Revision[]>;
  /** The keys of all revisions: flag and id. */
  keys(): Promise<Answer<readonly RevisionKey[]>>;
  /** Those of these keys that are here. */
  get(keys: readonly RevisionKey[]): Promise<Answer<readonly Revision[]>>;
  /** Takes revisions in that were made elsewhere: each flag as a whole, in transactions of a bounded size. Gives how many were new and the pages whose flags changed. */
  takeIn(revisions: readonly Revision[]): Promise<Answer<{ added: number; addresses: readonly string[] }>>;
  /** Notes that these revisions were handed to a folder: an import among them can then be taken back by records only. */
  published(keys: readonly RevisionKey[]): Promise<Answer<null>>;
  /** The flags that were purged: of them nothing can come back. */
  purged(): Promise<Answer<ReadonlySet<string>>>;
  /** The largest clock known. */
  clock(): Promise<Answer<number>>;
}

/** Takes the way into the database; gives the revisions. `portions` throws what the database throws; all else answers. */
export function createRevisionStore({ read, write }: Access): RevisionStore {
  return {
    async *portions(flags) {
      let ids = flags && [...flags].sort();
      ids ??= valueOf(await read(async ({ revisions }) => [...new Set((await revisions.orderBy('flag').keys()) as string[])]));
      for (let from = 0; from < ids.length; from += portion) {
        const wanted = ids.slice(from, from + portion);
        yield valueOf(
          await read(async (database) => {
            const hidden = await hiddenImports(database);
            const rows = await database.revisions.where('flag').anyOf(wanted).toArray();
            return rows.filter((row) => isVisible(row, hidden)).map(withoutMark);
          }),
        );
      }
    },
    keys: () =>
      read(async (database) => {
        const hidden = await hiddenImports(database);
        const all = await database.revisions.toCollection().primaryKeys();
        if (hidden.size === 0) return all;
        const unseen = new Set((await database.revisions.where('import').anyOf([...hidden]).primaryKeys()).map(String));
        return all.filter((key) => !unseen.has(String(key)));
      }),
    get: (keys) => read(async ({ revisions }) => (await revisions.bulkGet([...keys])).flatMap((row) => (row ? [withoutMark(row)] : []))),
    async takeIn(incoming) {
      let added = 0;
      const addresses = new Set<string>();
      for (const part of wholeFlags(incoming)) {
        const answer = await write(journalTables, async (database) => {
          const taken = await takeIn(database, part);
          const rows = await database.flags.bulkGet(taken.flags);
          return success({ added: taken.added, addresses: rows.flatMap((row) => (row ? [row.page.address] : [])) });
        });
        if (!answer.ok) return answer;
        added += answer.value.added;
        for (const address of answer.value.addresses) addresses.add(address);
      }
      return success({ added, addresses: [...addresses] });
    },
    published: (keys) =>
      write(['revisions', 'imports'], async ({ revisions, imports }) => {
        const marks = new Set((await revisions.bulkGet([...keys])).flatMap((row) => row?.import ?? []));
        for (const id of marks) await imports.update(id, { published: true });
        return success(null);
      }),
    purged: () =>
      read(async (database) => {
        const hidden = await hiddenImports(database);
        const rows = await database.revisions.filter(({ set }) => set.purged === true).toArray();
        return new Set(rows.filter((row) => isVisible(row, hidden)).map(({ flag }) => flag));
      }),
    clock: () => read(async (database) => (await clockOf(database)) - 1),
  };
}

/** Portions of a bounded size that cut no flag apart. */
function* wholeFlags(revisions: readonly Revision[]): Generator<Revision[]> {
  let part: Revision[] = [];
  for (const group of byFlag(revisions).values()) {
    if (part.length > 0 && part.length + group.length > portion) {
      yield part;
      part = [];
    }
    part.push(...group);
  }
  if (part.length > 0) yield part;
}

function withoutMark({ import: _import, ...revision }: Imported<Revision>): Revision {
  return revision;
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  return answer.value;
}
