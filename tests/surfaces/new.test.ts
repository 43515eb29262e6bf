/** `npm run new`: what it makes lands in its places, sorted, and never over something that is there. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newArticle } from '../../scripts/new/article.ts';
import { newPageCase } from '../../scripts/new/page-case.ts';
import { newRule } from '../../scripts/new/rule.ts';

const project = resolve(import.meta.dirname, '../..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'randnotiz-new-'));
  for (const path of ['lib/bias', 'lib/rule-examples.yml', 'tests/bias/cases.yml', 'locales']) cpSync(join(project, path), join(root, path), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('a new rule', () => {
  it('has its row, code, words, reasons, example and cases, each in its order', () => {
    newRule(root, 'empty-praise');
    const { rules } = parse(read('lib/bias/rules.yml')) as { rules: { id: string; on: boolean }[] };
    expect(rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).toSorted());
    expect(rules.find(({ id }) => id === 'bias.empty-praise')?.on).toBe(false);
    expect((parse(read('tests/bias/cases.yml')) as { rule: string }[]).map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
    expect(Object.keys(parse(read('lib/rule-examples.yml')) as object)).toContain('bias.empty-praise');
    for (const language of ['de', 'en']) expect((parse(read(`locales/${language}.yml`)) as { reason: { bias: Record<string, string> } }).reason.bias['empty_praise']).toContain('$1');
    expect(read('lib/bias/find-bias.ts')).toContain('...findEmptyPraise(reading, voice),');
    expect(read('lib/bias/empty-praise.ts')).toContain("'bias.empty-praise'");
  });
});

describe('a new article or page case', () => {
  it('has all its files', () => {
    expect(newArticle(root, 'robo')).toContain('seeds/README.md');
    for (const file of ['article.txt', 'article.yml', 'claims.yml', 'entities.yml', 'findings.yml']) expect(read(`seeds/robo/${file}`)).not.toBe('');
    newPageCase(root, 'two-columns');
    expect(read('tests/page/cases/two-columns/page.html')).toContain('<!-- https://');
  });

  it('never takes the place of one that is there', () => {
    newArticle(root, 'robo');
    expect(() => newArticle(root, 'robo')).toThrow(/is there already/);
  });
});
