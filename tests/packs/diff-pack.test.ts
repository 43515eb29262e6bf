import { bundledPacks } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import type { Claim, Pack } from '../../lib/model.ts';
import { findConflicts } from '../../lib/packs/conflicts.ts';
import { diffPacks, isEmptyDiff } from '../../lib/packs/diff-pack.ts';

const seed = bundledPacks.find(({ id }) => id === 'prometheus')!;

describe('the diff of two packs', () => {
  it('is empty for the same pack', () => {
    expect(isEmptyDiff(diffPacks(seed, structuredClone(seed)))).toBe(true);
  });

  it('names what came, went and changed, with both values', () => {
    const [first, second, ...rest] = seed.claims;
    const after: Pack = { ...seed, version: '1.1.0', claims: [{ ...first!, time: '2024' }, ...rest, { ...second!, id: 'neu' }] };
    const diff = diffPacks(seed, after);
    expect(diff.head).toEqual([{ field: 'version', before: seed.version, after: '1.1.0' }]);
    expect(diff.claims.added.map(({ id }) => id)).toEqual(['neu']);
    expect(diff.claims.removed.map(({ id }) => id)).toEqual([second!.id]);
    expect(diff.claims.changed).toEqual([{ id: first!.id, label: first!.statement, fields: [{ field: 'time', after: '2024' }] }]);
    expect(diff.entities).toEqual({ added: [], removed: [], changed: [] });
  });
});

describe('conflicts of a pack with those beside it', () => {
  const beside = (change: Partial<Pack>): Pack => ({ ...structuredClone(seed), id: 'zweites', title: 'Zweites', entities: [], claims: [], findings: [], ...change });
  const funding = seed.claims.find((claim) => claim.quantity?.value === 6.2e9)!;
  const copy = (claim: Claim, change: Partial<Claim>): Claim => ({ ...structuredClone(claim), id: 'zweite-aussage', ...change });

  it('are none with itself and its earlier version', () => {
    expect(findConflicts(seed, [seed])).toEqual([]);
  });

  it('are ids that say different things', () => {
    const [entity] = seed.entities;
    const found = findConflicts(beside({ entities: [{ ...entity!, description: 'Etwas anderes.' }] }), [seed]);
    expect(found).toEqual([{ kind: 'entity', id: entity!.id, field: 'description', here: 'Etwas anderes.', there: entity!.description, pack: seed.title }]);
  });

  it('are one name for two things', () => {
    const entity = { ...seed.entities.find(({ id }) => id === 'waymo')!, id: 'waymo-stadt', relations: [], description: 'Eine Stadt.' };
    expect(findConflicts(beside({ entities: [entity] }), [seed]).map(({ kind, id }) => [kind, id])).toContainEqual(['form', 'waymo-stadt']);
  });

  it('are figures of one matter that differ, not those that agree', () => {
    const other = beside({ claims: [copy(funding, { quantity: { value: 5e9, unit: 'USD' } })] });
    const found = findConflicts(other, [seed]);
    expect(found.map(({ kind, field }) => [kind, field])).toContainEqual(['statement', 'quantity']);
    expect(findConflicts(beside({ claims: [copy(funding, {})] }), [beside({ id: 'drittes', claims: [funding] })])).toEqual([]);
  });
});
