import { Dexie } from 'dexie';
import fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFlagStore, type FlagStore, type FlagStoreOptions } from '../../lib/store/flag-store.ts';
import type { Flag } from '../../lib/model.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

let disk: IDBFactory;
beforeEach(() => {
  disk = new IDBFactory();
});

const openStore = (more: FlagStoreOptions = {}): FlagStore =>
  createFlagStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => ({}), ...more });

describe('keeping a flag', () => {
  it('keeps it for the next start', async () => {
    await openStore().keep(exampleFlag());
    expect(await openStore().get(exampleFlag().id)).toEqual({ ok: true, value: exampleFlag() });
  });

  it('is one flag however often it is sent, and the first one stands', async () => {
    const store = openStore();
    await Promise.all([store.keep(exampleFlag()), store.keep(exampleFlag()), store.keep(exampleFlag({ note: 'late' }))]);
    expect(await store.all()).toEqual({ ok: true, value: [exampleFlag()] });
  });

  it('asks the browser once, at the first flag, not to evict the store', async () => {
    const persist = vi.fn<() => Promise<boolean>>(async () => true);
    const store = openStore({ persist });
    await store.keep(exampleFlag());
    await store.keep(exampleFlag({ id: exampleId(2) }));
    expect(persist).toHaveBeenCalledTimes(1);
  });

  it('keeps the flag even when that request is refused', async () => {
    const store = openStore({ persist: async () => Promise.reject(new Error('no')) });
    expect((await store.keep(exampleFlag())).ok).toBe(true);
  });
});

describe('changing a flag', () => {
  it('changes what is named and leaves the rest', async () => {
    const store = openStore();
    await store.keep(exampleFlag({ note: 'alt' }));
    const answer = await store.change(exampleFlag().id, { stance: 'confirmed', confirmedBy: 'Amtsgericht' }, 5);
    expect(answer).toMatchObject({ ok: true, value: { stance: 'confirmed', confirmedBy: 'Amtsgericht', note: 'alt', changed: 5 } });
  });

  it('counts what was written last, also when the clock was set back in between', async () => {
    const store = openStore();
    await store.keep(exampleFlag({ created: 9_000, changed: 9_000 }));
    await store.change(exampleFlag().id, { note: 'mit der Uhr von morgen', tags: ['a'] }, 8_000);
    await store.change(exampleFlag().id, { note: 'mit der Uhr von gestern' }, 1_000);
    await store.remove(exampleFlag().id, 500);
    await store.restore(exampleFlag().id, 100);
    store.close();
    expect(await openStore().get(exampleFlag().id)).toMatchObject({ ok: true, value: { note: 'mit der Uhr von gestern', tags: ['a'], created: 9_000, changed: 100 } });
    expect(await openStore().history(exampleFlag().id)).toMatchObject({ ok: true, value: { length: 5 } });
  });

  it('takes the confirmation away with the stance', async () => {
    const store = openStore();
    await store.keep(exampleFlag({ stance: 'confirmed', confirmedBy: 'Amtsgericht' }));
    const answer = await store.change(exampleFlag().id, { stance: 'doubtful' }, 5);
    expect(answer.ok && 'confirmedBy' in answer.value).toBe(false);
  });

  it('keeps the keys of a row that it does not know', async () => {
    const store = openStore();
    await store.keep({ ...exampleFlag(), colour: 'green' } as Flag);
    await store.change(exampleFlag().id, { note: 'neu' }, 5);
    const raw = await rawRows();
    expect(raw).toEqual([{ ...exampleFlag(), note: 'neu', changed: 5, colour: 'green', unfiled: 1 }]);
  });

  it('says so when there is no such flag', async () => {
    expect(await openStore().change('nobody', {}, 1)).toMatchObject({ ok: false, error: { code: 'flag_unknown' } });
  });
});

describe('throwing away and taking back', () => {
  it('hides the flag and brings the very same one back', async () => {
    const store = openStore();
    await store.keep(exampleFlag({ note: 'wichtig' }));
    await store.remove(exampleFlag().id, 7);
    expect(await store.onPage(exampleFlag().page.address)).toEqual({ ok: true, value: [] });
    expect(await store.all({ deleted: true })).toMatchObject({ value: [{ deleted: 7 }] });
    await store.restore(exampleFlag().id, 9);
    expect(await store.onPage(exampleFlag().page.address)).toEqual({ ok: true, value: [exampleFlag({ note: 'wichtig', changed: 9 })] });
  });

  it('changes nothing when repeated', async () => {
    const store = openStore();
    await store.keep(exampleFlag());
    await store.remove(exampleFlag().id, 7);
    expect(await store.remove(exampleFlag().id, 8)).toMatchObject({ value: { deleted: 7, changed: 7 } });
  });
});

describe('going back', () => {
  const [one, two, three, four] = [1, 2, 3, 4].map((number) => exampleFlag({ id: exampleId(number), note: `Notiz ${number}` })) as [Flag, Flag, Flag, Flag];
  const notes = async (store: FlagStore): Promise<unknown> => {
    const all = await store.all({ deleted: true });
    return all.ok ? Object.fromEntries(all.value.map(({ note, deleted }) => [note, deleted ?? 'stands'])) : all;
  };

  it('does all of a plan at once, and by records', async () => {
    const store = openStore();
    for (const flag of [one, two, three]) await store.keep(flag);
    await store.remove(two.id, 5);
    await store.change(one.id, { note: 'anders' }, 6);
    expect(await notes(store)).toEqual({ anders: 'stands', 'Notiz 2': 5, 'Notiz 3': 'stands' });
    expect(await store.goBack({ changed: [{ now: { ...one, note: 'anders' }, was: one }], back: [two], away: [three], missing: [four] }, 9)).toEqual({ ok: true, value: null });
    expect(await notes(store)).toEqual({ 'Notiz 1': 'stands', 'Notiz 2': 'stands', 'Notiz 3': 9, 'Notiz 4': 'stands' });
    expect(await store.history(one.id)).toMatchObject({ value: { length: 3 } });
  });

  it('that the disk refuses in the middle changes nothing', async () => {
    const store = openStore();
    for (const flag of [one, two]) await store.keep(flag);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    try {
      expect(await store.goBack({ changed: [], back: [], away: [one, two], missing: [four] }, 9)).toMatchObject({ ok: false, error: { code: 'store_full' } });
    } finally {
      add.mockRestore();
    }
    expect(await notes(store)).toEqual({ 'Notiz 1': 'stands', 'Notiz 2': 'stands' });
  });
});

describe('a database that is not as expected', () => {
  it('from a newer version is read, exported and left alone', async () => {
    const newer = new Dexie('randnotiz', { indexedDB: disk, IDBKeyRange });
    newer.version(9).stores({ flags: 'id, created', folders: 'id' });
    await newer.table('flags').add(exampleFlag());
    newer.close();
    const store = openStore();
    expect(await store.all()).toEqual({ ok: true, value: [exampleFlag()] });
    expect(await store.survey()).toMatchObject({ value: { readonly: true, flags: 1 } });
    expect(await store.keep(exampleFlag({ id: exampleId(2) }))).toMatchObject({ ok: false, error: { code: 'store_newer' } });
    expect(await store.remove(exampleFlag().id, 3)).toMatchObject({ ok: false, error: { code: 'store_newer' } });
    store.close();
    expect((await disk.databases())[0]?.version).toBe(90);
  });

  it('with a row that is no flag gives all the others and counts it', async () => {
    const store = openStore();
    await store.keep(exampleFlag());
    await store.keep({ id: exampleId(2), page: 'broken' } as unknown as Flag);
    expect(await store.all()).toEqual({ ok: true, value: [exampleFlag()] });
    expect(await store.survey()).toMatchObject({ value: { flags: 1, unreadable: 1 } });
    expect(await rawRows()).toHaveLength(2);
  });

  it('refused by the browser is said so', async () => {
    const refusing = { databases: () => Promise.reject(new DOMException('no', 'SecurityError')), open: () => undefined };
    expect(await openStore({ indexedDB: refusing }).keep(exampleFlag())).toMatchObject({ ok: false, error: { code: 'store_refused' } });
  });

  it('with a full disk refuses the new flag, says why, and keeps the old ones', async () => {
    const store = openStore();
    await store.keep(exampleFlag());
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await store.keep(exampleFlag({ id: exampleId(2) }))).toMatchObject({ ok: false, error: { code: 'store_full' } });
    full.mockRestore();
    expect(await store.all()).toEqual({ ok: true, value: [exampleFlag()] });
    expect((await store.keep(exampleFlag({ id: exampleId(2) }))).ok).toBe(true);
  });

  it('that is closed by the browser is opened again', async () => {
    const store = openStore();
    await store.keep(exampleFlag());
    store.close();
    expect(await store.keep(exampleFlag({ id: exampleId(2) }))).toMatchObject({ ok: true });
  });
});

/** What a person may do; the model is a plain map. */
const command = fc.oneof(
  fc.record({ do: fc.constant('keep' as const), n: fc.nat(4), note: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant('change' as const), n: fc.nat(4), note: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const, 'restart' as const), n: fc.nat(4), note: fc.constant('') }),
);

describe('any sequence of keeping, changing, throwing away, taking back and restarts', () => {
  it('leaves what a plain map would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        disk = new IDBFactory();
        let store = openStore();
        const model = new Map<string, Flag>();
        for (const [at, { do: what, n, note }] of commands.entries()) {
          const id = exampleId(n);
          const known = model.get(id);
          if (what === 'restart') {
            store.close();
            store = openStore();
          } else if (what === 'keep') {
            const flag = exampleFlag({ id, note, created: n });
            await store.keep(flag);
            if (!known) model.set(id, flag);
          } else if (what === 'change') {
            await store.change(id, { note }, at);
            // Nothing changed is no change.
            if (known && known.note !== note) model.set(id, { ...known, note, changed: at });
          } else if (what === 'remove') {
            await store.remove(id, at);
            if (known && known.deleted === undefined) model.set(id, { ...known, deleted: at, changed: at });
          } else {
            await store.restore(id, at);
            if (known?.deleted !== undefined) {
              const { deleted: _deleted, ...rest } = known;
              model.set(id, { ...rest, changed: at });
            }
          }
        }
        const expected = [...model.values()].sort((one, other) => one.created - other.created);
        expect(await store.all({ deleted: true })).toEqual({ ok: true, value: expected });
        store.close();
      }),
      { numRuns: 40 },
    );
  });
});

async function rawRows(): Promise<unknown[]> {
  const dexie = new Dexie('randnotiz', { indexedDB: disk, IDBKeyRange });
  await dexie.open();
  const rows = await dexie.table('flags').toArray();
  dexie.close();
  return rows;
}
