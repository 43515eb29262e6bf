/**
 * The reader's flags, kept. Every write is one strict transaction, and success is said only after it has completed; every
 * write may be repeated (ids are made by the client), so that a retry after a killed background changes nothing. Nothing here throws.
 */
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Flag, Stance } from '../model.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import { type Indexed, openDatabase, type OpenDatabase, schemaVersion } from './flag-database.ts';
import { type Space, storeFailure } from './store-failure.ts';

export interface FlagChange {
  stance?: Stance;
  note?: string;
  confirmedBy?: string;
}

export interface FlagStore {
  /** Keeps a flag; the same id again gives the one that is there, unchanged. Codes: `store_…`. */
  keep(flag: Flag): Promise<Answer<Flag>>;
  /** Changes stance, note or confirmation; a stance other than `confirmed` takes the confirmation away. Codes: `flag_unknown`, `store_…`. */
  change(id: string, change: FlagChange, at: number): Promise<Answer<Flag>>;
  /** Throws a flag away; its row stays, so that it can come back. */
  remove(id: string, at: number): Promise<Answer<Flag>>;
  /** Takes a flag out of the bin again. */
  restore(id: string, at: number): Promise<Answer<Flag>>;
  get(id: string): Promise<Answer<Flag>>;
  /** The flags of one page, oldest first, without those thrown away. */
  onPage(address: string): Promise<Answer<readonly Flag[]>>;
  /** All flags, oldest first; those thrown away only if asked for. */
  all(options?: { deleted?: boolean }): Promise<Answer<readonly Flag[]>>;
  /** How many flags stand, how many were thrown away, how many rows cannot be read, and whether the database is from a newer version. */
  survey(): Promise<Answer<FlagSurvey>>;
  close(): void;
}

export interface FlagSurvey {
  flags: number;
  deleted: number;
  unreadable: number;
  readonly: boolean;
}

export interface FlagStoreOptions extends Indexed {
  /** Asks the browser not to evict the store; called at the first flag. */
  persist?: () => Promise<unknown>;
  /** How full the store is. */
  estimate?: () => Promise<Space>;
}

/** Takes the outside world (all of it optional); gives the store. The database is opened at the first use and again whenever the browser closed it. */
export function createFlagStore(options: FlagStoreOptions = {}): FlagStore {
  const { persist = askToPersist, estimate = askForSpace, ...indexed } = options;
  let opening: Promise<OpenDatabase> | undefined;

  const open = () => (opening ??= openDatabase(indexed));

  const close = () => {
    const closing = opening;
    opening = undefined;
    closing?.then(({ dexie }) => dexie.close(), () => {});
  };

  /** Runs one piece of work; opens anew and repeats it once if the browser had closed the database meanwhile. */
  const attempt = async <T>(work: (database: OpenDatabase) => Promise<Answer<T>>): Promise<Answer<T>> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work(await open());
      } catch (thrown) {
        close();
        if (tries < 2 && isClosed(thrown)) continue;
        const space = await estimate().catch(() => ({}));
        return { ok: false, error: storeFailure(thrown, space) };
      }
    }
  };

  const read = <T>(work: (database: OpenDatabase) => Promise<T>) => attempt(async (database) => success(await work(database)));

  const write = (work: (database: OpenDatabase) => Promise<Answer<Flag>>) =>
    attempt<Flag>(async (database) => {
      if (database.readonly) return failure('store_newer', `the flags were written by a newer version than schema ${schemaVersion}; update Randnotiz, or export them`);
      return database.dexie.transaction('rw', database.flags, () => work(database));
    });

  /** Changes some keys of one row and leaves all others as they are, those we do not know included. */
  const edit = (id: string, edition: (flag: Flag) => Partial<Flag>) =>
    write(async ({ flags }) => {
      const row = await flags.get(id);
      const flag = asFlag(row);
      if (!row || !flag) return failure('flag_unknown', `no readable flag ${id}`);
      const next = { ...row, ...edition(flag) };
      for (const key of Object.keys(next) as (keyof Flag)[]) if (next[key] === undefined) delete next[key];
      await flags.put(next);
      return success(asFlag(next) ?? next);
    });

  return {
    async keep(flag) {
      let isFirst = false;
      const answer = await write(async ({ flags }) => {
        const existing = await flags.get(flag.id);
        if (existing) return success(asFlag(existing) ?? flag);
        isFirst = (await flags.count()) === 0;
        await flags.add(flag);
        return success(flag);
      });
      if (answer.ok && isFirst) await persist().catch(() => undefined);
      return answer;
    },
    change: (id, change, at) =>
      edit(id, (flag) => {
        const stance = change.stance ?? flag.stance;
        const confirmedBy = stance === 'confirmed' ? (change.confirmedBy ?? flag.confirmedBy) : undefined;
        return { stance, confirmedBy, note: change.note ?? flag.note, changed: at };
      }),
    remove: (id, at) => edit(id, (flag) => (flag.deleted === undefined ? { deleted: at, changed: at } : {})),
    restore: (id, at) => edit(id, (flag) => (flag.deleted === undefined ? {} : { deleted: undefined, changed: at })),
    get: (id) =>
      attempt<Flag>(async ({ flags }) => {
        const flag = asFlag(await flags.get(id));
        return flag ? success(flag) : failure('flag_unknown', `no readable flag ${id}`);
      }),
    onPage: (address) => read(async ({ flags }) => inOrder(readable(await flags.where('page.address').equals(address).toArray()).filter(isKept))),
    all: ({ deleted = false } = {}) => read(async ({ flags }) => inOrder(readable(await flags.toArray()).filter((flag) => deleted || isKept(flag)))),
    survey: () =>
      read(async ({ flags, readonly }) => {
        const rows = await flags.toArray();
        const known = readable(rows);
        const kept = known.filter(isKept).length;
        return { flags: kept, deleted: known.length - kept, unreadable: rows.length - known.length, readonly };
      }),
    close,
  };
}

/** Rows that are flags; a row that cannot be read stays in the database and is counted by `survey`. */
function readable(rows: readonly unknown[]): Flag[] {
  return rows.flatMap((row) => asFlag(row) ?? []);
}

function isKept(flag: Flag): boolean {
  return flag.deleted === undefined;
}

function inOrder(flags: Flag[]): Flag[] {
  return flags.sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
}

function isClosed(thrown: unknown): boolean {
  return thrown instanceof Error && ['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError'].includes(thrown.name);
}

async function askToPersist(): Promise<unknown> {
  return globalThis.navigator?.storage?.persist?.();
}

async function askForSpace(): Promise<Space> {
  return (await globalThis.navigator?.storage?.estimate?.()) ?? {};
}
