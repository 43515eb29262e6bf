/**
 * Every regular expression of the house: the literals, read from the sources by a parser, and those that are put together from tables, caught
 * when the modules that hold them are loaded. And for each the inputs that hurt most: what it may repeat, repeated, without the end it hopes for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export interface Pattern {
  /** Where it stands: file and line, or the file whose loading made it. */
  place: string;
  source: string;
  flags: string;
}

const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** All literals in `lib`, `components`, `entrypoints` and the command, in order of place. */
export function literalPatterns(): Pattern[] {
  return ['lib', 'components', 'entrypoints', 'scripts/command'].flatMap((folder) => sources(join(root, folder)).flatMap(patternsIn));
}

function patternsIn(path: string): Pattern[] {
  const code = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${relative(root, path)}: ${errors[0]!.message}`);
  const found: Pattern[] = [];
  const open: unknown[] = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { regex, start } = node as { regex?: { pattern: string; flags: string }; start?: number };
    if (regex) found.push({ place: `${relative(root, path)}:${code.slice(0, start).split('\n').length}`, source: regex.pattern, flags: regex.flags });
    else for (const value of Object.values(node)) if (typeof value === 'object') open.push(value);
  }
  return found.sort((one, other) => one.place.localeCompare(other.place, 'en', { numeric: true }));
}

/** Runs work and gives every pattern that was put together by `new RegExp` meanwhile. */
export async function constructedPatterns(work: () => Promise<unknown>): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args: [string | RegExp, string?], newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      const place = /(?:lib|components|entrypoints)\/[^\s:)?]+/.exec(new Error('place').stack ?? '')?.[0];
      if (place && !found.has(made.source)) found.set(made.source, { place, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = Native;
  }
  return [...found.values()];
}

/** Signs that classes may stand for. */
const signs = ['a', 'A', 'ß', 'É', '9', ' ', '\n', '\t', '.', ',', '-', '–', '„', '"', "'", '(', '[', '{', '<', '>', '/', ':', '%', '_', '&', '*', '#', '\u0301', '\u00ad', '\u{1f600}'];
const ends = ['', '\0', '!x'];

/** The stretches that, repeated, may drive this pattern: signs of its classes, its own words, and both together. */
export function pumpsFor({ source }: Pattern): string[] {
  const words = [...new Set(source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ' ').match(/[\p{L}\d]{1,16}|[^\p{L}\d\s\\()[\]{}|?*+^$]/gu) ?? [])].slice(0, 10);
  return [...new Set([...signs, ...words, ...words.map((word) => `${word} `), ...words.slice(0, 4).flatMap((word) => [`${word}a`, `a${word}`, `${word}9.`]), 'a ', '9.', 'a-', 'Aa. ', ' \n'])];
}

/** How long a text must be read in, at most, in milliseconds: a linear pattern needs a thirtieth, a quadratic one a hundred times this. */
const allowance = (length: number): number => 60 + length / 200;

/**
 * Takes a pattern and the largest size (UTF-16 code units); gives the input that it took too long for, or undefined. The sizes grow,
 * so that a bad pattern is found out while it is still bearable.
 */
export function hurtBy(pattern: Pattern, largest: number): string | undefined {
  const expression = new RegExp(pattern.source, pattern.flags);
  for (let size = 16; size <= largest; size *= size < 32 ? 1.25 : 4) {
    for (const pump of pumpsFor(pattern)) {
      const text = pump.repeat(Math.ceil(size / pump.length));
      for (const end of ends) {
        if (took(expression, text + end) > allowance(size) && took(expression, text + end) > allowance(size)) return `${JSON.stringify(pump)} × ${Math.ceil(size / pump.length)} + ${JSON.stringify(end)}`;
      }
    }
  }
  return undefined;
}

function took(expression: RegExp, text: string): number {
  const begin = performance.now();
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return performance.now() - begin;
}
