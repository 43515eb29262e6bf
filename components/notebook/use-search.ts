import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { createFilter, type FlagFilter, type FlagOrder, sortFlags } from '../../lib/notebook/filter.ts';
import { createSearchIndex, type SearchIndex } from '../../lib/notebook/search-index.ts';
import { whileIdle } from './while-idle.ts';

/** Flags that are put into the index at a time. */
const portion = 40;

/** The flags that fit what was typed and chosen: the best first while something is typed, else in the chosen order. The index follows the flags. */
export function useSearch(flags: readonly Flag[], typed: string, filter: FlagFilter, order: FlagOrder, entitiesOf: (flag: Flag) => readonly string[]): readonly Flag[] {
  const index = useIndex(flags);
  return useMemo(() => {
    const fits = createFilter(filter, entitiesOf);
    const passing = flags.filter(fits);
    if (typed.trim() === '') return sortFlags(passing, order);
    const byId = new Map(passing.map((flag) => [flag.id, flag]));
    return index().find(typed).flatMap((id) => byId.get(id) ?? []);
  }, [flags, typed, filter, order, index, entitiesOf]);
}

/** One index for the life of the page; only what has changed is put in again, while the page has nothing else to do, or at the latest when it is asked for. */
function useIndex(flags: readonly Flag[]): () => SearchIndex {
  const index = useRef<SearchIndex | undefined>(undefined);
  const known = useRef(new Map<string, Flag>());
  const get = useMemo(() => {
    index.current ??= createSearchIndex();
    const search = index.current;
    const now = new Set(flags.map(({ id }) => id));
    const gone = [...known.current.keys()].filter((id) => !now.has(id));
    search.remove(gone);
    for (const id of gone) known.current.delete(id);
    let next = 0;
    const put = (most: number): boolean => {
      const fresh: Flag[] = [];
      for (; next < flags.length && fresh.length < most; next += 1) {
        const flag = flags[next]!;
        const before = known.current.get(flag.id);
        // Not by when it was changed: what another device wrote earlier may come in later.
        if (before?.changed !== flag.changed || JSON.stringify(before) !== JSON.stringify(flag)) fresh.push(flag);
        known.current.set(flag.id, flag);
      }
      search.put(fresh);
      return next < flags.length;
    };
    return { put, whole: () => (put(Infinity), search) };
  }, [flags]);
  useEffect(() => whileIdle(() => get.put(portion)), [get]);
  return get.whole;
}
