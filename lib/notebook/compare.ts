/**
 * What would happen to a flag if revisions from elsewhere were taken in: nothing, something new, or something that the reader must decide, because
 * both sides changed the same field without knowing of each other.
 */
import type { Flag, FlagFields, Revision } from '../model.ts';
import { isSame } from './canonical.ts';
import { fold } from './fold.ts';
import { merge } from './merge.ts';
import { winners } from './order.ts';
import { allFields, difference } from './revise.ts';

export interface Comparison {
  /** `fresh`: not here yet; `same`: nothing to do; `changed`: taken in without a question; `conflict`: both sides changed the same field. */
  verdict: 'fresh' | 'same' | 'changed' | 'conflict';
  /** Here, there, and after merging; undefined where it does not stand. */
  mine?: Flag;
  theirs?: Flag;
  merged?: Flag;
  /** Fields on which both sides differ and decided by themselves. */
  fields: readonly (keyof FlagFields)[];
}

/** Takes the revisions of one flag here and there; gives what taking the others in would mean. */
export function compareFlag(here: readonly Revision[], there: readonly Revision[]): Comparison {
  const sides = flags({ mine: fold(here), theirs: fold(there), merged: fold(merge(here, there)) });
  if (here.length === 0) return { verdict: 'fresh', ...sides, fields: [] };
  const known = new Set(here.map(({ id }) => id));
  const incoming = there.filter(({ id }) => !known.has(id));
  if (incoming.length === 0) return { verdict: 'same', ...sides, fields: [] };
  const fields = disputed(here, there, incoming);
  if (fields.length > 0) return { verdict: 'conflict', ...sides, fields };
  return { verdict: saysTheSame(sides.mine, sides.merged) ? 'same' : 'changed', ...sides, fields: [] };
}

/** What a decision must still say after merging, so that the flag says what was chosen, on all devices. Nothing when the merge says it already. */
export function decision({ mine, theirs, merged }: Comparison, choice: 'mine' | 'theirs'): Partial<FlagFields> {
  const chosen = choice === 'mine' ? mine : theirs;
  if (!chosen || !merged) return {};
  const wanted = allFields(chosen);
  const cleared: Partial<FlagFields> = { confirmedBy: null, link: null, says: null, deleted: null };
  return difference(allFields(merged), { ...cleared, ...wanted });
}

/** Fields that both sides set without knowing of each other, to different values. */
function disputed(here: readonly Revision[], there: readonly Revision[], incoming: readonly Revision[]): (keyof FlagFields)[] {
  const theirIds = new Set(there.map(({ id }) => id));
  const ours = winners(here.filter(({ id }) => !theirIds.has(id)));
  const others = winners(incoming);
  return [...others].flatMap(([field, { set }]) => {
    const own = ours.get(field);
    return own && !isSame(own.set[field] ?? null, set[field] ?? null) ? [field] : [];
  });
}

function saysTheSame(one: Flag | undefined, other: Flag | undefined): boolean {
  if (!one || !other) return one === other;
  return isSame(allFields(one), allFields(other));
}

function flags(sides: { mine: Flag | undefined; theirs: Flag | undefined; merged: Flag | undefined }): Pick<Comparison, 'mine' | 'theirs' | 'merged'> {
  return Object.fromEntries(Object.entries(sides).filter(([, flag]) => flag !== undefined));
}
