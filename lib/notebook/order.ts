/** The one order of revisions, the same on every device: by Lamport clock, then by device, then by id. Wall clocks have no say. */
import type { FlagFields, Revision } from '../model.ts';

/** Negative when `one` counts before `other`; 0 only for the same revision. */
export function compareRevisions(one: Revision, other: Revision): number {
  return one.clock - other.clock || compareText(one.device, other.device) || compareText(one.id, other.id) || compareText(one.flag, other.flag);
}

/** Compares by code units, so that every language and machine sorts alike. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Takes revisions of one flag, in any order; gives for each field the last revision that says something of it. */
export function winners(revisions: readonly Revision[]): Map<keyof FlagFields, Revision> {
  const last = new Map<keyof FlagFields, Revision>();
  for (const revision of revisions) {
    for (const field of Object.keys(revision.set) as (keyof FlagFields)[]) {
      const known = last.get(field);
      if (revision.set[field] !== undefined && (!known || compareRevisions(known, revision) < 0)) last.set(field, revision);
    }
  }
  return last;
}
