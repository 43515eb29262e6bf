/** A notebook in memory, for the command and for tests of folders: the same merge as in the browser, without a database. */
import type { Revision } from '../../lib/model.ts';
import { success } from '../../lib/messages/failures.ts';
import { fold } from '../../lib/notebook/fold.ts';
import { identityOf, merge } from '../../lib/notebook/merge.ts';
import type { Journal } from '../../lib/sync/sync-folder.ts';

export interface MemoryJournal extends Journal {
  readonly revisions: readonly Revision[];
  add(...revisions: Revision[]): void;
}

/** Takes the revisions to begin with; gives the notebook. */
export function memoryJournal(begin: readonly Revision[] = []): MemoryJournal {
  let revisions = merge(begin, []);
  return {
    get revisions() {
      return revisions;
    },
    add(...more) {
      revisions = merge(revisions, more);
    },
    keys: async () => success(revisions.map(({ flag, id }) => [flag, id] as [string, string])),
    async get(keys) {
      const wanted = new Set(keys.map(([flag, id]) => identityOf({ flag, id })));
      return success(revisions.filter((revision) => wanted.has(identityOf(revision))));
    },
    async takeIn(incoming) {
      const before = revisions.length;
      revisions = merge(revisions, incoming);
      const flags = [...new Set(incoming.map(({ flag }) => flag))];
      const addresses = flags.flatMap((id) => fold(revisions.filter(({ flag }) => flag === id))?.page.address ?? []);
      return success({ added: revisions.length - before, addresses: [...new Set(addresses)] });
    },
    published: async () => success(null),
    clock: async () => success(revisions.reduce((largest, { clock }) => Math.max(largest, clock), 0)),
  };
}
