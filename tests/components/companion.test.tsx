import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, nextInDirection } from '../../components/companion/graph-layout.ts';
import { notesIn } from '../../components/companion/in-view.ts';
import { anonymousShare } from '../../components/companion/Ledger.tsx';
import { mostRelated, relationsOf } from '../../components/companion/relations.ts';
import * as sample from '../../components/stories/sample.ts';
import type { EntityCard } from '../../lib/cards/card.ts';

const card = (id: string, ...relations: [to: string, label: string][]): EntityCard =>
  ({ kind: 'entity', id, name: id, type: 'company', description: '', facts: [], relations: relations.map(([entity, label]) => ({ entity, name: entity, label, evidence: [] })) });

describe('relations between the names found', () => {
  it('tell a pair once, seen from the name that is found first', () => {
    expect(relationsOf([card('a', ['b', 'gründete']), card('b', ['a', 'gegründet von'])])).toEqual([{ from: 'a', to: 'b', label: 'gründete' }]);
  });

  it('take the other end’s word where the first has none, and leave out names that are not found', () => {
    expect(relationsOf([card('a', ['z', 'kennt']), card('b', ['a', 'gehört zu'])])).toEqual([{ from: 'b', to: 'a', label: 'gehört zu' }]);
    expect(relationsOf([card('a', ['a', 'ist'])])).toEqual([]);
  });

  it('know the names with most of them', () => {
    const relations = relationsOf([card('a', ['b', 'x'], ['c', 'y']), card('b'), card('c')]);
    expect(mostRelated(relations, 1)).toEqual(['a']);
  });
});

describe('the layout', () => {
  it('keeps labels apart, inside the width, and is the same every time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 30 }), (count, given) => {
        const names = Array.from({ length: count }, (_, index) => `n${index}`);
        const pairs = given.filter(([a, b]) => a !== b && a < count && b < count).map(([a, b]) => [`n${a}`, `n${b}`] as const);
        const { places, height } = layOut(names, pairs, 340);
        const all = [...places.values()];
        for (const { x, y } of all) expect(x >= 46 && x <= 294 && y >= 28 && y <= height - 28).toBe(true);
        for (const [index, one] of all.entries()) for (const other of all.slice(index + 1)) expect(Math.abs(one.x - other.x) >= 90 || Math.abs(one.y - other.y) >= 54).toBe(true);
        expect(layOut(names, pairs, 340)).toEqual({ places, height });
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('finds the next name in a direction, and none beyond the last', () => {
    const places = new Map([['a', { x: 0, y: 0 }], ['b', { x: 100, y: 10 }], ['c', { x: 0, y: 90 }]]);
    expect(nextInDirection(places, 'a', 'ArrowRight')).toBe('b');
    expect(nextInDirection(places, 'a', 'ArrowDown')).toBe('c');
    expect(nextInDirection(places, 'a', 'ArrowLeft')).toBeUndefined();
    expect(nextInDirection(places, 'a', 'Enter')).toBeUndefined();
  });
});

describe('what is in view', () => {
  it('is what touches the stretch, a name once', () => {
    const all = notesIn(sample.notes, [0, sample.text.length]);
    expect(all.filter((note) => note.kind === 'entity')).toHaveLength(2);
    expect(notesIn(sample.notes, [0, 0])).toEqual([]);
    for (const note of notesIn(sample.notes, [100, 200])) expect(note.begin < 200 && note.end > 100).toBe(true);
  });
});

describe('the ledger', () => {
  it('counts the words without a name among all that rest on somebody', () => {
    expect(anonymousShare(sample.summary.sources)).toBeCloseTo(4 / 12);
    expect(anonymousShare([])).toBeUndefined();
  });
});
