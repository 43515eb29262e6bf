import { describe, expect, it } from 'vitest';
import { daysLeft, isExpired } from '../../lib/notebook/bin.ts';
import { canonical } from '../../lib/notebook/canonical.ts';
import { isFarAhead, nextClock } from '../../lib/notebook/clock.ts';
import { compareFlag, decision } from '../../lib/notebook/compare.ts';
import { tidyTags } from '../../lib/notebook/flag-schema.ts';
import { fold } from '../../lib/notebook/fold.ts';
import { historyOf } from '../../lib/notebook/history.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { changedFields } from '../../lib/notebook/revise.ts';
import { exampleFlag } from '../store/example-flag.ts';
import { created, revision } from './example-revisions.ts';

const day = 86_400_000;

describe('a flag from its revisions', () => {
  it('is what was kept', () => {
    const flag = exampleFlag({ stance: 'confirmed', confirmedBy: 'Amtsgericht', tags: ['geld'], link: 'https://beleg.example/', says: { quantity: '400 Menschen' } });
    expect(fold([created(flag)])).toEqual(flag);
  });

  it('does not stand before its creation is known', () => {
    expect(fold([revision({ set: { note: 'x' } })])).toBeUndefined();
  });

  it('goes by Lamport clocks, not by wall clocks a day apart', () => {
    const early = revision({ device: 'a', clock: 2, at: 10 * day, set: { note: 'von gestern, Uhr geht vor' } });
    const late = revision({ device: 'b', clock: 3, at: 9 * day, set: { note: 'danach geschrieben, Uhr geht nach' } });
    expect(fold([late, created(), early])?.note).toBe('danach geschrieben, Uhr geht nach');
  });

  it('has no confirmation without the stance, even when the two come from two devices', () => {
    const flag = created(exampleFlag({ stance: 'confirmed', confirmedBy: 'A' }));
    const doubt = revision({ device: 'b', clock: 2, set: { stance: 'doubtful' } });
    const other = revision({ device: 'a', clock: 2, set: { confirmedBy: 'B' } });
    expect(fold([flag, doubt, other])).not.toHaveProperty('confirmedBy');
  });
});

describe('a change', () => {
  it('says only what differs', () => {
    expect(changedFields(exampleFlag({ note: 'alt', tags: ['a'] }), { note: 'neu', tags: ['#a ', 'a'], link: '' })).toEqual({ note: 'neu' });
  });

  it('takes link and confirmation away with an empty text', () => {
    const flag = exampleFlag({ stance: 'confirmed', confirmedBy: 'A', link: 'https://beleg.example/' });
    expect(changedFields(flag, { link: '', confirmedBy: '' })).toEqual({ link: null, confirmedBy: null });
  });

  it('keeps tags tidy', () => {
    expect(tidyTags([' #Geld', 'geld', 'Geld', '', '  KI  und mehr '])).toEqual(['Geld', 'KI und mehr', 'geld']);
  });
});

describe('a history', () => {
  it('says what changed, when and on which device, and what was written side by side', () => {
    const entries = historyOf([
      revision({ device: 'b', clock: 2, at: 7, set: { note: 'B' } }),
      created(exampleFlag({ note: '' })),
      revision({ device: 'a', clock: 2, at: 9, set: { note: 'A' } }),
      revision({ device: 'a', clock: 3, at: 10, set: { deleted: 10 } }),
      revision({ device: 'a', clock: 4, at: 11, set: { deleted: null } }),
    ]);
    expect(entries.map(({ what, device, beside }) => [what, device, beside])).toEqual([['created', 'a', false], ['changed', 'a', false], ['changed', 'b', true], ['deleted', 'a', false], ['restored', 'a', false]]);
    expect(entries[2]!.changes).toEqual([{ field: 'note', from: 'A', to: 'B' }]);
  });
});

describe('clocks', () => {
  it('go on from the largest one known', () => expect(nextClock(41)).toBe(42));
  it('that are absurdly far ahead are noticed', () => {
    expect(isFarAhead(1_000_000, 3)).toBe(false);
    expect(isFarAhead(Number.MAX_SAFE_INTEGER - 1, 3)).toBe(true);
  });
});

describe('the bin', () => {
  it('keeps for 30 days, also when the clock was set back', () => {
    const flag = { deleted: 100 * day };
    expect([daysLeft(flag, 100 * day), daysLeft(flag, 129.5 * day), daysLeft(flag, 131 * day), daysLeft(flag, 50 * day)]).toEqual([30, 1, 0, 30]);
    expect([isExpired(flag, 130 * day), isExpired(flag, 130 * day + 1)]).toEqual([false, true]);
  });
});

describe('what taking in would mean', () => {
  const first = created();
  it('is nothing for what is known, and new for what is not', () => {
    expect(compareFlag([first], [first]).verdict).toBe('same');
    expect(compareFlag([], [first]).verdict).toBe('fresh');
  });

  it('is a change without a question where only one side wrote', () => {
    const note = revision({ clock: 2, set: { note: 'x' } });
    expect(compareFlag([first], [first, note]).verdict).toBe('changed');
    expect(compareFlag([first, note], [first]).verdict).toBe('same');
  });

  it('is a conflict where both wrote the same field, and every choice then holds after the merge', () => {
    const here = [first, revision({ device: 'a', clock: 2, set: { note: 'hier', link: 'https://hier.example/' } })];
    const there = [first, revision({ device: 'b', clock: 2, set: { note: 'dort' } })];
    const comparison = compareFlag(here, there);
    expect(comparison).toMatchObject({ verdict: 'conflict', fields: ['note'], merged: { note: 'dort' } });
    for (const [choice, note] of [['mine', 'hier'], ['theirs', 'dort']] as const) {
      const decided = revision({ device: 'a', clock: 3, set: decision(comparison, choice) });
      expect(fold(merge(merge(here, there), [decided]))?.note).toBe(note);
    }
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value', () => {
    expect(canonical({ b: [1, { d: null, c: 'ö' }], a: undefined })).toBe('{"b":[1,{"c":"ö","d":null}]}');
  });
});
