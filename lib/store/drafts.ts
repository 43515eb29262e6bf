/** Forms of flags that were not sent yet: they survive a closed tab and a crash. Never kept from a private window (the caller sees to that). */
import type { Answer } from '../messages/calls.ts';
import { success } from '../messages/failures.ts';
import type { Access } from './access.ts';
import type { DraftRow } from './rows.ts';

/** Drafts older than this (ms), or beyond this many, are dropped. */
const oldest = 30 * 86_400_000;
const most = 200;

/** A draft that is older than the one kept by more than this (ms) was no slow message: the clock was set back. */
const slowest = 10_000;

export interface Drafts {
  /** Writes a draft over the one of the same flag; an older one (a slow message) changes nothing. */
  keep(draft: DraftRow): Promise<Answer<null>>;
  /** The draft of a flag, if there is one. */
  of(id: string): Promise<Answer<DraftRow | undefined>>;
  /** The drafts that belong to a page, latest first. */
  onPage(address: string): Promise<Answer<readonly DraftRow[]>>;
  /** All drafts, latest first. */
  all(): Promise<Answer<readonly DraftRow[]>>;
  drop(id: string): Promise<Answer<null>>;
}

/** Takes the way into the database; gives the drafts. */
export function createDrafts({ read, write }: Access): Drafts {
  return {
    keep: (draft) =>
      write(['drafts'], async ({ drafts }) => {
        const known = await drafts.get(draft.id);
        if (!known || known.changed <= draft.changed || known.changed - draft.changed > slowest) await drafts.put(draft);
        const stale = await drafts.where('changed').below(draft.changed - oldest).primaryKeys();
        const beyond = (await drafts.orderBy('changed').primaryKeys()).slice(0, -most);
        await drafts.bulkDelete([...stale, ...beyond].filter((id) => id !== draft.id));
        return success(null);
      }),
    of: (id) => read(async ({ drafts, readonly }) => (readonly ? undefined : drafts.get(id))),
    onPage: (address) => read(async ({ drafts, readonly }) => (readonly ? [] : (await drafts.orderBy('changed').filter((draft) => draft.address === address).toArray()).toReversed())),
    all: () => read(async ({ drafts, readonly }) => (readonly ? [] : (await drafts.orderBy('changed').toArray()).toReversed())),
    drop: (id) =>
      write(['drafts'], async ({ drafts }) => {
        await drafts.delete(id);
        return success(null);
      }),
  };
}
