import type { FlagFields, Revision } from '../model.ts';
import { isSame } from '../notebook/canonical.ts';
import { winners } from '../notebook/order.ts';
import type { Imported } from './flag-database.ts';

/** Takes a flag's revisions and an import; gives what the fields that this import decided would say without it. Fields that were set again since stay. */
export function withoutImport(revisions: readonly Imported<Revision>[], id: string): Partial<FlagFields> {
  const brought = new Set(revisions.filter((revision) => revision.import === id).map((revision) => revision.id));
  const before = winners(revisions.filter((revision) => !brought.has(revision.id)));
  const entries = [...winners(revisions)].flatMap(([field, winner]) => {
    if (!brought.has(winner.id) || field === 'purged') return [];
    const value = before.get(field)?.set[field] ?? null;
    return isSame(value, winner.set[field] ?? null) ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries);
}
