/**
 * `seeds/` holds one folder per article. This plugin compiles all of them into the virtual module `virtual:randnotiz/packs`,
 * so that a new article is a new folder and nothing else. A folder with a fault fails the build: one line per fault with
 * file, path, value and reason. In development a change in a folder compiles it again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { PackContext } from '../../lib/dataset/check-pack.ts';
import { compilePack, type SeedFolder } from '../../lib/dataset/compile-pack.ts';
import { describeFault, type Fault } from '../../lib/dataset/fault.ts';
import { compileForms } from '../../lib/match/form-table.ts';
import type { Pack } from '../../lib/model.ts';
import { readTable } from './tables.ts';

const moduleId = 'virtual:randnotiz/packs';
const resolvedId = `\0${moduleId}`;
const tables = ['article', 'entities', 'claims', 'findings'] as const;

/** Reads the predicate ids that packs may use. */
export function readPredicates(path: string): ReadonlySet<string> {
  const table = readTable(path) as { entries: readonly { id: string }[] };
  return new Set(table.entries.map(({ id }) => id));
}

/** The folders in `seeds/`, by name: each is one article. */
export function listSeeds(seeds: string): string[] {
  return readdirSync(seeds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(seeds, entry.name))
    .sort();
}

/** Reads the files of one folder. Throws one line with path and reason when a file is missing, no UTF-8, or no YAML. */
export function readSeed(folder: string): SeedFolder {
  const path = relative(process.cwd(), folder).replaceAll('\\', '/');
  const missing = ['article.txt', ...tables.map((table) => `${table}.yml`)].find((file) => !existsSync(join(folder, file)));
  if (missing) throw new Error(`${path}/${missing}: is missing; seeds/README.md says what a folder holds`);
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, 'article.txt')));
  } catch {
    throw new Error(`${path}/article.txt: is not UTF-8`);
  }
  const [article, entities, claims, findings] = tables.map((table) => readTable(join(folder, `${table}.yml`)));
  return { path, text, article, entities, claims, findings };
}

/** Compiles folders in order; each may refer to the entities of all others. Throws with one line per fault. */
export function compileSeeds(folders: readonly string[], predicates: ReadonlySet<string>): Pack[] {
  const seeds = folders.map(readSeed);
  const compiled = seeds.map((seed) => compilePack(seed, { predicates, ...definedBeside(seed, seeds) }));
  const packs = compiled.flatMap((result) => (result.ok ? [result.pack] : []));
  const faults = compiled.flatMap((result) => (result.ok ? [] : result.faults));
  if (faults.length === 0) faults.push(...sharedIds(packs, seeds));
  if (faults.length > 0) throw new Error(`${faults.length} fault(s) in the dataset\n${faults.map(describeFault).join('\n')}`);
  return packs;
}

/** Packs and sources keep their ids to themselves: a folder copied as a template must be given its own. */
function sharedIds(packs: readonly Pack[], seeds: readonly SeedFolder[]): Fault[] {
  const owners = new Map<string, string>();
  return packs.flatMap((pack, index) => {
    const place = seeds[index]?.path ?? '';
    const ids = [['pack.id', pack.id], ...pack.sources.map(({ id }) => ['source.id', id])] as [path: string, id: string][];
    return ids.flatMap(([path, value]) => {
      const owner = owners.get(`${path} ${value}`);
      owners.set(`${path} ${value}`, place);
      return owner === undefined ? [] : [{ file: `${place}/article.yml`, path, value, reason: `is already the id in ${owner}` }];
    });
  });
}

/** What the folders beside one define. Their files are not checked yet, so anything without an id is passed over. */
function definedBeside(seed: SeedFolder, seeds: readonly SeedFolder[]): Required<Pick<PackContext, 'known' | 'taken'>> {
  const others = seeds.filter((other) => other !== seed);
  const collect = (list: 'entities' | 'claims') => new Map(others.flatMap((other) => idsOf(other[list], list).map((id) => [id, other.path] as const)));
  const entities = collect('entities');
  return { known: new Set(entities.keys()), taken: { entities, claims: collect('claims') } };
}

function idsOf(file: unknown, list: string): string[] {
  const rows: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, list) : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) => (typeof row === 'object' && row !== null ? (Reflect.get(row, 'id') as unknown) : undefined)).filter((id) => typeof id === 'string');
}

/** Where the plugin looks; each has its place in the project and is named only by tests. */
export interface PacksOptions {
  seeds?: string;
  predicates?: string;
}

/** The Vite plugin: gives the virtual module (its types: `lib/dataset/packs.d.ts`), and compiles again when a file of a seed folder, or the set of folders, changes. */
export function packs({ seeds = 'seeds', predicates = 'lib/claims/predicates.yml' }: PacksOptions = {}): Plugin {
  return {
    name: 'randnotiz:packs',
    resolveId: (id) => (id === moduleId ? resolvedId : null),
    load(id) {
      if (id !== resolvedId) return null;
      const folders = listSeeds(seeds);
      for (const folder of folders) for (const file of readdirSync(folder)) this.addWatchFile(resolve(folder, file));
      this.addWatchFile(resolve(predicates));
      const known = readPredicates(predicates);
      return { code: moduleOf(compileSeeds(folders, known), known), map: null, moduleType: 'js' };
    },
    configureServer(server) {
      server.watcher.add(resolve(seeds));
      server.watcher.on('all', (_event, file) => {
        const module = isInside(resolve(seeds), file) ? server.moduleGraph.getModuleById(resolvedId) : undefined;
        if (module) void server.reloadModule(module);
      });
    },
  };
}

/** The module's code: packs as data, their forms as compiled tables (their bytes in base 64, since a module is text). */
function moduleOf(bundledPacks: readonly Pack[], known: ReadonlySet<string>): string {
  const tables = bundledPacks.map(({ id, entities }) => [id, Buffer.from(compileForms(entities)).toString('base64')]);
  return [
    `export const bundledPacks = ${JSON.stringify(bundledPacks)};`,
    `export const predicateIds = ${JSON.stringify([...known])};`,
    `export const bundledTables = new Map(${JSON.stringify(tables)}.map(([id, text]) => [id, Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer]));`,
  ].join('\n');
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
