import { describe, expect, it } from 'vitest';
import { kindKey, marksOf, nearestMark, notesHere, partPersonal, repeatedFlags, spotsOf } from '../../lib/margin/spots.ts';
import { newId } from '../../lib/margin/new-id.ts';
import { trimSpan } from '../../lib/margin/selected-words.ts';
import { attribution, claim, entity, placed } from './notes.ts';

describe('spots', () => {
  it('are marks and flags in the order of the text; a flag that is not on the page has none', () => {
    const spots = spotsOf([entity({ id: 'late', begin: 50, end: 55 }), entity({ id: 'early', begin: 1, end: 3 })], [placed('mine', { span: [10, 20] }), placed('lost', { state: 'lost', span: undefined })]);
    expect(spots.map(({ id }) => id)).toEqual(['early', 'mine', 'late']);
  });

  it('span from the first to the last of their words', () => {
    expect(spotsOf([attribution({ begin: 0, end: 90, speaker: [[60, 70]], cue: [[5, 9]] })], [])[0]!.span).toEqual([5, 70]);
  });

  it('know what they are called', () => {
    const [differing] = spotsOf([claim({ relation: 'contradicts' })], []);
    const [flag] = spotsOf([], [placed('mine')]);
    expect([kindKey(differing!), kindKey(flag!)]).toEqual(['claim_differs', 'flag']);
  });
});

describe('painting order', () => {
  it('starts with the mark at the top of the view', () => {
    const marks = marksOf([entity({ begin: 80, end: 85 }), entity({ begin: 0, end: 5 }), entity({ begin: 40, end: 45 })]);
    expect(marks.map(({ spans }) => spans[0]![0])).toEqual([0, 40, 80]);
    expect([nearestMark(marks, 0), nearestMark(marks, 40), nearestMark(marks, 999)]).toEqual([0, 1, 3]);
  });
});

describe('what is painted where page scripts can read it', () => {
  it('is nothing that a pack of the reader\'s own has found', () => {
    const notes = [entity({ id: 'public' }), entity({ id: 'own', pack: 'meins' }), claim({ id: 'own-claim', pack: 'meins' }), attribution({ id: 'said' })];
    const { painted, drawn } = partPersonal(notes, ['meins']);
    expect([painted.map(({ id }) => id), drawn.map(({ id }) => id)]).toEqual([['public', 'said'], ['own', 'own-claim']]);
    expect(partPersonal(notes, []).painted).toBe(notes);
  });
});

describe('what a card lists', () => {
  const name = entity({ id: 'name', begin: 5, end: 10 });
  const other = entity({ id: 'other', begin: 30, end: 40 });
  const around = claim({ id: 'around', begin: 0, end: 50 });

  it('adds the name at the place though it is not marked', () => {
    expect(notesHere(spotsOf([around], []), [name, other, around], [], 7).map(({ id }) => id)).toEqual(['around', 'name']);
  });

  it('leaves names out that the reader switched off', () => {
    expect(notesHere(spotsOf([around], []), [name, around], ['entity'], 7).map(({ id }) => id)).toEqual(['around']);
  });
});

describe('a flag that the article repeats', () => {
  it('is drawn from its note until the background has placed it', () => {
    const id = newId();
    const note = claim({ claim: id });
    expect(repeatedFlags([note, claim()], [])).toEqual([note]);
    expect(repeatedFlags([note], [placed(id, { state: 'elsewhere' })])).toEqual([]);
  });
});

describe('selected words', () => {
  it('lose the white space at their edges', () => {
    expect(trimSpan('ein  Wort \n', [3, 11])).toEqual([5, 9]);
    expect(trimSpan('   ', [0, 3])).toBeUndefined();
  });
});
