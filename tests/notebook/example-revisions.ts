/** Revisions for tests: a device that writes, and any revisions for properties. */
import fc from 'fast-check';
import type { Flag, FlagFields, Revision } from '../../lib/model.ts';
import { allFields } from '../../lib/notebook/revise.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

/** A revision of which a test names only what matters. */
export function revision(some: Partial<Revision> & { set: Partial<FlagFields> }): Revision {
  return { id: `r-${some.device ?? 'a'}-${some.clock ?? 1}`, flag: exampleFlag().id, device: 'a', clock: 1, at: 1_700_000_000_000, ...some };
}

/** The creation of a flag. */
export function created(flag: Flag = exampleFlag(), some: Partial<Revision> = {}): Revision {
  return revision({ id: `c-${flag.id}`, flag: flag.id, at: flag.changed, ...some, set: allFields(flag) });
}

const anySet: fc.Arbitrary<Partial<FlagFields>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ note: fc.string({ maxLength: 8 }) }) },
  { weight: 3, arbitrary: fc.record({ stance: fc.constantFrom('unsure', 'doubtful', 'confirmed'), confirmedBy: fc.option(fc.constantFrom('A', 'B'), { nil: null }) }) },
  { weight: 2, arbitrary: fc.record({ tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'ö'), { maxLength: 3 }).map((tags) => tags.sort()) }) },
  { weight: 2, arbitrary: fc.record({ deleted: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }) }) },
  { weight: 1, arbitrary: fc.record({ link: fc.option(fc.constant('https://beleg.example/'), { nil: null }), says: fc.option(fc.constant({ subject: 'X' }), { nil: null }) }) },
  { weight: 1, arbitrary: fc.constant({ purged: true as const }) },
);

/** Any change of one of a few flags by one of a few devices; ids are unique, but for one in many that says something else under a known id. */
export const anyRevision: fc.Arbitrary<Revision> = fc
  .record({ n: fc.nat(3), device: fc.constantFrom('a', 'b', 'c'), clock: fc.integer({ min: 1, max: 12 }), at: fc.integer({ min: 0, max: 2 ** 41 }), set: anySet, creates: fc.boolean(), same: fc.nat(20) })
  .map(({ n, device, clock, at, set, creates, same }) => {
    const flag = exampleId(n);
    const fields = creates ? { ...allFields(exampleFlag({ id: flag, created: n, changed: n })), ...set } : set;
    return { id: same === 0 ? 'same' : `${device}-${clock}-${n}-${at}`, flag, device, clock, at, set: fields };
  });

/** Any notebook: what several devices wrote. */
export const anyRevisions = fc.array(anyRevision, { maxLength: 25 });
