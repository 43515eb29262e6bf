/** Adding an article is adding a folder: the plugin finds it, and a fault in it fails the build. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type Rollup } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pack } from '../../lib/model.ts';
import { compileSeeds, listSeeds, packs, readPredicates } from '../../scripts/vite/packs.ts';

// Real builds and a watching server: slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const second = 'tests/dataset/fixtures/seeds/lieferroboter';
const predicates = readPredicates('lib/claims/predicates.yml');

let seeds: string;
beforeEach(() => {
  seeds = mkdtempSync(join(tmpdir(), 'randnotiz-seeds-'));
  // One folder only, however many there are by now.
  cpSync('seeds/prometheus', join(seeds, 'prometheus'), { recursive: true });
});
afterEach(() => rmSync(seeds, { recursive: true, force: true }));

/** Builds a program that imports the packs, and gives what it would see. */
async function buildPacks(): Promise<readonly Pack[]> {
  const program = '\0program';
  const entry = { name: 'entry', resolveId: (id: string) => (id === 'program' ? program : null), load: (id: string) => (id === program ? `export { bundledPacks } from 'virtual:randnotiz/packs';` : null) };
  const built = await build({
    configFile: false, logLevel: 'silent', plugins: [entry, packs({ seeds })],
    build: { write: false, minify: false, rolldownOptions: { input: 'program', preserveEntrySignatures: 'strict' } },
  });
  const [{ output }] = [built].flat() as [Rollup.RollupOutput];
  const module = (await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)) as { bundledPacks: readonly Pack[] };
  return module.bundledPacks;
}

/** Why the build fails. */
async function buildFault(): Promise<string> {
  return buildPacks().then(() => 'built', (error: unknown) => String(error));
}

function edit(file: string, from: string, to: string): void {
  const path = join(seeds, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('a second folder', () => {
  it('is one more pack, without a change of code', async () => {
    cpSync(second, join(seeds, 'lieferroboter'), { recursive: true });
    const found = await buildPacks();
    expect(found.map(({ id }) => id)).toEqual(['lieferroboter', 'prometheus']);
    expect(found[0]).toMatchObject({ entities: { length: 2 }, claims: { length: 3 }, findings: { length: 2 } });
  });

  it('may speak of what the first one defines, in either order', () => {
    const both = [second, 'seeds/prometheus'];
    for (const order of [both, both.toReversed()]) expect(compileSeeds(order, predicates)).toHaveLength(2);
  });

  it('cannot stand without what it speaks of', () => {
    expect(() => compileSeeds([second], predicates)).toThrow('claims.yml: claims[rollwerk-learns-like-waymo].objects[0]: »waymo« is not an entity of this pack or of one beside it: define it, or take this out');
  });

  it('that is a mere copy is told to take its own ids', async () => {
    cpSync(join(seeds, 'prometheus'), join(seeds, 'kopie'), { recursive: true });
    const fault = await buildFault();
    expect(fault).toMatch(/kopie\/entities\.yml: entities\[amazon\]\.id: »amazon« is already defined in \S*prometheus; refer to it instead/);
  });

  it('must have a pack id and a source id of its own', async () => {
    cpSync(second, join(seeds, 'lieferroboter'), { recursive: true });
    edit('lieferroboter/article.yml', 'id: lieferroboter\n', 'id: prometheus\n');
    edit('lieferroboter/article.yml', 'id: lieferroboter-artikel', 'id: prometheus-artikel');
    const fault = await buildFault();
    expect(fault).toMatch(/prometheus\/article\.yml: pack\.id: »prometheus« is already the id in \S*lieferroboter/);
    expect(fault).toMatch(/prometheus\/article\.yml: source\.id: »prometheus-artikel« is already the id in \S*lieferroboter/);
  });
});

describe('a broken folder fails the build', () => {
  it('with file, path, value and reason', async () => {
    edit('prometheus/claims.yml', '- Jeff Bezos, Gründer von Amazon', '- Jeff Bezos, Erfinder von Amazon');
    expect(await buildFault()).toMatch(/prometheus\/claims\.yml: claims\[bezos-founded-amazon\]\.evidence\[0\]: »Jeff Bezos, Erfinder von Amazon« is not in the article; it agrees up to »Jeff Bezos, «, where the article goes on with »Gründer von Amazon u«/);
  });

  it('with the line when a file is no YAML', async () => {
    edit('prometheus/claims.yml', 'claims:', 'claims: [');
    expect(await buildFault()).toMatch(/prometheus\/claims\.yml: .+ at line \d+/);
  });

  it('when a file is missing', async () => {
    rmSync(join(seeds, 'prometheus/findings.yml'));
    expect(await buildFault()).toMatch(/prometheus\/findings\.yml: is missing; seeds\/README\.md says what a folder holds/);
  });

  it('when the article is not UTF-8', async () => {
    writeFileSync(join(seeds, 'prometheus/article.txt'), Buffer.from([0x4d, 0xfc, 0x6c, 0x6c]));
    expect(await buildFault()).toMatch(/prometheus\/article\.txt: is not UTF-8/);
  });
});

it('compiles again in development when a file changes or a folder comes', async () => {
  const server = await createServer({ configFile: false, logLevel: 'silent', plugins: [packs({ seeds })], server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true } });
  const ids = async () => ((await server.ssrLoadModule('virtual:randnotiz/packs')) as { bundledPacks: readonly Pack[] }).bundledPacks.map(({ id }) => id);
  try {
    expect(await ids()).toEqual(['prometheus']);
    cpSync(second, join(seeds, 'lieferroboter'), { recursive: true });
    await expect.poll(ids, { timeout: 20_000 }).toEqual(['lieferroboter', 'prometheus']);
    edit('lieferroboter/article.yml', 'id: lieferroboter\n', 'id: lieferdienst\n');
    await expect.poll(ids, { timeout: 20_000 }).toEqual(['lieferdienst', 'prometheus']);
  } finally {
    await server.close();
  }
});

it('leaves out what is no folder', () => {
  expect(listSeeds('seeds').every((folder) => !folder.endsWith('.md'))).toBe(true);
});
