/**
 * Which flags a text may repeat, however many there are. Each flag's row carries the keys it is filed under (`lib/claims/flag-keys.ts`), which an index of the
 * database finds again. Who writes a flag does not file it: the row says `unfiled`, and the background, which knows the keys, files what is left in portions. While
 * flags are few all are read, and none needs to be filed. A filter beside the rows (`word-filter.ts`) knows most of a text's keys for keys of no flag, so that the index is
 * asked a few dozen times and not two thousand.
 */
import { Dexie } from 'dexie';
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Flag } from '../model.ts';
import { asFlag } from '../notebook/flag-schema.ts';
import type { Access, Notebook } from './access.ts';
import type { FlagRow } from './flag-database.ts';
import type { PlaceRow } from './rows.ts';
import { addWord, emptyFilter, mayHold, type WordFilter } from './word-filter.ts';
import { inOrder, isKept, readable, seen, visibleFlags } from './read-flags.ts';

/** Up to so many flags are read all together: cheaper than looking their keys up. */
export const fewFlags = 1_000;
/** At most so many flags are handed out, those that share most keys with the text first. */
const mostNear = 2_000;
/** Rows that are filed in one transaction. */
const portion = 1_000;
/** Rows that are looked at to see which words are rare: the first by their ids, which are random. */
const company = 200;

/** Where the filter of all keys stands. */
const filterPlace = 'keys of flags';

/** Takes flags, and some that are filed already; gives for each of the first its keys. */
export type KeysOf = (flags: readonly Flag[], company: readonly Flag[]) => string[][];

export interface Filing {
  /** The flags that a text of these keys may repeat, those in the bin left out, oldest first. Among many, those beyond the first thousand that are not filed yet are missing. Codes: `store_…`. */
  near(keys: readonly string[]): Promise<Answer<readonly Flag[]>>;
  /** Files a portion of what is not filed, with the keys that the function gives. Gives how many there were: 0 when all is done, or nothing needs to be. Codes: `store_…`. */
  file(keysOf: KeysOf): Promise<Answer<number>>;
}

/** Takes the way into the database; gives the filing. Nothing of it throws. */
export function createFiling({ read, write }: Pick<Access, 'read' | 'write'>): Filing {
  return {
    near: (keys) =>
      read(async (database) => {
        if (database.readonly || !(await areMany(database))) return inOrder((await visibleFlags(database)).filter(isKept));
        const rows = [...(await database.flags.where('unfiled').equals(1).limit(fewFlags).toArray()), ...(await filedUnder(database, keys))];
        return inOrder(readable(await seen(database, rows)).filter(isKept));
      }),

    async file(keysOf) {
      const isNeeded = await read(async (database) => !database.readonly && (await areMany(database)) && (await database.flags.where('unfiled').equals(1).limit(1).count()) > 0);
      if (!isNeeded.ok || !isNeeded.value) return isNeeded.ok ? success(0) : isNeeded;
      return write(['flags', 'places'], ({ flags, places }) =>
        Dexie.Promise.all([flags.where('unfiled').equals(1).limit(portion).toArray(), flags.toCollection().limit(company).toArray(), places.get(filterPlace)]).then(([rows, others, known]) => {
          const rowsFiled = filed(rows, (own) => keysOf(own, readable(others.filter(({ unfiled }) => !unfiled))));
          const filter = filterOf(known) ?? emptyFilter();
          for (const { keys } of rowsFiled) for (const key of keys) addWord(filter, key);
          return Dexie.Promise.all([flags.bulkPut(rowsFiled), places.put({ id: filterPlace, value: filter })]).then(() => success(rows.length));
        }));
    },
  };
}

async function areMany({ flags }: Notebook): Promise<boolean> {
  return (await flags.toCollection().limit(fewFlags + 1).primaryKeys()).length > fewFlags;
}

/** The rows that have most of the keys. One request a key: a cursor over them all would come back as often, one after the other. */
async function filedUnder({ dexie, flags, places }: Notebook, keys: readonly string[]): Promise<FlagRow[]> {
  const filter = filterOf(await places.get(filterPlace));
  const held = filter ? keys.filter((key) => mayHold(filter, key)) : [];
  return dexie.transaction('r', flags, () =>
    Dexie.Promise.all(held.map((key) => flags.where('keys').equals(key).primaryKeys())).then((found) => {
      const shared = new Map<string, number>();
      for (const ids of found) for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
      const nearest = [...shared].toSorted(([, one], [, other]) => other - one).slice(0, mostNear);
      return flags.bulkGet(nearest.map(([id]) => id)).then((rows) => rows.filter((row) => row !== undefined));
    }),
  );
}

function filterOf(place: PlaceRow | undefined): WordFilter | undefined {
  return place?.value as WordFilter | undefined;
}

/** A row that cannot be read is filed under nothing, so that it is not looked at again and again. */
function filed(rows: readonly FlagRow[], keysOf: (flags: readonly Flag[]) => string[][]): (FlagRow & { keys: string[] })[] {
  const flags = rows.map(asFlag);
  const keys = keysOf(flags.filter((flag) => flag !== undefined)).values();
  return rows.map(({ unfiled: _unfiled, ...row }, at) => ({ ...row, keys: (flags[at] && keys.next().value) ?? [] }));
}
