/** A database of every earlier version opens with nothing lost; one of a newer version is left alone; one that is killed half-way resumes. The fixtures were written by the code of their time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseName, schemaVersion } from '../../lib/store/flag-database.ts';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from './example-flag.ts';
import { dump, type Dump, putBack } from './fixtures/dump.ts';

const folder = join(import.meta.dirname, 'fixtures');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Dump;
const open = (disk: IDBFactory) => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => '0123456789abcdef' });

async function diskWith(kept: Dump): Promise<IDBFactory> {
  const disk = new IDBFactory();
  await putBack(disk, databaseName, kept);
  return disk;
}

/** What every fixture holds: six flags, the second edited, the third thrown away, and a row that is no flag. */
async function expectNothingLost(disk: IDBFactory): Promise<void> {
  const store = open(disk);
  const answer = await store.flags.all({ deleted: true });
  const flags = answer.ok ? answer.value : [];
  expect(flags.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5].map(exampleId));
  expect(flags.map(({ note }) => note)).toEqual([0, 1, 2, 3, 4, 5].map((n) => (n === 1 ? 'geändert' : `Notiz ${n}: „Größe“ 🖊`)));
  expect(flags.map(({ stance }) => stance)).toEqual(['confirmed', 'doubtful', 'unsure', 'confirmed', 'doubtful', 'unsure']);
  expect(flags[0]).toMatchObject({ confirmedBy: 'Amtsgericht', quote: exampleFlag().quote, position: exampleFlag().position, page: exampleFlag().page });
  expect(flags[2]).toMatchObject({ deleted: 1_700_000_200_000 });
  expect(await store.flags.survey()).toMatchObject({ value: { flags: 5, deleted: 1, unreadable: 1, readonly: false } });
  for (const { id } of flags) expect(await store.flags.history(id)).toMatchObject({ ok: true, value: expect.arrayContaining([expect.objectContaining({ flag: id })]) });
  expect(await store.flags.change(exampleId(4), { note: 'danach' }, 9)).toMatchObject({ ok: true, value: { note: 'danach' } });
  store.close();
  const raw = await dump(disk, databaseName);
  expect(raw.version).toBe(schemaVersion * 10);
  // What we do not know stays, also in a row that we cannot read.
  expect(raw.stores['flags']!.rows).toContainEqual(expect.objectContaining({ id: exampleId(5), colour: 'green' }));
  expect(raw.stores['flags']!.rows).toContainEqual({ id: exampleId(9), page: 'kein Merker' });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a database', () => {
  it('has a fixture for every version up to the newest', () => {
    expect(files.map((name) => read(name).version)).toEqual(Array.from({ length: schemaVersion }, (_, n) => (n + 1) * 10));
  });

  it.each(files)('%s opens with nothing lost', async (name) => {
    const disk = await diskWith(read(name));
    await expectNothingLost(disk);
  });

  it.each([1, 2, 4, 7])('whose migration is cut off at write %i is still the old one, and migrates the next time', async (writes) => {
    const disk = await diskWith(read('v1.json'));
    const before = await dump(disk, databaseName);
    let left = writes;
    const cut = (name: 'add' | 'put') => {
      const original = IDBObjectStore.prototype[name];
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...words: Parameters<typeof original>) {
        left -= 1;
        if (left < 0) throw new DOMException('cut off', 'AbortError');
        return original.apply(this, words);
      });
    };
    cut('add');
    cut('put');
    const store = open(disk);
    expect((await store.flags.all()).ok).toBe(false);
    store.close();
    vi.restoreAllMocks();
    expect(await dump(disk, databaseName)).toEqual(before);
    await expectNothingLost(disk);
  });

  it('of a newer version is left as it is, to the byte, and can be read and exported', async () => {
    const newer = read(files.at(-1)!);
    newer.version = (schemaVersion + 1) * 10;
    newer.stores['folders'] = { key: 'id', indexes: [], rows: [{ id: 'x' }] };
    const disk = await diskWith(newer);
    const before = await dump(disk, databaseName);
    const store = open(disk);
    expect(await store.flags.survey()).toMatchObject({ value: { flags: 5, readonly: true } });
    const answer = await store.flags.all();
    expect(answer.ok && answer.value.length).toBe(5);
    const attempts = [store.flags.keep(exampleFlag({ id: exampleId(20) })), store.flags.remove(exampleId(0), 1), store.flags.emptyBin(Date.now()), store.imports.begin('i', { name: 'n', format: 'f' }, 1)];
    for (const attempt of await Promise.all(attempts)) expect(attempt).toMatchObject({ ok: false, error: { code: 'store_newer' } });
    await store.imports.cleanUp(Date.now());
    await store.snapshots.takeIfDue(Date.now());
    store.close();
    expect(await dump(disk, databaseName)).toEqual(before);
  });
});

describe('writing', () => {
  it('asks for strict durability every time', async () => {
    const disk = new IDBFactory();
    const factory = disk.open.bind(disk);
    const asked: unknown[] = [];
    vi.spyOn(disk, 'open').mockImplementation((...words) => {
      const request = factory(...words);
      request.addEventListener('success', () => {
        const transaction = request.result.transaction.bind(request.result);
        request.result.transaction = (names, mode, options) => {
          if (mode === 'readwrite') asked.push(options?.durability);
          return transaction(names, mode, options);
        };
      });
      return request;
    });
    const store = open(disk);
    expect((await store.flags.keep(exampleFlag())).ok).toBe(true);
    expect((await store.flags.remove(exampleFlag().id, 2)).ok).toBe(true);
    store.close();
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set(['strict']));
  });
});
