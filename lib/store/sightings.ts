/**
 * Where else a flagged claim was read. A record of reading, so it is off unless the reader switches it on, and holds nothing but articles that
 * repeat a flag; switching it off forgets all of them.
 */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Access } from './access.ts';
import type { SightingRow } from './rows.ts';

/** How many are kept of one flag. */
const mostOfOne = 100;

export interface Sightings {
  /** Keeps sightings; the same flag in the same article is one, first seen when it was. */
  keep(sightings: readonly Omit<SightingRow, 'id'>[]): Promise<Answer<null>>;
  /** Of one flag, latest first. */
  of(flag: string): Promise<Answer<readonly SightingRow[]>>;
  all(): Promise<Answer<readonly SightingRow[]>>;
  forgetAll(): Promise<Answer<null>>;
}

/** Takes the way into the database; gives the sightings. */
export function createSightings({ read, write }: Access): Sightings {
  const latestFirst = (rows: SightingRow[]) => rows.sort((one, other) => other.at - one.at);
  return {
    keep: (list) =>
      write(['sightings'], async ({ sightings }) => {
        for (const one of list) {
          const id = `${one.flag} ${one.address}`;
          if (await sightings.get(id)) continue;
          if ((await sightings.where('flag').equals(one.flag).count()) < mostOfOne) await sightings.add({ id, ...one });
        }
        return success(null);
      }),
    of: (flag) => read(async ({ sightings, readonly }) => (readonly ? [] : latestFirst(await sightings.where('flag').equals(flag).toArray()))),
    all: () => read(async ({ sightings, readonly }) => (readonly ? [] : latestFirst(await sightings.toArray()))),
    forgetAll: () =>
      write(['sightings'], async ({ sightings }) => {
        await sightings.clear();
        return success(null);
      }),
  };
}
