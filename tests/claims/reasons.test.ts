import { expect, test } from 'vitest';
import de from '../../locales/de.yml';
import en from '../../locales/en.yml';

const signs = ['form', 'longer', 'context', 'related', 'nearby', 'kind', 'head', 'verb', 'list', 'preposition', 'business'];
const relations = ['supports', 'mentions', 'quantity', 'quantity_changed', 'time', 'subject', 'object', 'polarity', 'predicate', 'flag_literal', 'flag_supports'];

test.each([['German', de], ['English', en]])('every reason of names and claims has a %s sentence', (_, table) => {
  const { reason } = table as { reason: Record<'entity' | 'claim', Record<string, string>> };
  expect(signs.filter((key) => !reason.entity[key])).toEqual([]);
  expect(relations.filter((key) => !reason.claim[key])).toEqual([]);
});
