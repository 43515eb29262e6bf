/**
 * From revisions to flags. Each field has the value of the last revision that set it, in the one order of `order.ts`; so two devices that know the
 * same revisions show the same flags, in whatever order they learnt them, and a change of the note never takes back a change of the stance.
 */
import type { Flag, FlagFields, Revision } from '../model.ts';
import { compareRevisions, winners } from './order.ts';

/** Takes the revisions of one flag; gives the flag, or undefined when it is gone for good or its creation is not known (yet). */
export function fold(revisions: readonly Revision[]): Flag | undefined {
  const last = winners(revisions);
  const value = <Field extends keyof FlagFields>(field: Field): FlagFields[Field] | undefined => last.get(field)?.set[field];
  const [page, quote, position, stance, created] = [value('page'), value('quote'), value('position'), value('stance'), value('created')];
  if (value('purged') || !page || !quote || !position || !stance || created === undefined) return undefined;
  // A stance other than `confirmed` takes the confirmation away, also when the two were said on two devices.
  const confirmedBy = stance === 'confirmed' ? value('confirmedBy') : undefined;
  const latest = revisions.reduce((one, other) => (compareRevisions(one, other) < 0 ? other : one));
  const [link, says, deleted] = [value('link'), value('says'), value('deleted')];
  return {
    id: latest.flag,
    page,
    quote,
    position,
    stance,
    ...(confirmedBy ? { confirmedBy } : {}),
    note: value('note') ?? '',
    tags: value('tags') ?? [],
    ...(link ? { link } : {}),
    ...(says ? { says } : {}),
    created,
    changed: latest.at,
    ...(typeof deleted === 'number' ? { deleted } : {}),
  };
}

/** Takes revisions of many flags; gives those of each, by the flag's id. */
export function byFlag<R extends Revision>(revisions: Iterable<R>): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const revision of revisions) {
    const group = groups.get(revision.flag);
    if (group) group.push(revision);
    else groups.set(revision.flag, [revision]);
  }
  return groups;
}

/** Takes revisions of many flags; gives the flags that stand or lie in the bin, oldest first. */
export function foldAll(revisions: Iterable<Revision>): Flag[] {
  const flags = [...byFlag(revisions).values()].flatMap((group) => fold(group) ?? []);
  return flags.sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
}
