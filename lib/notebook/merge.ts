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
      const key = identityOf(revision);
      const known = all.get(key);
      all.set(key, known ? chosen(known, revision) : revision);
    }
  }
  return withoutPurged([...all.values()]).sort(compareRevisions);
}

/** Takes revisions; gives them without the words of flags that are gone for good. */
export function withoutPurged<R extends Revision>(revisions: readonly R[]): R[] {
  const purged = new Set(revisions.filter(({ set }) => set.purged).map(({ flag }) => flag));
  return purged.size === 0 ? [...revisions] : revisions.filter(({ flag, set }) => set.purged || !purged.has(flag));
}

/** What makes two revisions the same one. The flag belongs to it, so that no file can write over another flag's history. */
export function identityOf({ flag, id }: Pick<Revision, 'flag' | 'id'>): string {
  return `${flag} ${id}`;
}

/** Takes two revisions with one identity; gives the one that counts. Different contents are no work of ours, but even then all devices must choose alike. */
export function chosen(one: Revision, other: Revision): Revision {
  if (one === other) return one;
  if (one.set.purged !== other.set.purged) return one.set.purged ? one : other;
  return canonical(one) >= canonical(other) ? one : other;
}
