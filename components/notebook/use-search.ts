import { useMemo, useRef } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { createFilter, type FlagFilter, type FlagOrder, sortFlags } from '../../lib/notebook/filter.ts';
import { createSearchIndex, type SearchIndex } from '../../lib/notebook/search-index.ts';

/** The flags that fit what was typed and chosen: the best first while something is typed, else in the chosen order. The index follows the flags. */
export function useSearch(flags: readonly Flag[], typed: string, filter: FlagFilter, order: FlagOrder, entitiesOf: (flag: Flag) => readonly string[]): readonly Flag[] {
  const index = useIndex(flags);
  return useMemo(() => {
    const fits = createFilter(filter, entitiesOf);
    const passing = flags.filter(fits);
    if (typed.trim() === '') return sortFlags(passing, order);
    const byId = new Map(passing.map((flag) => [flag.id, flag]));
    return index.find(typed).flatMap((id) => byId.get(id) ?? []);
  }, [flags, typed, filter, order, index, entitiesOf]);
}

/** One index for the life of the page; only what has changed is put in again. */
function useIndex(flags: readonly Flag[]): SearchIndex {
  const index = useRef<SearchIndex | undefined>(undefined);
  const known = useRef<ReadonlyMap<string, Flag>>(new Map());
  return useMemo(() => {
    const now = new Map(flags.map((flag) => [flag.id, flag]));
    index.current ??= createSearchIndex();
    index.current.put(flags.filter((flag) => known.current.get(flag.id)?.changed !== flag.changed));
    index.current.remove([...known.current.keys()].filter((id) => !now.has(id)));
    known.current = now;
    return index.current;
  }, [flags]);
}
