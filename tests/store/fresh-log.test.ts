/** Chromium deletes a database whose log was written on behind half a record: the log is exchanged before the first write of a session and after every failure. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../fake-browser.ts';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

const plenty = { usage: 1_000_000, quota: 1_000_000_000 };
let space = plenty;
let disk: IDBFactory;
const open = () => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => space, device: async () => 'here' });
const exchanges = () => vi.mocked(disk.deleteDatabase).mock.calls.length;
const flag = (n: number) => exampleFlag({ id: exampleId(n) });

beforeEach(() => {
  fakeBrowser.reset();
  space = plenty;
  disk = new IDBFactory();
  vi.spyOn(disk, 'deleteDatabase');
});

describe('the log of the database', () => {
  it('is exchanged before the first write of a browser session, and by no reading', async () => {
    const store = open();
    await store.flags.all();
    expect(exchanges()).toBe(0);
    await store.flags.keep(flag(1));
    await store.flags.keep(flag(2));
    expect(exchanges()).toBe(1);
    store.close();
    // The background was stopped and woken: the session is the same.
    const again = open();
    await again.flags.keep(flag(3));
    expect(exchanges()).toBe(1);
    again.close();
  });

  it('is exchanged after a write that failed, before anything is written behind it', async () => {
    const store = open();
    await store.flags.keep(flag(1));
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.flags.keep(flag(2))).toMatchObject({ ok: false, error: { code: 'store_full' } });
    full.mockRestore();
    expect(exchanges()).toBe(1);
    expect(await store.flags.keep(flag(2))).toMatchObject({ ok: true });
    expect(exchanges()).toBe(2);
    store.close();
  });

  it('is not touched where there is hardly any room: nothing is written, and the reader is told', async () => {
    space = { usage: 1_000_000, quota: 2_000_000 };
    const store = open();
    expect(await store.flags.keep(flag(1))).toMatchObject({ ok: false, error: { code: 'store_full' } });
    expect(exchanges()).toBe(0);
    space = plenty;
    expect(await store.flags.keep(flag(1))).toMatchObject({ ok: true });
    expect(await store.flags.count()).toMatchObject({ value: 1 });
    store.close();
  });
});
