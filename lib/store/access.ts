/** The way into the database: opened at the first use and again whenever the browser closed it; failures are values. */
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import { deviceName } from './device.ts';
import { type Indexed, openDatabase, type OpenDatabase, schemaVersion } from './flag-database.ts';
import { distrustLog, freshenLog } from './fresh-log.ts';
import { namesWithin, type Space, storeFailure } from './store-failure.ts';
import { distrustWitness } from './witness.ts';

export interface StoreOptions extends Indexed {
  /** Asks the browser not to evict the store; called at the first flag. */
  persist?: () => Promise<unknown>;
  /** How full the store is. */
  estimate?: () => Promise<Space>;
  /** This device's name, which signs every revision. */
  device?: () => Promise<string>;
}

export type TableName = 'flags' | 'revisions' | 'imports' | 'staged' | 'drafts' | 'sightings' | 'snapshots' | 'places';

/** The database with the name of this device, which signs revisions; empty where none are written, so that reading alone leaves no trace. */
export type Notebook = OpenDatabase & { device: string };

export interface Access {
  /** Runs one piece of reading. */
  read: <T>(work: (database: Notebook) => Promise<T>) => Promise<Answer<T>>;
  /** Runs work that may itself answer with a failure. */
  attempt: <T>(work: (database: Notebook) => Promise<Answer<T>>) => Promise<Answer<T>>;
  /** Runs work as one strict transaction over the tables named; refused when the database is a newer version's. Work that answers with a failure has written nothing. */
  write: <T>(tables: readonly TableName[], work: (database: Notebook) => Promise<Answer<T>>) => Promise<Answer<T>>;
  /** Asks the browser not to evict what is kept. Never throws. */
  persist: () => Promise<void>;
  close: () => void;
}

/** How long (ms) Firefox takes to let go of a broken connection. */
const recovery = 700;

/** Takes the outside world (all of it optional); gives the way into the database. Nothing here throws. */
export function createAccess(options: StoreOptions = {}): Access {
  const { persist = askToPersist, estimate = askForSpace, device = deviceName, ...indexed } = options;
  let opening: Promise<OpenDatabase> | undefined;
  let naming: Promise<string> | undefined;

  const name = () => (naming ??= device());
  const freshen = () => freshenLog(indexed, estimate);
  const open = () => (opening ??= openDatabase(indexed, name, freshen));

  const close = () => {
    const closing = opening;
    opening = undefined;
    closing?.then(({ dexie }) => dexie.close(), () => {});
  };

  /** Opens anew and repeats the work once where that may help: a failed transaction has written nothing. */
  const attempt = async <T>(work: (database: Notebook) => Promise<Answer<T>>): Promise<Answer<T>> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work({ ...(await open()), device: '' });
      } catch (thrown) {
        close();
        await Promise.all([distrustLog(), distrustWitness()]);
        if (tries < 2 && isClosed(thrown)) continue;
        if (tries < 2 && isFirefoxAtALoss(thrown)) {
          await new Promise((resolve) => setTimeout(resolve, recovery));
          continue;
        }
        const space = await estimate().catch(() => ({}));
        return { ok: false, error: storeFailure(thrown, space) };
      }
    }
  };

  return {
    attempt,
    read: (work) => attempt(async (database) => success(await work(database))),
    write: (tables, work) =>
      attempt(async (database) => {
        if (database.readonly) return failure('store_newer', `the flags were written by a newer version than schema ${schemaVersion}; update Randnotiz, or export them`);
        await freshen();
        const signed = tables.includes('revisions') ? { ...database, device: await name() } : database;
        return database.dexie.transaction('rw', [...tables], () => work(signed));
      }),
    persist: async () => {
      await persist().catch(() => undefined);
    },
    close,
  };
}

function isClosed(thrown: unknown): boolean {
  return thrown instanceof Error && ['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError'].includes(thrown.name);
}

/** Firefox' word for a connection that a full disk has broken: with room again, the next but one works. */
function isFirefoxAtALoss(thrown: unknown): boolean {
  return import.meta.env.BROWSER === 'firefox' && namesWithin(thrown).includes('UnknownError');
}

async function askToPersist(): Promise<unknown> {
  return globalThis.navigator?.storage?.persist?.();
}

async function askForSpace(): Promise<Space> {
  return (await globalThis.navigator?.storage?.estimate?.()) ?? {};
}
