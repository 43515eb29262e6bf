import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Access } from './access.ts';

/** Rows cleared in one transaction. */
const portion = 5_000;

/** Clears away the hidden rows of an import that will not be, in small transactions; its own row goes last, so that it can be done again after a kill. */
export async function clearAway({ attempt, write, id }: Pick<Access, 'attempt' | 'write'> & { id: string }): Promise<Answer<null>> {
  for (const name of ['flags', 'revisions', 'staged'] as const) {
    for (;;) {
      const keys = await attempt(async (database) => success(await database.dexie.table(name).where('import').equals(id).limit(portion).primaryKeys()));
      if (!keys.ok) return keys;
      if (keys.value.length === 0) break;
      const answer = await write([name], async (database) => {
        await database.dexie.table(name).bulkDelete(keys.value);
        return success(null);
      });
      if (!answer.ok) return answer;
    }
  }
  return write(['imports'], async ({ imports }) => {
    await imports.delete(id);
    return success(null);
  });
}
