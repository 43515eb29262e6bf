/**
 * Two notebooks become one: the union of their revisions. It does not matter who merges with whom, in which order or how often; a property
 * test holds that. A flag that one of them purged stays purged: of it only the record of the purge is kept, so that its words are really gone.
 */
import type { Revision } from '../model.ts';
import { canonical } from './canonical.ts';
import { compareRevisions } from './order.ts';

/** Takes two notebooks' revisions; gives all of them, each once, in the one order. */
export function merge(one: Iterable<Revision>, other: Iterable<Revision>): Revision[] {
  const all = new Map<string, Revision>();
  for (const revisions of [one, other]) {
    for (const revision of revisions) {
      const known = all.get(revision.id);
      all.set(revision.id, known ? sameId(known, revision) : revision);
    }
  }
  return withoutPurged([...all.values()]).sort(compareRevisions);
}

/** Takes revisions; gives them without the words of flags that are gone for good. */
export function withoutPurged<R extends Revision>(revisions: readonly R[]): R[] {
  const purged = new Set(revisions.filter(({ set }) => set.purged).map(({ flag }) => flag));
  return purged.size === 0 ? [...revisions] : revisions.filter(({ flag, set }) => set.purged || !purged.has(flag));
}

/** One id with two contents is no work of ours, but even then all devices must choose alike. */
function sameId(one: Revision, other: Revision): Revision {
  return one === other || canonical(one) >= canonical(other) ? one : other;
}
