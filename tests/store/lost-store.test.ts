/** A store that the browser has lost or can read in part only. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../fake-browser.ts';
import { keepHouse, noteFlags } from '../../lib/background/keep-house.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { bearWitness, lossToTell } from '../../lib/store/witness.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

const open = (disk = new IDBFactory()): NotebookStore => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => '0123456789abcdef' });
const rows = async (store: NotebookStore): Promise<number> => {
  const count = await store.flags.count();
  if (!count.ok) throw new Error(count.error.detail);
  return count.value;
};
const lost = async (store: NotebookStore, now = 10) => lossToTell(await rows(store), now);
/** What the stand-in for the browser does, to be called by what is put over it. */
const original = <Name extends 'get' | 'getAll'>(name: Name) => IDBObjectStore.prototype[name];

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('a store', () => {
  it('that was never written to is a first day', async () => {
    const store = open();
    await keepHouse(store, 5);
    expect(await lost(store)).toBeUndefined();
  });

  it('that comes back empty is known to be lost', async () => {
    const store = open();
    for (const n of [1, 2]) await store.flags.keep(exampleFlag({ id: exampleId(n) }));
    await noteFlags(store, 7);
    expect(await lost(store)).toBeUndefined();
    store.close();
    const empty = open();
    await keepHouse(empty, 9);
    expect(await lost(empty)).toEqual({ flags: 2, at: 7, found: 9 });
    // A new flag does not silence the witness; having as many again does, and time.
    await empty.flags.keep(exampleFlag());
    await noteFlags(empty, 11);
    expect(await lost(empty, 12)).toMatchObject({ flags: 2 });
    expect(await lost(empty, 8 * 86_400_000)).toBeUndefined();
    await empty.flags.keep(exampleFlag({ id: exampleId(2) }));
    await noteFlags(empty, 13);
    expect(await lost(empty, 14)).toBeUndefined();
    empty.close();
  });

  it('that comes back with a part of its flags says so', async () => {
    await bearWitness(40, 7);
    const store = open();
    await store.flags.keep(exampleFlag());
    await keepHouse(store, 9);
    expect(await lost(store)).toEqual({ flags: 40, at: 7, found: 9 });
    store.close();
  });

  it('of which the browser refuses the first openings and then gives an empty one is known to be lost', async () => {
    await bearWitness(40, 7);
    await fakeBrowser.storage.session.clear();
    const disk = new IDBFactory();
    const databases = disk.databases.bind(disk);
    let refusals = 3;
    vi.spyOn(disk, 'databases').mockImplementation(() => (refusals-- > 0 ? Promise.reject(new DOMException('Internal error', 'UnknownError')) : databases()));
    const store = open(disk);
    await keepHouse(store, 9);
    expect(await lost(store)).toMatchObject({ flags: 40, at: 7 });
    store.close();
  });

  it('that fails in the middle of a session and comes back with less is known to be lost', async () => {
    const store = open();
    for (const n of [1, 2]) await store.flags.keep(exampleFlag({ id: exampleId(n) }));
    await keepHouse(store, 7);
    store.close();
    const refusing = open({ databases: () => Promise.reject(new DOMException('Internal error', 'UnknownError')) } as unknown as IDBFactory);
    expect(await refusing.flags.count()).toMatchObject({ error: { code: 'store_corrupt' } });
    const empty = open();
    await empty.flags.keep(exampleFlag());
    await noteFlags(empty, 9);
    expect(await lost(empty)).toEqual({ flags: 2, at: 7, found: 9 });
    empty.close();
  });

  it('that the reader made smaller is not lost', async () => {
    const store = open();
    await store.flags.keep(exampleFlag());
    await noteFlags(store, 7);
    await store.flags.purge([exampleFlag().id], 8);
    await noteFlags(store, 8);
    await keepHouse(store, 9);
    expect(await lost(store)).toBeUndefined();
    store.close();
  });

  it('of which a row cannot be read gives all others, to be shown and exported', async () => {
    const store = open();
    for (const n of [1, 2, 3]) await store.flags.keep(exampleFlag({ id: exampleId(n) }));
    const [getAll, get] = [original('getAll'), original('get')];
    const damaged = (): never => {
      throw new DOMException('damaged', 'UnknownError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...words) {
      return this.name === 'flags' ? damaged() : getAll.apply(this, words);
    });
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return this.name === 'flags' && key === exampleId(2) ? damaged() : get.call(this, key);
    });
    const answer = await store.flags.all();
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual([exampleId(1), exampleId(3)]);
    expect(await store.flags.everything()).toMatchObject({ value: { unreadable: 1 } });
  });

  it('of which the browser leaves a row out without a word says that one cannot be read', async () => {
    const store = open();
    for (const n of [1, 2, 3]) await store.flags.keep(exampleFlag({ id: exampleId(n) }));
    const getAll = original('getAll');
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, query) {
      return getAll.call(this, query, 2);
    });
    expect(await store.flags.everything()).toMatchObject({ value: { flags: { length: 2 }, unreadable: 1 } });
    store.close();
  });
});
