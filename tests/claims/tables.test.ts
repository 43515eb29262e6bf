import { expect, test } from 'vitest';
import commonWords from '../../lib/claims/common-words.yml';
import englishWords from '../../lib/claims/english-words.yml';
import polarityWords from '../../lib/claims/polarity-words.yml';
import predicates from '../../lib/claims/predicates.yml';
import standIns from '../../lib/claims/stand-ins.yml';

const isTidy = (words: readonly string[]): boolean => words.every((word, at) => word.trim() === word && word !== '' && word === word.toLowerCase() && (at === 0 || words[at - 1]! < word));

test.each([['common words', commonWords], ['polarity words', polarityWords], ['stand-ins', standIns]])('%s: every list is lower case, sorted, unique', (_, table) => {
  for (const [name, words] of Object.entries(table as Record<string, unknown>)) if (Array.isArray(words)) expect([name, isTidy(words.map((word: unknown) => (typeof word === 'string' ? word : (word as { verb: string }).verb)))]).toEqual([name, true]);
});

test('predicate classes are sorted by id and know no word twice in one class', () => {
  const { entries } = predicates as { entries: { id: string; label: string; words: string[]; weak?: string[] }[] };
  expect(isTidy(entries.map((entry) => entry.id))).toBe(true);
  for (const { id, label, words, weak = [] } of entries) {
    expect(label, id).not.toBe('');
    expect([id, isTidy(words), isTidy(weak)]).toEqual([id, true, true]);
    expect([id, words.filter((word) => weak.includes(word))]).toEqual([id, []]);
    expect(words.length + weak.length, id).toBeGreaterThan(0);
  }
});

test('English words are sorted and have German counterparts', () => {
  const { words } = englishWords as { words: { en: string; de: string[] }[] };
  expect(isTidy(words.map((row) => row.en))).toBe(true);
  expect(words.filter((row) => row.de.length === 0)).toEqual([]);
});
