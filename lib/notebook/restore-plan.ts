/**
 * Going back to an earlier state of the notebook. Merging an old file changes nothing, since all that it knows is known; going back means new
 * revisions that say what the old ones said. What was flagged since stays.
 */
import type { Flag, FlagChange } from '../model.ts';
import { isSame } from './canonical.ts';

export interface RestorePlan {
  /** Flags that say something else now, as they were. */
  changed: readonly { now: Flag; was: Flag }[];
  /** Flags that were thrown away since. */
  back: readonly Flag[];
  /** Flags that were in the bin then and are not now. */
  away: readonly Flag[];
  /** Flags that are not here at all. Of those that were purged nothing can come back: whoever plans leaves them out. */
  missing: readonly Flag[];
  /** How many were flagged since. */
  newer: number;
}

/** Takes the flags as they are and as they were, those in the bin included; gives what going back would do. */
export function planRestore(now: readonly Flag[], then: readonly Flag[]): RestorePlan {
  const here = new Map(now.map((flag) => [flag.id, flag]));
  const known = new Set(then.map(({ id }) => id));
  const changed: { now: Flag; was: Flag }[] = [];
  const back: Flag[] = [];
  const away: Flag[] = [];
  const missing: Flag[] = [];
  for (const old of then) {
    const flag = here.get(old.id);
    if (!flag) {
      missing.push(old);
      continue;
    }
    if (!isSame(changeTo(flag), changeTo(old))) changed.push({ now: flag, was: old });
    if (flag.deleted !== undefined && old.deleted === undefined) back.push(old);
    if (flag.deleted === undefined && old.deleted !== undefined) away.push(flag);
  }
  return { changed, back, away, missing, newer: now.filter(({ id }) => !known.has(id)).length };
}

/** What makes a flag say what another says. */
export function changeTo({ stance, note, confirmedBy, tags, link, says }: Flag): Required<FlagChange> {
  return { stance, note, confirmedBy: confirmedBy ?? '', tags, link: link ?? '', says: says ?? {} };
}

/** Whether going back would do nothing. */
export function isNothingToRestore({ changed, back, away, missing }: RestorePlan): boolean {
  return changed.length + back.length + away.length + missing.length === 0;
}
