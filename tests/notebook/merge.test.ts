/** What must hold of every merge: order, repetition and grouping never matter, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAll } from '../../lib/notebook/fold.ts';
import { canonical } from '../../lib/notebook/canonical.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { exampleFlag } from '../store/example-flag.ts';
import { anyRevisions, created, revision } from './example-revisions.ts';

describe('merging notebooks', () => {
  it('does not depend on who merges with whom', () => {
    fc.assert(fc.property(anyRevisions, anyRevisions, (a, b) => {
      expect(merge(a, b)).toEqual(merge(b, a));
    }), { numRuns: 300 });
  });

  it('does not depend on the grouping', () => {
    fc.assert(fc.property(anyRevisions, anyRevisions, anyRevisions, (a, b, c) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    }), { numRuns: 300 });
  });

  it('does not change when repeated', () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, (a, b) => {
        const once = merge(a, b);
        expect(merge(once, once)).toEqual(once);
        expect(merge(once, a)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no revision but those of flags that someone purged', () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, (a, b) => {
        const merged = merge(a, b);
        const ids = new Set(merged.map(({ id }) => id));
        const purged = new Set(merged.filter(({ set }) => set.purged).map(({ flag }) => flag));
        for (const one of [...a, ...b]) expect(ids.has(one.id) || purged.has(one.flag) || [...a, ...b].some((other) => other.id === one.id && other !== one)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('shows the same flags in whatever order the revisions arrived', () => {
    fc.assert(
      fc.property(anyRevisions.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
        expect(foldAll(merge(shuffled, []))).toEqual(foldAll(merge(list, [])));
      }),
      { numRuns: 300 },
    );
  });

  it('brings two people who changed different fields of one flag to a flag with both changes', () => {
    const first = created();
    const stance = revision({ device: 'a', clock: 2, set: { stance: 'doubtful' } });
    const note = revision({ device: 'b', clock: 2, set: { note: 'siehe Handelsregister' } });
    const [flag] = foldAll(merge([first, stance], [first, note]));
    expect(flag).toMatchObject({ stance: 'doubtful', note: 'siehe Handelsregister' });
  });

  it('keeps a purged flag purged, and nothing of its words', () => {
    const first = created(exampleFlag({ note: 'geheim' }));
    const gone = revision({ device: 'b', clock: 3, set: { purged: true } });
    const later = revision({ device: 'a', clock: 9, set: { note: 'offline geschrieben' } });
    const merged = merge([first, later], [gone]);
    expect(foldAll(merged)).toEqual([]);
    expect(canonical(merged)).not.toContain('geheim');
  });
});
