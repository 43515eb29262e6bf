import { describe, expect, it } from 'vitest';
import { maxQuote, withoutDismissed } from '../../lib/dismissed.ts';
import type { Dismissal } from '../../lib/model.ts';
import { bias, claim, entity } from './notes.ts';

const dismissal = (given: Partial<Dismissal>): Dismissal => ({ id: 'd', scope: 'note', kind: 'bias', rule: 'bias-rule', quote: 'Worte', where: 'https://a.example/1', at: 0, ...given });
const page = 'https://a.example/1';

describe('what was dismissed', () => {
  it('is one note on one page, wherever its words stand there', () => {
    const notes = [bias(), bias({ begin: 90, end: 95 }), bias({ quote: 'andere' }), bias({ rule: 'other' }), entity({ rule: 'bias-rule' })];
    expect(withoutDismissed(notes, [dismissal({})], page)).toEqual(notes.slice(2));
    expect(withoutDismissed(notes, [dismissal({})], 'https://a.example/2')).toEqual(notes);
    expect(withoutDismissed(notes, [dismissal({})], undefined)).toEqual(notes);
  });

  it.each(['site', 'everywhere'] as const)('is all of a rule: %s', (scope) => {
    const notes = [bias(), bias({ quote: 'andere' }), claim()];
    expect(withoutDismissed(notes, [dismissal({ scope })], page)).toEqual([notes[2]]);
  });

  it('is known by the beginning of long words', () => {
    const long = bias({ quote: 'x'.repeat(maxQuote + 100) });
    expect(withoutDismissed([long], [dismissal({ quote: 'x'.repeat(maxQuote) })], page)).toEqual([]);
  });

  it('changes nothing where nothing was', () => {
    const notes = [bias()];
    expect(withoutDismissed(notes, [], page)).toBe(notes);
  });
});
