import { describe, expect, it } from 'vitest';
import { changeTo, isNothingToRestore, planRestore } from '../../lib/notebook/restore-plan.ts';
import { changedFields } from '../../lib/notebook/revise.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const flag = (number: number, more = {}) => exampleFlag({ id: exampleId(number), ...more });

describe('going back to an earlier state', () => {
  it('says what changed, what comes back, what goes, what is missing, and that newer flags stay', () => {
    const then = [flag(1, { note: 'alt' }), flag(2), flag(3, { deleted: 5 }), flag(4), flag(5)];
    const now = [flag(1, { note: 'neu', changed: 99 }), flag(2, { deleted: 9 }), flag(3), flag(5), flag(6)];
    const plan = planRestore(now, then);
    expect(plan.changed.map((pair) => [pair.now.note, pair.was.note])).toEqual([['neu', 'alt']]);
    expect(plan.back.map(({ id }) => id)).toEqual([exampleId(2)]);
    expect(plan.away.map(({ id }) => id)).toEqual([exampleId(3)]);
    expect(plan.missing.map(({ id }) => id)).toEqual([exampleId(4)]);
    expect(plan.newer).toBe(1);
    expect(isNothingToRestore(plan)).toBe(false);
  });

  it('is nothing where all stands as it did', () => {
    expect(isNothingToRestore(planRestore([flag(1, { changed: 7 }), flag(2)], [flag(1), flag(2)]))).toBe(true);
  });

  it('takes away what was not there then', () => {
    const then = flag(1, { stance: 'unsure' });
    const now = flag(1, { stance: 'confirmed', confirmedBy: 'X', link: 'https://a.example/', says: { time: '2025' }, tags: ['a'] });
    expect(changedFields(now, changeTo(then))).toEqual({ stance: 'unsure', confirmedBy: null, link: null, says: null, tags: [...then.tags] });
  });
});
