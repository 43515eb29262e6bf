/** Habits of the house that no linter knows; each fault is a sentence that says how to mend it. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path, pattern);
    return pattern.test(name) ? [path] : [];
  });
}

const name = (path: string): string => relative(root, path);
const code = ['lib', 'components', 'entrypoints', 'scripts'].flatMap((folder) => filesBelow(join(root, folder), /\.tsx?$/)).filter((path) => !path.endsWith('.d.ts'));

describe('habits', () => {
  it('gives every exported function of lib a docstring', () => {
    const bare = code
      .filter((path) => name(path).startsWith('lib/'))
      .flatMap((path) => {
        const lines = readFileSync(path, 'utf8').split('\n');
        return lines.flatMap((line, index) => (/^export (?:async )?function\*? /.test(line) && !lines[index - 1]?.trimEnd().endsWith('*/') && !/^(?:\): |export (?:async )?function)/.test(lines[index - 1] ?? '') ? [`${name(path)}:${index + 1}: say above ${/function\*? (\w+)/.exec(line)?.[1]} what it takes and gives.`] : []));
      });
    expect(bare).toEqual([]);
  });

  it('tells the provenance of every word table in its head', () => {
    const tables = filesBelow(join(root, 'lib'), /\.yml$/);
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter((path) => !readFileSync(path, 'utf8').startsWith('# ')).map((path) => `${name(path)}: begin with a comment that says what stands here and where it comes from.`)).toEqual([]);
  });

  it('keeps tables and texts free of stray spaces and tabs', () => {
    const all = ['lib', 'locales', 'seeds'].flatMap((folder) => filesBelow(join(root, folder), /\.yml$/));
    expect(all.flatMap((path) => readFileSync(path, 'utf8').split('\n').flatMap((line, index) => (/[ \t]$|\t/.test(line) ? [`${name(path)}:${index + 1}: stray white space.`] : [])))).toEqual([]);
  });

  it('compiles every folder of the core without DOM types', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.core.json'), 'utf8')) as { include: string[] };
    const core = ['text', 'dataset', 'match', 'claims', 'attribution', 'bias', 'language', 'consistency', 'topic', 'ledger', 'anchor', 'cards', 'formats', 'sites', 'notebook', 'exchange', 'packs', 'proposal'];
    expect(core.filter((folder) => !include.includes(`lib/${folder}`)).map((folder) => `tsconfig.core.json: include lib/${folder}.`)).toEqual([]);
  });

  it('leaves no loose end', () => {
    const loose = /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|expect-error)|\bas any\b|(?:eslint|oxlint)-disable/;
    expect(code.flatMap((path) => readFileSync(path, 'utf8').split('\n').flatMap((line, index) => (loose.test(line) ? [`${name(path)}:${index + 1}: mend it instead: ${line.trim()}`] : [])))).toEqual([]);
  });
});
