import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import genres from '../../lib/topic/genres.yml';
import languageWords from '../../lib/topic/language-words.yml';
import terms from '../../lib/topic/terms.yml';
import { readText } from '../../lib/text/read-text.ts';
import { scoreTopic } from '../../lib/topic/topic-score.ts';
import address from '../../lib/page/address.yml';
import noise from '../../lib/page/noise.yml';

const weighted = terms as Record<'tech' | 'other', Record<string, string[]>>;
const tables: Record<string, Record<string, string[]>> = {
  'topic/genres.yml': genres as Record<string, string[]>,
  'topic/language-words.yml': languageWords as Record<string, string[]>,
  'topic/terms.yml tech': weighted.tech,
  'topic/terms.yml other': weighted.other,
  'page/address.yml': address as Record<string, string[]>,
  'page/noise.yml': noise as Record<string, string[]>,
};

describe.each(Object.entries(tables))('%s', (name, table) => {
  it('is sorted, unique, in lower case and without stray spaces', () => {
    for (const [list, words] of Object.entries(table)) {
      expect(words, `${name} ${list}`).toEqual([...new Set(words)].sort());
      for (const word of words) expect(word, `${name} ${list}`).toBe(word.trim().toLowerCase().replace(/\s+/g, ' '));
    }
  });

  it('begins with where it comes from', () => {
    expect(readFileSync(new URL(`../../lib/${name.split(' ')[0]}`, import.meta.url), 'utf8')).toMatch(/^#[^\n]*\n(?:#[^\n]*\n)*#? ?.*Provenance: /);
  });
});

describe('terms.yml', () => {
  const all = [weighted.tech, weighted.other].flatMap((weights) => Object.values(weights).flat());

  it('names no pattern twice, whatever its weight or side', () => {
    expect(all.filter((pattern, index) => all.indexOf(pattern) !== index)).toEqual([]);
  });

  it('has patterns that can match a word', () => {
    for (const pattern of all) expect(pattern).toMatch(/^\*?[\p{L}\p{N}][\p{L}\p{N}+#.’'/-]*(?: [\p{L}\p{N}][\p{L}\p{N}’'/-]*){0,3}-?\*?$/u);
  });

  it('has patterns that do match: each votes for its side when it is all that is said', () => {
    const vote = (pattern: string): number => {
      const said = pattern.startsWith('*') ? `x${pattern.slice(1)}` : pattern.endsWith('-*') ? `${pattern.slice(0, -1)}etwas` : pattern.replace('*', '');
      return scoreTopic(readText(`Dazu ${said} gehört.`)).value;
    };
    expect(Object.values(weighted.tech).flat().filter((pattern) => vote(pattern) <= 0)).toEqual([]);
    expect(Object.values(weighted.other).flat().filter((pattern) => vote(pattern) >= 0)).toEqual([]);
  });

  it('is rich enough on both sides', () => {
    expect(Object.values(weighted.tech).flat().length).toBeGreaterThanOrEqual(650);
    expect(Object.values(weighted.other).flat().length).toBeGreaterThanOrEqual(220);
  });
});

it('the words that vote for a language are not shared', () => {
  const { de, en } = languageWords as { de: string[]; en: string[] };
  expect(de.filter((word) => en.includes(word))).toEqual([]);
});
