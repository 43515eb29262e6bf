/**
 * Any sequence of keeping, editing, throwing away, taking back, importing, taking an import back, dropping one half-way, and kills leaves what a plain map would. A kill cuts the
 * transaction of whatever comes next at some write; the call is then repeated after a restart, as every caller of the store does.
 */
import fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../lib/messages/calls.ts';
import type { Flag, Revision } from '../../lib/model.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

type Step = { do: 'keep' | 'edit' | 'remove' | 'restore' | 'import' | 'undo import' | 'drop import' | 'restart'; n: number; words: string; killAt?: number };

const step: fc.Arbitrary<Step> = fc.record(
  {
    do: fc.constantFrom('keep' as const, 'edit' as const, 'remove' as const, 'restore' as const, 'import' as const, 'undo import' as const, 'drop import' as const, 'restart' as const),
    n: fc.nat(5),
    words: fc.string({ maxLength: 6 }),
    killAt: fc.nat(6),
  },
  { requiredKeys: ['do', 'n', 'words'] },
);

/** What an import brings is under ids of its own, so that taking it back is known without the merge (which has tests of its own). */
const importedId = (time: number, n: number) => exampleId(1_000 + time * 10 + n);

function creationOf(flag: Flag): Revision {
  const { id, changed, ...set } = flag;
  return { id: `r-${id}`, flag: id, device: 'elsewhere', clock: 1, at: changed, set };
}

/** The disk: writes go through until the one at which it is killed. */
class Disk {
  factory = new IDBFactory();
  #left = Infinity;

  constructor() {
    for (const name of ['add', 'put', 'delete'] as const) {
      const original = IDBObjectStore.prototype[name] as (...words: unknown[]) => IDBRequest;
      const cut = (): boolean => {
        this.#left -= 1;
        return this.#left < 0;
      };
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...words: unknown[]) {
        if (cut()) throw new DOMException('killed', 'AbortError');
        return original.apply(this, words) as never;
      });
    }
  }

  killAt(writes: number | undefined): void {
    this.#left = writes ?? Infinity;
  }

  open(): NotebookStore {
    return createNotebookStore({ indexedDB: this.factory, IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => '0123456789abcdef' });
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('any sequence of what a reader and a bad day can do', () => {
  it('leaves what a plain map would, without a trace of what was cut off', async () => {
    const disk = new Disk();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
        disk.factory = new IDBFactory();
        let store = disk.open();
        const model = new Map<string, Flag>();
        let lastImport: { id: string; flags: string[] } | undefined;

        /** Does a thing; if it was cut off, starts again and repeats it. */
        const surely = async <T>(killAt: number | undefined, work: (store: NotebookStore) => Promise<Answer<T>>): Promise<Answer<T>> => {
          disk.killAt(killAt);
          const answer = await work(store);
          disk.killAt(undefined);
          if (answer.ok || !answer.error.code.startsWith('store_')) return answer;
          store.close();
          store = disk.open();
          return work(store);
        };

        for (const [at, { do: what, n, words, killAt }] of steps.entries()) {
          const id = exampleId(n);
          const known = model.get(id);
          const time = 1_000 + at;
          if (what === 'restart') {
            store.close();
            store = disk.open();
          } else if (what === 'keep') {
            const flag = exampleFlag({ id, note: words, created: time, changed: time });
            await surely(killAt, (one) => one.flags.keep(flag));
            if (!known) model.set(id, flag);
          } else if (what === 'edit') {
            await surely(killAt, (one) => one.flags.change(id, { note: words }, time));
            if (known && known.note !== words) model.set(id, { ...known, note: words, changed: time });
          } else if (what === 'remove') {
            await surely(killAt, (one) => one.flags.remove(id, time));
            if (known && known.deleted === undefined) model.set(id, { ...known, deleted: time, changed: time });
          } else if (what === 'restore') {
            await surely(killAt, (one) => one.flags.restore(id, time));
            if (known?.deleted !== undefined) {
              const { deleted: _deleted, ...rest } = known;
              model.set(id, { ...rest, changed: time });
            }
          } else if (what === 'import' || what === 'drop import') {
            const name = `import ${at}`;
            const flags = Array.from({ length: n + 1 }, (_, index) => exampleFlag({ id: importedId(at, index), note: words, created: time + index / 10, changed: time }));
            await surely(undefined, (one) => one.imports.begin(name, { name: 'x.json', format: 'notebook' }, time));
            for (const flag of flags) await surely(killAt, (one) => one.imports.stage(name, [creationOf(flag)], time));
            if (what === 'import') {
              expect((await surely(killAt, (one) => one.imports.commit(name, new Map(), 'merge', time))).ok).toBe(true);
              for (const flag of flags) model.set(flag.id, flag);
              lastImport = { id: name, flags: flags.map((flag) => flag.id) };
            } else {
              // Whoever imported has died; the next start clears it away.
              store.close();
              store = disk.open();
              await surely(killAt, (one) => one.imports.cleanUp(time + 1e6));
            }
          } else if (lastImport) {
            const { id: name, flags } = lastImport;
            const answer = await surely(killAt, (one) => one.imports.undo(name, time));
            if (answer.ok) await surely(undefined, (one) => one.imports.cleanUp(time));
            const all = await store.flags.all({ deleted: true });
            // Taken back by rows when nothing happened since, else into the bin: either way nothing of it stands.
            const there = all.ok ? all.value.filter((flag) => flags.includes(flag.id)) : [];
            expect(there.every((flag) => flag.deleted !== undefined)).toBe(true);
            for (const flag of flags) model.delete(flag);
            for (const flag of there) model.set(flag.id, flag);
            lastImport = undefined;
          }
        }

        const expected = [...model.values()].sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
        expect(await store.flags.all({ deleted: true })).toEqual({ ok: true, value: expected });
        // Beside the flags: each one's history adds up to it, and no row of an import that was dropped is left.
        const keys = await store.revisions.keys();
        expect(new Set(keys.ok ? keys.value.map(([flag]) => flag) : [])).toEqual(new Set(model.keys()));
        expect(await store.flags.survey()).toMatchObject({ value: { unreadable: 0 } });
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});
