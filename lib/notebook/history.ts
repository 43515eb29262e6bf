/** A flag's history for the reader: what changed, when, on which device, and what a change of another device made of it. */
import type { FlagFields, Revision } from '../model.ts';
import { isSame } from './canonical.ts';
import { compareRevisions } from './order.ts';

export interface HistoryChange {
  field: keyof FlagFields;
  /** Undefined where nothing was. */
  from?: unknown;
  to: unknown;
}

export interface HistoryEntry {
  revision: string;
  device: string;
  /** The device's wall clock, in milliseconds. */
  at: number;
  what: 'created' | 'changed' | 'deleted' | 'restored' | 'purged';
  changes: readonly HistoryChange[];
  /** Made without knowledge of another device's change, which stands before it: the reader may want to look. */
  beside: boolean;
}

/** Takes the revisions of one flag, in any order; gives its history, oldest first. Values that nobody changed are not repeated. */
export function historyOf(revisions: readonly Revision[]): HistoryEntry[] {
  const now = new Map<keyof FlagFields, unknown>();
  let before: Revision | undefined;
  return [...revisions].sort(compareRevisions).map((revision) => {
    const isFirst = now.size === 0;
    const fields = (Object.entries(revision.set) as [keyof FlagFields, unknown][]).filter(([field, to]) => to !== undefined && !isSame(now.get(field) ?? null, to));
    const changes = fields.map(([field, to]): HistoryChange => (now.has(field) ? { field, from: now.get(field), to } : { field, to }));
    for (const { field, to } of changes) now.set(field, to);
    const beside = before !== undefined && before.device !== revision.device && before.clock === revision.clock;
    before = revision;
    return { revision: revision.id, device: revision.device, at: revision.at, what: whatOf(revision, isFirst), changes, beside };
  });
}

function whatOf({ set }: Revision, isFirst: boolean): HistoryEntry['what'] {
  if (set.purged) return 'purged';
  if (isFirst) return 'created';
  if (set.deleted !== undefined) return set.deleted === null ? 'restored' : 'deleted';
  return 'changed';
}
