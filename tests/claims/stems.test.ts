import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../lib/claims/word-stems.ts';
import { classesOf } from '../../lib/claims/predicates.ts';
import { stemEnglish, stemGerman } from '../../lib/text/stem.ts';

describe('stems', () => {
  test.each([
    ['gründen', 'gründete', 'gegründet', 'Gründer', 'Gründerin'],
    ['einsammeln', 'eingesammelt', 'einzusammeln'],
    ['Milliarde', 'Milliarden'],
    ['investieren', 'investiert', 'investierte'],
    ['Großmodell', 'Grossmodelle'],
  ])('%s and its forms share one', (...words) => {
    expect(new Set(words.map(stemGerman)).size).toBe(1);
  });

  test.each([['raise', 'raised', 'raising', 'raises'], ['plan', 'plans', 'planning', 'planned'], ['company', 'companies']])('English %s', (...words) => {
    expect(new Set(words.map(stemEnglish)).size).toBe(1);
  });

  test('strong verbs go back to their infinitive', () => {
    expect(stemsOf('warb')).toContain(stemGerman('werben'));
    expect(stemsOf('abgeworben')).toContain(stemGerman('abwerben'));
  });

  test('any word, any script: no throw, no empty stem', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (word) => {
      for (const stem of stemsOf(word)) expect(stem).not.toBe('');
      stemEnglish(word);
    }));
  }, 30_000);
});

test.each([
  ['gründete', 'founded'], ['Mitgründerin', 'founded'], ['Startkapital', 'funding'], ['abgeworben', 'hired-from'], ['leitet', 'leads'],
  ['Bewertung', 'valued-at'], ['raised', 'funding'], ['kopierte', 'imitates'], ['Geldgebern', 'invested-in'], ['Beschäftigte', 'employs'],
])('%s speaks of %s', (word, id) => {
  expect(classesOf(stemsOf(word)).get(id)).toBe(1);
});

test('a form of another verb does not: führen is no fahren', () => {
  expect(classesOf(stemsOf('Raumfahrt')).get('leads')).toBeUndefined();
});
