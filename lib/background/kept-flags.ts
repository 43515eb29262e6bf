/**
 * The reader's flags between two pages. Reading and indexing a hundred thousand of them takes seconds, so both are done once and again only when
 * something was written; a background that was stopped begins anew. The same array is the same flags: what is indexed by it stays valid.
 */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Flag } from '../model.ts';
import type { FlagStore } from '../store/flag-store.ts';

export interface KeptFlags {
  /** All flags that stand, oldest first. */
  all: readonly Flag[];
  /** By the address of their page. */
  byAddress: ReadonlyMap<string, readonly Flag[]>;
  /** Names this state of the notebook: it changes with every write. */
  stamp: string;
}

export type KeptFlagsReader = () => Promise<Answer<KeptFlags>>;

/** Takes the store; gives the function that gives its flags. Codes: `store_…`. */
export function createKeptFlags(store: Pick<FlagStore, 'all' | 'stamp'>): KeptFlagsReader {
  let kept: KeptFlags | undefined;
  return async () => {
    const stamp = await store.stamp();
    if (!stamp.ok) return stamp;
    if (kept && stamp.value !== '' && kept.stamp === stamp.value) return success(kept);
    const all = await store.all();
    if (!all.ok) return all;
    const byAddress = new Map<string, Flag[]>();
    for (const flag of all.value) {
      const group = byAddress.get(flag.page.address);
      if (group) group.push(flag);
      else byAddress.set(flag.page.address, [flag]);
    }
    // Written meanwhile, it carries the older name and is read again at the next page.
    kept = { all: all.value, byAddress, stamp: stamp.value };
    return success(kept);
  };
}
