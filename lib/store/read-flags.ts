/** Reading rows of flags: what can be read and seen, and how much cannot. */
import { Dexie } from 'dexie';
import type { Flag } from '../model.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import type { Notebook } from './access.ts';
import type { Imported } from './flag-database.ts';
import { hiddenImports, isVisible } from './journal.ts';

/** All flags that can be read and seen. */
export async function visibleFlags(database: Notebook): Promise<Flag[]> {
  return (await look(database)).flags;
}

/** All rows; where the browser cannot read them together, those that it can read one by one. `missing`: how many there are that it does not give. */
async function allRows({ dexie, flags }: Notebook): Promise<{ rows: Imported<Flag>[]; missing: number }> {
  try {
    const [rows, count] = await dexie.transaction('r', flags, () => Dexie.Promise.all([flags.toArray(), flags.count()]));
    return { rows, missing: Math.max(0, count - rows.length) };
  } catch (thrown) {
    const rows: Imported<Flag>[] = [];
    const keys = await flags.toCollection().primaryKeys().catch(() => Promise.reject(thrown as Error));
    for (const key of keys) {
      const row = await flags.get(key).catch(() => undefined);
      if (row) rows.push(row);
    }
    return { rows, missing: keys.length - rows.length };
  }
}

/** The flags that can be read and seen, and how many rows cannot be read. */
export async function look(database: Notebook): Promise<{ flags: Flag[]; unreadable: number }> {
  const { rows, missing } = await allRows(database);
  const visible = await seen(database, rows);
  const flags = readable(visible);
  return { flags, unreadable: visible.length - flags.length + missing };
}

/** A newer version's database may have no imports as we know them. */
export async function hiddenFrom(database: Notebook): Promise<ReadonlySet<string>> {
  return database.readonly ? new Set() : hiddenImports(database);
}

/** Those of the rows that are there for the reader. */
export async function seen(database: Notebook, rows: readonly Imported<Flag>[]): Promise<Imported<Flag>[]> {
  const hidden = await hiddenFrom(database);
  return rows.filter((row) => isVisible(row, hidden));
}

/** Rows that are flags; a row that cannot be read stays in the database and is counted by `survey`. */
export function readable(rows: readonly unknown[]): Flag[] {
  return rows.flatMap((row) => asFlag(row) ?? []);
}

/** Whether a flag is not in the bin. */
export function isKept(flag: Flag): boolean {
  return flag.deleted === undefined;
}

/** Sorts flags in place, oldest first. */
export function inOrder(flags: Flag[]): Flag[] {
  return flags.sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
}
