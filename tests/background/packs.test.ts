import '../fake-browser.ts';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentDataset, forgetDataset, packStore, usePackStore } from '../../lib/background/current-dataset.ts';
import { createPackCalls } from '../../lib/background/pack-calls.ts';
import type { Caller } from '../../lib/messages/caller.ts';
import { type PackFile, sealPack, writePackFile } from '../../lib/packs/pack-file.ts';
import { contentHash } from '../../lib/store/content-hash.ts';
import { createPackStore } from '../../lib/store/packs.ts';
import { wipe } from '../../lib/store/wipe.ts';

const page: Caller = { kind: 'extension', incognito: false };
const text = readFileSync('examples/risc-v.pack.json', 'utf8');
const file = JSON.parse(text) as PackFile;
const calls = createPackCalls(() => 1_000);

/** The example, changed and sealed anew. */
async function changed(change: (pack: PackFile) => Partial<PackFile>): Promise<string> {
  const { checksum: _, ...pack } = { ...file, ...change(structuredClone(file)) };
  return writePackFile(await sealPack(pack, contentHash));
}

/** What an answer holds; the test fails where it is a failure. */
async function value<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string; detail: string } } | Promise<{ ok: true; value: T } | { ok: false; error: { code: string; detail: string } }>): Promise<T> {
  const done = await answer;
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.detail}`);
  return done.value;
}

const ids = async () => (await value(calls.listPacks({}, page))).packs.map(({ id, on, bundled }) => `${id}${on ? '' : ' off'}${bundled ? ' bundled' : ''}`);
const install = (json = text) => value(calls.installPack({ text: json }, page));

beforeEach(async () => {
  await fakeBrowser.storage.session.clear();
  usePackStore(createPackStore({ indexedDB: new IDBFactory(), IDBKeyRange }));
});

describe('packs', () => {
  it('are the bundled ones at first', async () => {
    expect(await ids()).toEqual(bundledPacks.map(({ id }) => `${id} bundled`));
    expect((await currentDataset()).own).toEqual([]);
  });

  it('are looked through before anything changes', async () => {
    const preview = await value(calls.previewPack({ text }, page));
    expect(preview).toMatchObject({ kind: 'new', info: { id: 'risc-v', version: '1.0.0', entities: file.entities.length }, conflictCount: 0 });
    expect(await ids()).toEqual(['prometheus bundled']);
  });

  it('come, are found by at once, and are the reader\'s own', async () => {
    const before = await currentDataset();
    await install();
    const { dataset, own, stamp } = await currentDataset();
    expect(dataset.entities.get('risc-v')?.pack).toBe('risc-v');
    expect(own).toEqual(['risc-v']);
    expect(stamp).not.toBe(before.stamp);
  });

  it('come once, however often the same file is installed', async () => {
    await install();
    expect(await value(calls.previewPack({ text }, page))).toMatchObject({ kind: 'same' });
    await install();
    expect(await ids()).toEqual(['prometheus bundled', 'risc-v']);
    await value(calls.undoPacks({}, page));
    expect(await ids()).toEqual(['prometheus bundled']);
  });

  it('are updated with a diff, and an older version is called so', async () => {
    await install();
    const later = await changed((pack) => ({ version: '1.1.0', claims: pack.claims.slice(1) }));
    expect(await value(calls.previewPack({ text: later }, page))).toMatchObject({ kind: 'update', diff: { claims: { removed: [{ id: file.claims[0]!.id }] } } });
    await install(later);
    expect(await value(calls.previewPack({ text }, page))).toMatchObject({ kind: 'older' });
    await value(calls.undoPacks({}, page));
    expect((await value(calls.listPacks({}, page))).packs.find(({ id }) => id === 'risc-v')?.version).toBe('1.0.0');
  });

  it('can be switched off and on, the bundled ones too', async () => {
    await install();
    await value(calls.switchPack({ id: 'risc-v', on: false }, page));
    await value(calls.switchPack({ id: 'prometheus', on: false }, page));
    expect(await ids()).toEqual(['prometheus off bundled', 'risc-v off']);
    expect((await currentDataset()).dataset.entities.size).toBe(0);
    await value(calls.switchPack({ id: 'prometheus', on: true }, page));
    expect((await currentDataset()).dataset.entities.has('jeff-bezos')).toBe(true);
  });

  it('are checked once while the browser runs, and again after it', async () => {
    await install();
    const before = (await currentDataset()).dataset;
    await vi.waitFor(async () => expect(await fakeBrowser.storage.session.get()).toHaveProperty('sound-packs', [`risc-v ${file.checksum}`]));
    const [row] = await value(packStore().all());
    // What no check would let through, under the same checksum.
    await packStore().change({ what: 'update', id: 'risc-v', title: '' }, { ...row!, pack: { ...file, entities: file.entities.map((entity) => ({ ...entity, description: '' })) } });
    forgetDataset();
    const believed = await currentDataset();
    expect([believed.own, believed.dataset.entities.size]).toEqual([['risc-v'], before.entities.size]);
    await fakeBrowser.storage.session.clear();
    forgetDataset();
    expect((await currentDataset()).own).toEqual([]);
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });

  it('go, and come back when that is taken back', async () => {
    await install();
    await value(calls.removePack({ id: 'risc-v' }, page));
    expect(await ids()).toEqual(['prometheus bundled']);
    expect((await value(calls.undoPacks({}, page))).packs.map(({ id }) => id)).toContain('risc-v');
    expect(await calls.removePack({ id: 'prometheus' }, page)).toMatchObject({ ok: false, error: { code: 'pack_unknown' } });
  });

  it('that disagree are shown with both sides', async () => {
    const claim = bundledPacks[0]!.claims.find(({ quantity }) => quantity?.value === 6.2e9)!;
    const other = await changed((pack) => ({ claims: [{ ...pack.claims[0]!, ...claim, id: 'andere-summe', statement: 'Es waren fünf Milliarden Dollar.', quantity: { value: 5e9, unit: 'USD' }, evidence: pack.claims[0]!.evidence }] }));
    expect(await value(calls.previewPack({ text: other }, page))).toMatchObject({ conflicts: [{ kind: 'statement', here: 'Es waren fünf Milliarden Dollar.', there: claim.statement, pack: bundledPacks[0]!.title }] });
  });

  it.each([
    ['a wrong checksum', text.replace('"1.0.0"', '"1.0.1"'), 'checksum'],
    ['half a file', text.slice(0, text.length / 2), 'cut_off'],
    ['no pack at all', '<html></html>', 'not_json'],
  ])('with %s change nothing', async (_, bad, code) => {
    expect(await value(calls.previewPack({ text: bad }, page))).toMatchObject({ faults: [{ code }] });
    expect(await calls.installPack({ text: bad }, page)).toMatchObject({ ok: false, error: { code: 'pack_bad' } });
    expect(await ids()).toEqual(['prometheus bundled']);
    expect((await packStore().lastStep())).toEqual({ ok: true, value: undefined });
  });
});

it('are gone when everything is deleted', async () => {
  usePackStore(createPackStore());
  await install();
  expect(await ids()).toContain('risc-v');
  expect(await wipe()).toMatchObject({ ok: true });
  expect(await ids()).toEqual(['prometheus bundled']);
  expect((await currentDataset()).own).toEqual([]);
});
