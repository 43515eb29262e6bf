import { useEffect, useRef, useState } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { countFacets, type Facet } from '../../lib/notebook/filter.ts';
import type { EntityFinder, NotebookActions } from './notebook-props.ts';
import { whileIdle } from './while-idle.ts';

export interface Entities {
  /** Dataset ids that a flag's words name. */
  of: (flag: Flag) => readonly string[];
  facets: readonly Facet[];
  nameOf: (id: string) => string;
}

const none: Entities = { of: () => [], facets: [], nameOf: (id) => id };

/** Which entities the flags name: found beside everything else, while the page has nothing else to do, and again only for flags that are new. */
export function useEntities(flags: readonly Flag[], load: NotebookActions['entities']): Entities {
  const [found, setFound] = useState<Entities>(none);
  const known = useRef(new Map<string, readonly string[]>());
  useEffect(() => {
    let end = (): void => {};
    let gone = false;
    const begin = async (): Promise<void> => {
      const finder = await load();
      let next = 0;
      if (gone) return;
      end = whileIdle(() => {
        const flag = flags[next];
        if (flag && !known.current.has(flag.id)) known.current.set(flag.id, finder.of(flag));
        next += 1;
        if (next >= flags.length) setFound(entitiesOf(flags, known.current, finder));
        return next < flags.length;
      });
    };
    void begin();
    return () => {
      gone = true;
      end();
    };
  }, [flags]);
  return found;
}

function entitiesOf(flags: readonly Flag[], known: ReadonlyMap<string, readonly string[]>, { nameOf }: EntityFinder): Entities {
  const of = ({ id }: Flag): readonly string[] => known.get(id) ?? [];
  return { of, nameOf, facets: countFacets(flags.filter(({ deleted }) => deleted === undefined).flatMap(of)) };
}
