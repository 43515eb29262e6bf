import { useEffect, useRef, useState } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { countFacets, type Facet } from '../../lib/notebook/filter.ts';
import type { EntityFinder, NotebookActions } from './notebook-props.ts';

export interface Entities {
  /** Dataset ids that a flag's words name. */
  of: (flag: Flag) => readonly string[];
  facets: readonly Facet[];
  nameOf: (id: string) => string;
}

/** How long (ms) the page may be busy with it at a time, so that typing and scrolling go on meanwhile. */
const slice = 8;
const none: Entities = { of: () => [], facets: [], nameOf: (id) => id };

/** Which entities the flags name: found beside everything else, in slices, and again only for flags that are new. */
export function useEntities(flags: readonly Flag[], load: NotebookActions['entities']): Entities {
  const [found, setFound] = useState<Entities>(none);
  const known = useRef(new Map<string, readonly string[]>());
  useEffect(() => {
    let gone = false;
    const work = async (): Promise<void> => {
      const finder = await load();
      await inSlices(flags, (flag) => {
        if (!known.current.has(flag.id)) known.current.set(flag.id, finder.of(flag));
      }, () => gone);
      if (!gone) setFound(entitiesOf(flags, known.current, finder));
    };
    void work();
    return () => {
      gone = true;
    };
  }, [flags]);
  return found;
}

function entitiesOf(flags: readonly Flag[], known: ReadonlyMap<string, readonly string[]>, { nameOf }: EntityFinder): Entities {
  const of = ({ id }: Flag): readonly string[] => known.get(id) ?? [];
  return { of, nameOf, facets: countFacets(flags.filter(({ deleted }) => deleted === undefined).flatMap(of)) };
}

async function inSlices(flags: readonly Flag[], each: (flag: Flag) => void, isGone: () => boolean): Promise<void> {
  let begun = performance.now();
  for (const flag of flags) {
    each(flag);
    if (performance.now() - begun < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (isGone()) return;
    begun = performance.now();
  }
}
