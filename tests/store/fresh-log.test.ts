/** Chromium deletes a database whose log was written on behind half a record: the log is exchanged before the first write of a session and after every failure. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { fakeBrowser } from '../fake-browser.ts';
import { distrustLog, freshenLog } from '../../lib/store/fresh-log.ts';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { createPackStore } from '../../lib/store/packs.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

const plenty = { usage: 1_000_000, quota: 1_000_000_000 };
let space = plenty;
let disk: IDBFactory;
const open = () => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => space, device: async () => 'here' });
let deleting: MockInstance<IDBFactory['deleteDatabase']>;
const exchanges = () => deleting.mock.calls.length;
const flag = (n: number) => exampleFlag({ id: exampleId(n) });

beforeEach(() => {
  fakeBrowser.reset();
  space = plenty;
  disk = new IDBFactory();
  deleting = vi.spyOn(disk, 'deleteDatabase');
});

afterEach(() => vi.unstubAllEnvs());

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

  it('is exchanged again when the browser was started anew', async () => {
    const store = open();
    await store.flags.keep(flag(1));
    await fakeBrowser.storage.session.clear();
    await store.flags.keep(flag(2));
    expect(exchanges()).toBe(2);
    store.close();
  });

  it('is exchanged once for writes that come together', async () => {
    const store = open();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => store.flags.keep(flag(n))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(exchanges()).toBe(1);
    store.close();
  });

  it('is exchanged before an import stages its rows, and before each step after a failure', async () => {
    const store = open();
    await store.imports.begin('one', { name: 'notes.jsonl', format: 'jsonl' }, 1);
    expect(exchanges()).toBe(1);
    await distrustLog();
    await store.imports.stage('one', [], 2);
    expect(exchanges()).toBe(2);
    await distrustLog();
    await store.imports.commit('one', new Map(), 'merge', 3);
    expect(exchanges()).toBe(3);
    store.close();
  });

  it('is one with that of the packs: a failure of theirs makes the next write of a flag exchange it', async () => {
    const [store, packs] = [open(), createPackStore({ indexedDB: disk, IDBKeyRange })];
    const step = { what: 'switch', id: 'elsewhere', title: 'Anderswo' } as const;
    expect(await packs.change(step, { id: 'elsewhere', on: false })).toMatchObject({ ok: true });
    await store.flags.keep(flag(1));
    expect(exchanges()).toBe(1);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await packs.change(step, { id: 'elsewhere', on: false })).toMatchObject({ ok: false, error: { code: 'store_full' } });
    full.mockRestore();
    await store.flags.keep(flag(2));
    expect(exchanges()).toBe(2);
    packs.close();
    store.close();
  });

  it('is not trusted where something failed while it was exchanged', async () => {
    const indexed = { indexedDB: disk };
    await freshenLog(indexed, async () => {
      await distrustLog();
      return plenty;
    });
    await freshenLog(indexed, async () => plenty);
    await freshenLog(indexed, async () => plenty);
    expect(exchanges()).toBe(2);
  });

  it('that cannot be exchanged is not written to', async () => {
    deleting.mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    const store = open();
    expect(await store.flags.keep(flag(1))).toMatchObject({ ok: false, error: { code: 'store_corrupt' } });
    expect(await store.flags.count()).toMatchObject({ value: 0 });
    expect(await store.flags.keep(flag(1))).toMatchObject({ ok: true });
    store.close();
  });

  it('is left alone in Firefox, which has none', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    space = { usage: 1_000_000, quota: 2_000_000 };
    const store = open();
    expect(await store.flags.keep(flag(1))).toMatchObject({ ok: true });
    expect(exchanges()).toBe(0);
    store.close();
  });
});
