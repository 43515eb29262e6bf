/**
 * The house holds its own directions: who may import whom. A fault is answered in a sentence that says how to mend it.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Rooms of the house, from the core outwards. A file belongs to the first room whose folder holds it. */
const core = ['text', 'dataset', 'match', 'claims', 'attribution', 'bias', 'language', 'consistency', 'topic', 'ledger', 'anchor', 'cards', 'formats', 'sites', 'notebook', 'exchange', 'packs', 'proposal'];
const edges = ['page', 'highlight', 'margin', 'store', 'sync', 'messages', 'background', 'browser', 'texts'];

/** Packages the core may use: pure ones only. */
const purePackages = new Set(['franc', 'valibot']);

/** What each stage of the core may import of the others; `annotate.ts` alone knows them all. */
const stages: Record<string, readonly string[]> = {
  text: [],
  dataset: ['sites'],
  sites: [],
  match: ['text', 'dataset'],
  claims: ['text', 'dataset', 'match'],
  attribution: ['text', 'dataset'],
  bias: ['text', 'dataset'],
  language: ['text', 'dataset'],
  consistency: ['text', 'dataset', 'claims'],
  topic: ['text', 'sites'],
  ledger: ['text'],
  anchor: ['text'],
  cards: ['text', 'dataset'],
  notebook: ['text', 'dataset', 'match', 'anchor', 'claims'],
  formats: ['text', 'dataset', 'cards', 'notebook'],
  exchange: ['notebook', 'formats'],
  packs: ['dataset', 'notebook'],
  proposal: ['text', 'dataset', 'match', 'claims', 'attribution'],
};

interface Import {
  file: string;
  target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map((found) => {
    const target = (found[1] ?? found[2] ?? found[3])!;
    return { file: relative(root, path), target: target.startsWith('.') ? relative(root, resolve(dirname(path), target)) : target };
  });
}

const all = ['lib', 'components', 'entrypoints'].flatMap((folder) => sources(join(root, folder)).flatMap(importsOf));
const room = (path: string): string => (/^lib\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith('lib/') ? 'lib' : path.split('/')[0]!));

/** All faults as sentences; empty when the house is in order. */
function faults(judge: (one: Import) => string | null): string[] {
  return all.flatMap((one) => judge(one) ?? []);
}

describe('imports', () => {
  it('has a model that imports nothing', () => {
    expect(faults(({ file, target }) => (file === 'lib/model.ts' ? `lib/model.ts imports ${target}: nouns import nothing; move the type into lib/model.ts.` : null))).toEqual([]);
  });

  it('keeps the core free of edges, surfaces and impure packages', () => {
    expect(
      faults(({ file, target }) => {
        const inCore = core.includes(room(file)) || ['lib/annotate.ts', 'lib/rules.ts', 'lib/seal-notes.ts'].includes(file);
        if (!inCore) return null;
        if (target.startsWith('lib/')) return edges.includes(room(target)) ? `${file} imports ${target}: the core takes values and gives values; pass what it needs as an argument.` : null;
        if (target.startsWith('components/') || target.startsWith('entrypoints/')) return `${file} imports ${target}: the core knows no surface.`;
        return purePackages.has(target) ? null : `${file} imports the package ${target}: the core uses pure packages only (${[...purePackages].join(', ')}).`;
      }),
    ).toEqual([]);
  });

  it('lets no stage of the core call the next', () => {
    expect(
      faults(({ file, target }) => {
        const from = room(file);
        const allowed = stages[from];
        if (!allowed || !target.startsWith('lib/') || target === 'lib/model.ts') return null;
        const to = room(target);
        return to === from || allowed.includes(to) ? null : `${file} imports ${target}: ${from} may use ${['model', ...allowed].join(', ')} only; lib/annotate.ts hands it the rest.`;
      }),
    ).toEqual([]);
  });

  it('lets content scripts reach the store by messages only', () => {
    const inPage = new Set(['page', 'highlight', 'margin']);
    expect(
      faults(({ file, target }) =>
        (inPage.has(room(file)) || /^entrypoints\/(reader|detector|probe)/.test(file)) && /^lib\/(store|background|dataset)\//.test(target)
          ? `${file} imports ${target}: a content script sees and paints; ask the background through lib/messages/.`
          : null,
      ),
    ).toEqual([]);
  });

  it('lets components take props and give callbacks', () => {
    expect(
      faults(({ file, target }) =>
        file.startsWith('components/') && (/^lib\/(store|messages|background|margin|highlight|page|browser)\//.test(target) || target.startsWith('wxt'))
          ? `${file} imports ${target}: a component takes props and gives callbacks; the entrypoint wires them.`
          : null,
      ),
    ).toEqual([]);
  });

  it('keeps Dexie in the store and the DOM parser in the command', () => {
    expect(
      faults(({ file, target }) => {
        if (target === 'dexie' && room(file) !== 'store') return `${file} imports dexie: only lib/store/ talks to the database.`;
        if (target === 'linkedom' && file !== 'lib/page/parse-html.ts') return `${file} imports linkedom: only lib/page/parse-html.ts does, for the command.`;
        return null;
      }),
    ).toEqual([]);
  });

  it('has no attic', () => {
    const attics = [...new Set(all.map(({ file }) => file))].filter((file) => /\/(utils?|helpers?|misc|common)(\/|\.)/.test(file));
    expect(attics.map((file) => `${file}: name a folder after its subject.`)).toEqual([]);
  });
});
