/** The files of `seeds/` stay pleasant to read and to compare: order, spaces, one way to write things. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSeeds, listSeeds, readPredicates } from '../../scripts/vite/packs.ts';

const shipped = listSeeds('seeds');
const folders = [...shipped, ...listSeeds('tests/dataset/fixtures/seeds')];
const packs = compileSeeds(folders, readPredicates('lib/claims/predicates.yml'));

const files = folders.flatMap((folder) => ['article.yml', 'entities.yml', 'claims.yml', 'findings.yml'].map((file) => join(folder, file)));

describe.each(files)('%s', (path) => {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');

  it('says at its head what it holds', () => expect(lines[0]).toMatch(/^# \S/));
  it('has no stray spaces, tabs or empty lines in a row', () => {
    expect(lines.filter((line) => /\s$|\t|\r/.test(line))).toEqual([]);
    expect(text).not.toContain('\n\n\n');
  });
  it('ends with one line break', () => expect(text).toMatch(/[^\n]\n$/));
});

describe.each(packs)('$id', (pack) => {
  it('lists entities by id, and their forms and word lists in order', () => {
    const ids = pack.entities.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    for (const { forms, context, excludes, roles } of pack.entities) {
      for (const list of [forms.map((form) => form.text), context, excludes, roles]) expect(list).toEqual([...new Set(list)].sort());
    }
  });

  it('lists relations by predicate, then by whom they lead to', () => {
    for (const { relations } of pack.entities) {
      const keys = relations.map(({ predicate, to }) => `${predicate} ${to}`);
      expect(keys).toEqual([...new Set(keys)].sort());
    }
  });

  it.each(['claims', 'findings'] as const)('lists %s in the order of the article', (list) => {
    const begins = pack[list].map(({ evidence }) => evidence[0]!.begin);
    expect(begins).toEqual(begins.toSorted((a, b) => a - b));
  });

  it('lists the words of a claim once', () => {
    for (const { words } of pack.claims) expect(words).toHaveLength(new Set(words).size);
  });

  it('gives the places of one row in the order of the article', () => {
    for (const { evidence } of [...pack.entities, ...pack.claims]) {
      const begins = evidence.map(({ begin }) => begin);
      expect(begins).toEqual(begins.toSorted((a, b) => a - b));
    }
  });

  it('ends descriptions, statements and comments with a full stop, and labels without', () => {
    const sentences = [...pack.entities.map(({ description }) => description), ...pack.claims.map(({ statement }) => statement), ...pack.findings.map(({ comment }) => comment)];
    expect(sentences.filter((line) => !line.endsWith('.'))).toEqual([]);
    expect(pack.entities.flatMap(({ relations }) => relations.map(({ label }) => label)).filter((label) => label.endsWith('.'))).toEqual([]);
  });

  it('quotes in German marks', () => {
    const own = [...pack.entities.map(({ description }) => description), ...pack.claims.map(({ statement }) => statement), ...pack.findings.map(({ comment }) => comment)];
    expect(own.filter((line) => line.includes('"'))).toEqual([]);
  });
});
