/**
 * Version watch: of each flag whose page says something else now, the wording that was found there last. Kept of flagged sentences only, seen when
 * the reader visits their page; nothing is fetched for it. A sentence that stands there again as it was flagged is forgotten here.
 */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { PlacedFlag } from '../model.ts';
import type { Access } from './access.ts';

export interface VersionSeen {
  flag: string;
  state: 'changed' | 'lost';
  /** What stands there now; absent where it was not found any more. */
  now?: string;
  /** When it was seen first, in milliseconds. */
  at: number;
}

export interface Versions {
  /** Notes how the flags of a page stand in its text. Writes only what differs from what was noted before. */
  note(placed: readonly PlacedFlag[], text: string, at: number): Promise<Answer<null>>;
  all(): Promise<Answer<readonly VersionSeen[]>>;
}

/** They stand among the places, under this and the flag's id. */
const prefix = 'version ';

/** Under which id of a place the wording of a flag's sentence stands. */
export const versionPlace = (flag: string): string => prefix + flag;

/** Takes the way into the database; gives the versions. */
export function createVersions({ read, write }: Access): Versions {
  return {
    async note(placed, text, at) {
      const seen = new Map(placed.flatMap((one) => (one.state === 'elsewhere' ? [] : [[versionPlace(one.flag.id), seenOf(one, text, at)] as const])));
      if (seen.size === 0) return success(null);
      const known = await read(async ({ places, readonly }) => (readonly ? undefined : places.bulkGet([...seen.keys()])));
      if (!known.ok || !known.value) return known.ok ? success(null) : known;
      const before = new Map(known.value.flatMap((row) => (row ? [[row.id, row.value as VersionSeen] as const] : [])));
      const gone = [...seen].flatMap(([id, version]) => (!version && before.has(id) ? [id] : []));
      const fresh = [...seen].flatMap(([id, version]) => (version && !isSame(version, before.get(id)) ? [{ id, value: version }] : []));
      if (gone.length + fresh.length === 0) return success(null);
      return write(['places'], async ({ places }) => {
        await places.bulkDelete(gone);
        await places.bulkPut(fresh);
        return success(null);
      });
    },
    all: () => read(async ({ places, readonly }) => (readonly ? [] : (await places.where('id').startsWith(prefix).toArray()).map(({ value }) => value as VersionSeen))),
  };
}

function seenOf({ flag, state, span }: PlacedFlag, text: string, at: number): VersionSeen | undefined {
  if (state !== 'changed' && state !== 'lost') return undefined;
  return { flag: flag.id, state, ...(span ? { now: text.slice(...span) } : {}), at };
}

function isSame(one: VersionSeen, other: VersionSeen | undefined): boolean {
  return other !== undefined && one.state === other.state && one.now === other.now;
}
