import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../lib/model.ts';
import type { PackFile } from '../../lib/packs/pack-file.ts';
import { buildCommand } from '../../scripts/build-command.ts';
import { seedText } from '../../scripts/pages/seed-page.ts';
import { fileWith, noFile, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-pack-'));
const place = (name: string): string => join(folder, name);
const pack = (...words: string[]) => runCommand(words, '', 'pack');

beforeAll(async () => void (await buildCommand('pack')), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the example, one file of it changed. */
function example(name: string, file?: string, change: (text: string) => string = (text) => text): string {
  cpSync('examples/risc-v', place(name), { recursive: true });
  if (file) writeFileSync(join(place(name), file), change(readFileSync(join(place(name), file), 'utf8')));
  return place(name);
}

describe('new', () => {
  it('writes an editable folder that is in order, and overwrites nothing', async () => {
    const article = fileWith('article.txt', seedText());
    const made = await pack('new', article, '--bare', '--out', place('new'));
    expect([made.status, made.err]).toEqual([0, '']);
    expect(readdirSync(place('new')).sort()).toEqual(['article.txt', 'article.yml', 'claims.yml', 'entities.yml', 'findings.yml']);
    expect(readFileSync(join(place('new'), 'article.txt'), 'utf8')).toBe(seedText());
    const again = await pack('new', article, '--out', place('new'));
    expect(again.status).toBe(1);
    expect(again.err).toContain('holds files already; name another folder with --out.');
  });

  it('proposes beside the bundled packs without defining again what they know', async () => {
    await pack('new', fileWith('seed.txt', seedText()), '--out', place('beside'));
    const checked = await pack('check', place('beside'));
    expect([checked.status, checked.err]).toEqual([0, '']);
    expect(checked.out).toContain('Still to be written');
    expect(readFileSync(join(place('beside'), 'entities.yml'), 'utf8')).not.toContain('id: jeff-bezos\n');
  });
});

describe('check', () => {
  it('finds nothing wrong with the example', async () => {
    const { status, out } = await pack('check', 'examples/risc-v');
    expect(status).toBe(0);
    expect(out).toMatch(/^examples\/risc-v: in order\. \d+ entities, \d+ claims, \d+ findings\.\n$/);
  });

  it.each([
    ['a duplicate id', 'claims.yml', (text: string) => `${text}\n${text.slice(text.indexOf('  - id:'), text.indexOf('\n\n'))}\n`, /claims\[risc-v-no-licence-fee\]\.id.*stands twice/],
    ['an unknown field', 'article.yml', (text: string) => `${text}regeln: []\n`, /regeln.*unknown key/],
    ['evidence that is not in the article', 'claims.yml', (text: string) => text.replace('sie kostet keine Lizenzgebühr', 'sie kostet keine Lizenz'), /evidence\[0\].*is not in the article; it agrees up to/],
    ['a circle', 'entities.yml', (text: string) => text.replace('  - id: espressif\n', '  - id: espressif\n    relations: [{ predicate: part-of, to: esp32-c3, label: Teil von, evidence: [Der Hersteller Espressif kündigte 2020] }]\n'), /goes in a circle by "part-of"/],
    ['a table that is no YAML', 'entities.yml', (text: string) => `${text}\n  : [`, /entities\.yml: .* line \d+/],
  ])('names %s with file and place', async (name, file, change, expected) => {
    const { status, err, out } = await pack('check', example(name.replaceAll(' ', '-'), file, change));
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(expected);
  });

  it.each([
    [['check', noFile('nowhere')], 1, 'no such folder'],
    [['check', 'package.json'], 1, 'is a file; name the folder'],
    [['check'], 2, 'takes one name'],
    [['merge', 'a'], 2, 'unknown; take one of new, check, build, diff'],
    [['diff', 'a', 'b', '--out', 'c'], 2, '--out goes with new and build'],
    [['check', 'a', '--nonsense'], 2, 'See --help'],
  ] as [string[], number, string][])('says what is wrong with %j', async (words, status, said) => {
    const ran = await pack(...words);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(/^pack: .*\n$/);
    expect(ran.err).toContain(said);
  });
});

describe('build', () => {
  it('makes the file that ships beside the example', async () => {
    const { status } = await pack('build', 'examples/risc-v', '--texts', '--out', place('risc-v.json'));
    expect(status).toBe(0);
    expect(readFileSync(place('risc-v.json'), 'utf8')).toBe(readFileSync('examples/risc-v.pack.json', 'utf8'));
  });

  it('makes a pack by which its article is annotated', async () => {
    const { status, out } = await runCommand(['examples/risc-v/article.txt', '--force', '--pack', 'examples/risc-v.pack.json']);
    expect(status).toBe(0);
    const { notes } = JSON.parse(out) as AnnotationDocument;
    const own = notes.filter((note) => (note.kind === 'entity' || note.kind === 'claim') && note.pack === 'risc-v');
    expect(own.filter(({ kind }) => kind === 'entity').length).toBeGreaterThan(30);
    const { claims } = JSON.parse(readFileSync('examples/risc-v.pack.json', 'utf8')) as PackFile;
    const supported = new Set(own.flatMap((note) => (note.kind === 'claim' && note.relation === 'supports' ? [note.claim] : [])));
    expect(supported.size / claims.length).toBeGreaterThan(0.8);
    expect(own.filter((note) => note.kind === 'claim' && note.relation === 'contradicts')).toEqual([]);
  });

  it('writes no file from a folder with a fault', async () => {
    const { status } = await pack('build', example('broken', 'article.yml', (text) => text.replace('language: de', 'language: Deutsch')), '--out', place('broken.json'));
    expect(status).toBe(1);
    expect(existsSync(place('broken.json'))).toBe(false);
  });
});

describe('diff', () => {
  it('is empty between a folder and its file', async () => {
    await pack('build', 'examples/risc-v', '--out', place('same.json'));
    expect(await pack('diff', 'examples/risc-v', place('same.json'))).toEqual({ status: 0, out: '', err: '' });
  });

  it('lists what comes, goes and changes', async () => {
    const later = example('later', 'article.yml', (text) => text.replace('1.0.0', '1.1.0'));
    const { status, out } = await pack('diff', 'examples/risc-v', later);
    expect([status, out]).toEqual([1, '~ version: 1.0.0 → 1.1.0\n']);
  });

  it('refuses a file whose checksum does not fit, naming both', async () => {
    const file = fileWith('torn.json', readFileSync('examples/risc-v.pack.json', 'utf8').replace('"2017"', '"2018"'));
    const { status, err } = await pack('diff', 'examples/risc-v', file);
    expect(status).toBe(1);
    expect(err).toMatch(/at checksum: does not fit: the content has [0-9a-f]{64}.*found [0-9a-f]{64}/);
  });
});
