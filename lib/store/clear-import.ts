import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Access } from './access.ts';
import { besideFlags, dropFlags } from './journal.ts';

/** An import that has not written for this long (ms) has died. */
const dead = 120_000;
/** Rows cleared in one transaction. */
const portion = 5_000;

/**
 * Clears away the hidden rows of an import that will not be, and what was noted of the flags that only it brought, in small transactions; its own row goes last, so that
 * it can be done again after a kill.
 */
export async function clearAway(write: Access['write'], id: string): Promise<Answer<null>> {
  for (const name of ['flags', 'revisions', 'staged'] as const) {
    for (;;) {
      const cleared = await write(name === 'flags' ? besideFlags : [name], async (database) => {
        const table = database.dexie.table(name);
        const keys = (await table.where('import').equals(id).limit(portion).primaryKeys()) as string[];
        if (keys.length > 0) await (name === 'flags' ? dropFlags(database, keys) : table.bulkDelete(keys));
        return success(keys.length);
      });
      if (!cleared.ok) return cleared;
      if (cleared.value < portion) break;
    }
  }
  return write(['imports'], async ({ imports }) => {
    await imports.delete(id);
    return success(null);
  });
}

export interface ImportCleaner {
  /** Clears away what imports that died or were taken back have left. To be called at every start. */
  cleanUp(now: number): Promise<Answer<number>>;
}

/** Takes the way into the database; gives the one part of imports that runs without a reader. */
export function createImportCleaner({ read, write }: Access): ImportCleaner {
  return {
    async cleanUp(now) {
      const rows = await read(async ({ imports, readonly }) => (readonly ? [] : imports.where('state').anyOf('staging', 'undone').toArray()));
      if (!rows.ok) return rows;
      const left = rows.value.filter(({ state, beat }) => state === 'undone' || Math.abs(now - beat) > dead);
      for (const { id } of left) {
        const answer = await clearAway(write, id);
        if (!answer.ok) return answer;
      }
      return success(left.length);
    },
  };
}
