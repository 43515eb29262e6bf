/** Tables stay tidy: sorted, unique, every pattern matchable, every reason written in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { biasRules } from '../../lib/bias/find-bias.ts';
import { bareTables } from '../../lib/bias/word-tables.ts';
import predictions from '../../lib/bias/words/predictions.yml';
import smallWords from '../../lib/bias/words/small-words.yml';
import quoted from '../../lib/bias/words/quoted.yml';
import { readPattern } from '../../lib/text/phrases.ts';
import de from '../../locales/de.yml';
import en from '../../locales/en.yml';
import { sorted } from './sorted.ts';

describe.each(Object.entries(bareTables))('%s.yml', (name, table) => {
  it('says where its words come from', () => {
    expect(readFileSync(`lib/bias/words/${name}.yml`, 'utf8')).toMatch(/^#.*\n# .*Provenance: /);
  });

  it('is sorted and holds no pattern twice', () => {
    const all = table.groups.flatMap((group) => group.rows.map((row) => row.find));
    expect(new Set(all).size).toBe(all.length);
    for (const group of table.groups) expect(group.rows.map((row) => row.find)).toEqual(sorted(group.rows.map((row) => row.find)));
  });

  it('holds only patterns that can match', () => {
    for (const group of table.groups) for (const row of group.rows) expect(() => readPattern(row.find)).not.toThrow();
  });

  it('knows only rules of rules.yml, and a reason for each in both languages', () => {
    const ids = new Set(biasRules.map((rule) => rule.id));
    const reasons = (locale: unknown) => (locale as { reason: { bias: Record<string, string> } }).reason.bias;
    for (const group of table.groups) {
      expect(ids).toContain(group.rule);
      if (name === 'suggestive') continue;
      expect(Object.keys(reasons(de))).toContain(group.weighs.replaceAll('-', '_'));
      expect(Object.keys(reasons(en))).toContain(group.weighs.replaceAll('-', '_'));
    }
  });
});

it('keeps its bare lists sorted and unique', () => {
  for (const list of [...Object.values(quoted as Record<string, string[]>), ...Object.values(predictions as Record<string, string[]>), ...Object.values(smallWords as Record<string, string[]>)]) expect(list).toEqual(sorted([...new Set(list)]));
});

it('has broad tables', () => {
  const count = Object.values(bareTables).reduce((sum, table) => sum + table.groups.reduce((rows, group) => rows + group.rows.length, 0), 0);
  expect(count).toBeGreaterThan(700);
});
