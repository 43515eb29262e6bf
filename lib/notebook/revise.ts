/** How revisions are made: keeping, changing, throwing away, taking back, purging. Each says only what differs; nothing differs, no revision. */
import type { Flag, FlagChange, FlagFields, FlagSays, Revision } from '../model.ts';
import { isSame } from './canonical.ts';
import { tidyTags } from './flag-schema.ts';

/** What a revision carries besides what it says: made by the edge, which has a clock and chance. */
export type Stamp = Pick<Revision, 'id' | 'device' | 'clock' | 'at'>;

/** Takes a flag as it is; gives all its fields, as its creation says them. */
export function allFields(flag: Flag): Partial<FlagFields> {
  const { id: _id, changed: _changed, ...fields } = flag;
  for (const key of Object.keys(fields) as (keyof typeof fields)[]) if (fields[key] === undefined) delete fields[key];
  return fields;
}

/** The first revision of a flag. */
export function creation(flag: Flag, stamp: Stamp): Revision {
  return { ...stamp, flag: flag.id, set: allFields(flag) };
}

/** Takes a flag and what the reader wants changed; gives what differs, by field. A stance other than `confirmed` takes the confirmation away. */
export function changedFields(flag: Flag, change: FlagChange): Partial<FlagFields> {
  const stance = change.stance ?? flag.stance;
  const confirmedBy = stance === 'confirmed' ? (change.confirmedBy ?? flag.confirmedBy) : undefined;
  return difference(allFields(flag), {
    stance,
    confirmedBy: confirmedBy || null,
    note: change.note ?? flag.note,
    tags: change.tags ? tidyTags(change.tags) : flag.tags,
    link: (change.link ?? flag.link) || null,
    says: change.says ? wording(change.says) : (flag.says ?? null),
  });
}

/** Takes a flag's fields and others; gives those of the others that say something else. A field that is not there and `null` are the same. */
export function difference(fields: Partial<FlagFields>, others: Partial<FlagFields>): Partial<FlagFields> {
  const entries = Object.entries(others) as [keyof FlagFields, unknown][];
  return Object.fromEntries(entries.filter(([key, value]) => value !== undefined && !isSame(fields[key] ?? null, value)));
}

/** What differs when a flag is thrown away at a time; nothing when it already was. */
export function thrownAway(flag: Flag, at: number): Partial<FlagFields> {
  return flag.deleted === undefined ? { deleted: at } : {};
}

/** What differs when a flag is taken out of the bin. */
export function takenBack(flag: Flag): Partial<FlagFields> {
  return flag.deleted === undefined ? {} : { deleted: null };
}

/** Whether a revision would say anything. */
export function saysSomething(set: Partial<FlagFields>): boolean {
  return Object.keys(set).length > 0;
}

function wording(says: FlagSays): FlagSays | null {
  const entries = Object.entries(says).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
