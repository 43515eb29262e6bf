import { describe, expect, it } from 'vitest';
import common from '../../lib/proposal/common-nouns.yml';
import places from '../../lib/proposal/places.yml';
import types from '../../lib/proposal/type-words.yml';

interface Lists { [name: string]: string | string[] | Lists }

function* listsOf(table: Lists, path = ''): Generator<[name: string, words: string[]]> {
  for (const [name, value] of Object.entries(table)) {
    if (Array.isArray(value)) yield [path + name, value];
    else if (typeof value === 'object') yield* listsOf(value, `${path}${name}.`);
  }
}

const lists = [...listsOf(common as Lists, 'common-nouns.'), ...listsOf(places as Lists, 'places.'), ...listsOf(types as Lists, 'type-words.')];

describe('the tables of the proposal', () => {
  it.each(lists)('%s is sorted and holds each word once', (_, words) => {
    expect(words).toEqual([...new Set(words)].sort());
  });

  it('hold common nouns and kind words in lower case', () => {
    const lower = lists.filter(([name]) => !name.includes('heads') && !name.startsWith('places'));
    expect(lower.flatMap(([, words]) => words.filter((word) => word !== word.toLowerCase()))).toEqual([]);
  });
});
