/** `docs/security.md` keeps its word: every line of a border names its test, the file is there, and it holds the case that is named. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attacks } from '../e2e/hostile/attacks.ts';
import { fileCases } from './cases/files.ts';
import { messageCases } from './cases/messages.ts';
import { pageCases } from './cases/pages.ts';
import { textCases } from './cases/texts.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** The lines of the tables "what, how, test"; not those of the tables of figures, which runs write between marks. */
const lines = page.replaceAll(/<!-- (\w+): written by [^]*?<!-- end of \1 -->/g, '').split('\n').map((line) => line.split('|').map((cell) => cell.trim())).filter((cells) => cells.length === 5 && cells[1] !== 'what' && cells[1] !== '' && !/^-+$/.test(cells[1]!) && !/^A\d/.test(cells[1]!))
  .map(([, what, , test]) => ({ what: what!, test: test! }));

const pathsIn = (words: string): string[] => [...words.matchAll(/`((?:tests\/|\.ci\/)[^`]*)`/g)].map(([, path]) => path!);
const namesIn = (words: string): string[] => [...words.matchAll(/\*([^*]+)\*/g)].map(([, name]) => name!);

/** Cases that are made by a loop, by where they run. */
const made: Readonly<Record<string, readonly string[]>> = {
  'tests/hostile/texts.test.ts': textCases.map(({ id }) => id),
  'tests/hostile/pages.test.ts': pageCases.map(({ id }) => id),
  'tests/hostile/files.test.ts': fileCases.map(({ id }) => id),
  'tests/hostile/messages.test.ts': messageCases.map(({ id }) => id),
  'tests/e2e/hostile/': attacks.map(({ id }) => id),
};

function filesOf(path: string): string[] {
  const full = join(root, path);
  return statSync(full).isDirectory() ? readdirSync(full).filter((name) => /\.test\.tsx?$/.test(name)).map((name) => join(full, name)) : [full];
}

/** The names of all cases under a path: those made by a loop, and those that stand in its files. */
function casesUnder(path: string): string[] {
  const written = filesOf(path).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:\bit\(|\bit\.each\([^)]*\)\(|\bid: )(['"`])(.*?)\1/g)].map(([, , name]) => name!));
  return [...(made[path] ?? []), ...written];
}

/** A name in which an ellipsis stands for any words. */
const pattern = (name: string): RegExp => new RegExp(name.split('…').map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));

describe('the security page', () => {
  it('has lines', () => {
    expect(lines.length).toBeGreaterThan(20);
  });

  it.each(lines)('names a test that is there for: $what', ({ test }) => {
    const paths = pathsIn(test);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const cases = paths.flatMap(casesUnder);
    expect(namesIn(test).filter((name) => !cases.some((one) => pattern(name).test(one)))).toEqual([]);
  });

  it('names only files and attacks that are there in its prose, too', () => {
    expect(pathsIn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const prose = page.split('\n').filter((line) => line.startsWith('- ') || line.startsWith('  ')).join('\n');
    const named = [...prose.matchAll(/attacks? ((?:\*[^*]+\*(?:, )?)+)/g)].flatMap(([, words]) => namesIn(words!));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !attacks.some(({ id }) => pattern(name).test(id)))).toEqual([]);
  });
});
