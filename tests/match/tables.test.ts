import { expect, test } from 'vitest';
import firstNames from '../../lib/match/first-names.yml';
import syntaxWords from '../../lib/match/syntax-words.yml';

const isTidy = (words: readonly string[]): boolean => words.every((word, at) => word.trim() === word && word !== '' && (at === 0 || words[at - 1]! < word));

test('first names are sorted, unique and capitalised', () => {
  const { names } = firstNames as { names: string[] };
  expect(isTidy(names)).toBe(true);
  expect(names.filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
});

test('every list of words around names is sorted and unique', () => {
  const { about, compounds, ...lists } = syntaxWords as { about: string; compounds: { first: string; heads: string[] }[] } & Record<string, string[]>;
  expect(about).not.toBe('');
  for (const [name, words] of Object.entries(lists)) expect([name, isTidy(words)]).toEqual([name, true]);
  expect(isTidy(compounds.map((row) => row.first))).toBe(true);
  for (const row of compounds) expect([row.first, isTidy(row.heads)]).toEqual([row.first, true]);
});
