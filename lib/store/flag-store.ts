/**
 * The reader's flags, kept. Every write is one strict transaction over revisions and flags, and success is said only after it has completed; every
 * write may be repeated (ids are made by the client), so that a retry after a killed background changes nothing. Nothing here throws.
 */
import { Dexie } from 'dexie';
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Flag, FlagChange, FlagFields, Revision } from '../model.ts';
import { isExpired } from '../notebook/bin.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import { changeTo, type RestorePlan } from '../notebook/restore-plan.ts';
import { changedFields, takenBack, thrownAway } from '../notebook/revise.ts';
import { type Access, createAccess, type StoreOptions } from './access.ts';
import { databaseName } from './flag-database.ts';
import { create, edit, hiddenImports, isVisible, journalTables, purge, revisionsOf } from './journal.ts';
import { hiddenFrom, inOrder, isKept, look, readable, seen, visibleFlags } from './read-flags.ts';

export interface FlagStore {
  /** Keeps a flag; the same id again gives the one that is there, unchanged. Codes: `store_…`. */
  keep(flag: Flag): Promise<Answer<Flag>>;
  /** Changes what is named; a stance other than `confirmed` takes the confirmation away. Codes: `flag_unknown`, `store_…`. */
  change(id: string, change: FlagChange, at: number): Promise<Answer<Flag>>;
  /** Throws a flag away; it stays in the bin, so that it can come back. */
  remove(id: string, at: number): Promise<Answer<Flag>>;
  /** Takes a flag out of the bin again. */
  restore(id: string, at: number): Promise<Answer<Flag>>;
  /** The same for many flags, in one transaction; gives those that are there. */
  changeMany(ids: readonly string[], change: FlagChange | ((flag: Flag) => FlagChange), at: number): Promise<Answer<readonly Flag[]>>;
  removeMany(ids: readonly string[], at: number): Promise<Answer<readonly Flag[]>>;
  restoreMany(ids: readonly string[], at: number): Promise<Answer<readonly Flag[]>>;
  /** Goes back to an earlier state of the notebook, as planned: by new revisions, all in one transaction. */
  goBack(plan: Omit<RestorePlan, 'newer'>, at: number): Promise<Answer<null>>;
  /** Takes the words of flags away for good; only the record that they are gone stays. Gives how many there were. */
  purge(ids: readonly string[], at: number): Promise<Answer<number>>;
  /** Purges what has lain in the bin for longer than 30 days. Gives how many there were. */
  emptyBin(now: number): Promise<Answer<number>>;
  get(id: string): Promise<Answer<Flag>>;
  /** The flags of one page, oldest first, without those thrown away. */
  onPage(address: string): Promise<Answer<readonly Flag[]>>;
  /** All flags, oldest first; those thrown away only if asked for. */
  all(options?: { deleted?: boolean }): Promise<Answer<readonly Flag[]>>;
  /** All flags, those in the bin included, how many rows cannot be read, and whether the database is from a newer version: one reading for a whole page. */
  everything(): Promise<Answer<{ flags: readonly Flag[]; unreadable: number; readonly: boolean }>>;
  /** What was ever done to a flag; see `lib/notebook/history.ts`. */
  history(id: string): Promise<Answer<readonly Revision[]>>;
  /** How many flags stand, how many were thrown away, how many rows cannot be read, and whether the database is from a newer version. */
  survey(): Promise<Answer<FlagSurvey>>;
  /** How many rows of flags there are, whatever they are: cheap. */
  count(): Promise<Answer<number>>;
  /** Calls back after every change, whichever tab or background made it; gives the function that ends it. */
  watch(changed: () => void): () => void;
  close(): void;
}

export interface FlagSurvey {
  flags: number;
  deleted: number;
  unreadable: number;
  readonly: boolean;
}

export type { StoreOptions as FlagStoreOptions } from './access.ts';

/** Takes the outside world (all of it optional) or a way into the database; gives the store. The database is opened at the first use and again whenever the browser closed it. */
export function createFlagStore(options: StoreOptions = {}, access: Access = createAccess(options)): FlagStore {
  const { read, attempt, write } = access;

  const editMany = (ids: readonly string[], at: number, edition: (flag: Flag) => Partial<FlagFields>): Promise<Answer<readonly Flag[]>> =>
    ids.length === 0 ? Promise.resolve(success([])) : write(journalTables, async (database) => success(await edit(database, ids, at, edition)));

  const editOne = async (id: string, at: number, edition: (flag: Flag) => Partial<FlagFields>): Promise<Answer<Flag>> => {
    const answer = await editMany([id], at, edition);
    if (!answer.ok) return answer;
    const [flag] = answer.value;
    return flag ? success(flag) : failure('flag_unknown', `no readable flag ${id}`);
  };

  const purgeMany = (ids: readonly string[], at: number): Promise<Answer<number>> =>
    write(journalTables, async (database) => {
      const hidden = await hiddenImports(database);
      const known = (await database.flags.bulkGet([...ids])).filter((row) => isVisible(row, hidden)).flatMap((row) => (row ? [row.id] : []));
      if (known.length > 0) await purge(database, known, at);
      return success(known.length);
    });

  return {
    async keep(flag) {
      let isFirst = false;
      const answer = await write(journalTables, async (database) => {
        isFirst = (await database.flags.count()) === 0;
        return success(await create(database, flag));
      });
      if (answer.ok && isFirst) await access.persist();
      return answer;
    },
    change: (id, change, at) => editOne(id, at, (flag) => changedFields(flag, change)),
    remove: (id, at) => editOne(id, at, (flag) => thrownAway(flag, at)),
    restore: (id, at) => editOne(id, at, takenBack),
    changeMany: (ids, change, at) => editMany(ids, at, (flag) => changedFields(flag, typeof change === 'function' ? change(flag) : change)),
    removeMany: (ids, at) => editMany(ids, at, (flag) => thrownAway(flag, at)),
    restoreMany: (ids, at) => editMany(ids, at, takenBack),
    goBack: ({ changed, back, away, missing }, at) =>
      write(journalTables, async (database) => {
        const were = new Map(changed.map(({ now, was }) => [now.id, changeTo(was)]));
        const [returning, leaving] = [back, away].map((flags) => new Set(flags.map(({ id }) => id))) as [Set<string>, Set<string>];
        const ids = [...new Set([...were.keys(), ...returning, ...leaving])];
        const edition = (flag: Flag): Partial<FlagFields> => ({
          ...changedFields(flag, were.get(flag.id) ?? {}),
          ...(returning.has(flag.id) ? takenBack(flag) : {}),
          ...(leaving.has(flag.id) ? thrownAway(flag, at) : {}),
        });
        if (ids.length > 0) await edit(database, ids, at, edition);
        for (const flag of missing) await create(database, flag);
        return success(null);
      }),
    purge: purgeMany,
    async emptyBin(now) {
      const all = await read(visibleFlags);
      if (!all.ok) return all;
      const expired = all.value.filter((flag) => isExpired(flag, now)).map(({ id }) => id);
      return expired.length === 0 ? success(0) : purgeMany(expired, now);
    },
    get: (id) =>
      attempt<Flag>(async (database) => {
        const row = await database.flags.get(id);
        const flag = isVisible(row, await hiddenFrom(database)) ? asFlag(row) : undefined;
        return flag ? success(flag) : failure('flag_unknown', `no readable flag ${id}`);
      }),
    onPage: (address) =>
      read(async (database) => {
        const rows = await database.flags.where('page.address').equals(address).toArray();
        return inOrder(readable(await seen(database, rows)).filter(isKept));
      }),
    all: ({ deleted = false } = {}) => read(async (database) => inOrder((await visibleFlags(database)).filter((flag) => deleted || isKept(flag)))),
    everything: () =>
      read(async (database) => {
        const { flags, unreadable } = await look(database);
        return { flags: inOrder(flags), unreadable, readonly: database.readonly };
      }),
    history: (id) => read(async (database) => (database.readonly ? [] : revisionsOf(database, [id], await hiddenImports(database)))),
    survey: () =>
      read(async (database) => {
        const { flags, unreadable } = await look(database);
        const kept = flags.filter(isKept).length;
        return { flags: kept, deleted: flags.length - kept, unreadable, readonly: database.readonly };
      }),
    count: () => read(({ flags }) => flags.count()),
    watch(changed) {
      const parts = ['flags', 'revisions', 'imports'].map((table) => `idb://${databaseName}/${table}/`);
      const listener = (mutated: object) => {
        if (Object.keys(mutated).some((part) => parts.some((own) => part.startsWith(own)))) changed();
      };
      Dexie.on('storagemutated', listener);
      return () => Dexie.on.storagemutated.unsubscribe(listener);
    },
    close: access.close,
  };
}
