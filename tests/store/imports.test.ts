/** Imports: all or nothing, visible at once, undone, and never in the way of what the reader does meanwhile. */
import fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toNotebook } from '../../lib/formats/notebook-json.ts';
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import type { Flag, Revision } from '../../lib/model.ts';
import { fold } from '../../lib/notebook/fold.ts';
import { merge } from '../../lib/notebook/merge.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { stageFile } from '../../lib/store/import-file.ts';
import { anyRevisions, created, revision } from '../notebook/example-revisions.ts';
import { pageOf } from '../exchange/example-files.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

let disk: IDBFactory;
let store: NotebookStore;
const open = () => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => 'here' });
beforeEach(() => {
  disk = new IDBFactory();
  store = open();
});

const flags = async (from = store): Promise<readonly Flag[]> => {
  const answer = await from.flags.all({ deleted: true });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
};
const revisions = async (): Promise<Revision[]> => {
  const all: Revision[] = [];
  for await (const portion of store.revisions.portions()) all.push(...portion);
  return merge(all, []);
};
/** Of which flags a form, a wording, an article that repeats them is kept. */
const beside = async (): Promise<(string | undefined)[][]> => {
  const [drafts, versions, sightings] = [await store.drafts.all(), await store.versions.all(), await store.sightings.all()];
  if (!drafts.ok || !versions.ok || !sightings.ok) throw new Error('cannot be read');
  const kept = [drafts.value.map(({ id }) => id), versions.value.map(({ flag }) => flag), sightings.value.map(({ flag }) => flag)].map((ids) => new Set(ids));
  return [...new Set(kept.flatMap((ids) => [...ids]))].sort().map((id) => kept.map((ids) => (ids.has(id) ? id : undefined)));
};
const stage = (file: string, id = 'i1') => stageFile(store.imports, { id, name: 'datei.json', chunks: file.match(/[^]{1,999}/g) ?? [], pageOf, now: () => 1_000 });
const notebook = (...list: Revision[]) => toNotebook(list);
const one = created(exampleFlag({ id: exampleId(1), note: 'eins' }), { device: 'there' });
const two = created(exampleFlag({ id: exampleId(2), note: 'zwei', created: 1_700_000_000_001 }), { device: 'there' });

describe('an import', () => {
  it('shows nothing before it is committed, and everything after', async () => {
    const staged = await stage(notebook(one, two));
    expect(staged).toMatchObject({ ok: true, preview: { format: 'notebook', counts: { fresh: 2, same: 0, conflicts: 0 }, fresh: [{ note: 'eins' }, { note: 'zwei' }] } });
    expect(await flags()).toEqual([]);
    expect(await store.flags.get(exampleId(1))).toMatchObject({ ok: false });
    expect(await store.flags.survey()).toMatchObject({ value: { flags: 0 } });
    await store.imports.commit('i1', new Map(), 'merge', 2_000);
    expect(await flags()).toMatchObject([{ note: 'eins' }, { note: 'zwei' }]);
  });

  it('of the same file twice does nothing the second time', async () => {
    await stage(notebook(one, two));
    await store.imports.commit('i1', new Map(), 'merge', 2_000);
    expect(await stage(notebook(one, two), 'i2')).toMatchObject({ preview: { counts: { fresh: 0, same: 2 } } });
    await store.imports.commit('i2', new Map(), 'merge', 2_000);
    expect(await revisions()).toEqual(merge([one, two], []));
  });

  it('gives back the very bytes when it is exported again', async () => {
    const file = notebook(one, two, revision({ id: 'x', flag: exampleId(1), device: 'third', clock: 5, set: { note: 'später', deleted: 9 } }));
    await stage(file);
    await store.imports.commit('i1', new Map(), 'merge', 2_000);
    expect(toNotebook(await revisions())).toBe(file);
  });

  it('that is cut off leaves nothing, and the next start clears it away', async () => {
    await store.imports.begin('dead', { name: 'x', format: 'notebook' }, 1_000);
    await store.imports.stage('dead', [one, two], 1_000);
    store.close();
    store = open();
    expect(await flags()).toEqual([]);
    expect(await store.imports.cleanUp(1_500)).toEqual({ ok: true, value: 0 });
    expect(await store.imports.cleanUp(1_000_000)).toEqual({ ok: true, value: 1 });
    expect(await store.imports.commit('dead', new Map(), 'merge', 1)).toMatchObject({ ok: false, error: { code: 'import_gone' } });
    expect(await revisions()).toEqual([]);
  });

  it('with a fault takes nothing in and names the place', async () => {
    const file = notebook(one, two).replace('"note":"zwei"', '"note":2');
    expect(await stage(file)).toMatchObject({ ok: false, fault: { code: 'bad_entry', place: '$.revisions[1].set.note, line 3' } });
    expect(await flags()).toEqual([]);
    expect(await store.imports.preview('i1')).toMatchObject({ ok: false });
  });

  it('says what a newer clock would do, and refuses one that would wear clocks out', async () => {
    const wild = created(exampleFlag({ id: exampleId(5) }), { clock: Number.MAX_SAFE_INTEGER - 1 });
    expect(await stage(notebook(wild))).toMatchObject({ ok: false, error: { code: 'import_bad' } });
  });
});

describe('conflicts', () => {
  const flag = exampleFlag({ id: exampleId(1), note: 'eins' });
  const theirs = revision({ id: 't', flag: exampleId(1), device: 'there', clock: 2, set: { note: 'dort' } });
  beforeEach(async () => {
    await store.revisions.takeIn([one]);
    await store.flags.change(flag.id, { note: 'hier' }, 5);
  });

  it.each([['mine', 'hier'], ['theirs', 'dort']] as const)('decided as %s say „%s“, here and after any later merge', async (choice, note) => {
    expect(await stage(notebook(one, theirs))).toMatchObject({ preview: { counts: { conflicts: 1 }, conflicts: [{ fields: ['note'], mine: { note: 'hier' }, theirs: { note: 'dort' } }] } });
    await store.imports.commit('i1', new Map([[flag.id, choice]]), 'merge', 6);
    expect(await flags()).toMatchObject([{ note }]);
    expect(fold(merge([one, theirs], await revisions()))?.note).toBe(note);
  });

  it('with a file that has no history keep what the reader wrote, unless they choose otherwise', async () => {
    const file = JSON.stringify(flagsToWebAnnotations([{ ...flag, note: 'aus W3C' }]));
    expect(await stage(file)).toMatchObject({ preview: { counts: { conflicts: 1 } } });
    await store.imports.commit('i1', new Map(), 'merge', 6);
    expect(await flags()).toMatchObject([{ note: 'hier' }]);
    await stage(file.replace('aus W3C', 'noch einmal'), 'i2');
    await store.imports.commit('i2', new Map(), 'theirs', 7);
    expect(await flags()).toMatchObject([{ note: 'noch einmal' }]);
  });
});

describe('undo', () => {
  it('takes everything back as if nothing had been', async () => {
    await store.revisions.takeIn([one]);
    const before = [await flags(), await revisions()];
    await stage(notebook(one, two, revision({ id: 't', flag: exampleId(1), device: 'there', clock: 2, set: { note: 'dort' } })));
    await store.imports.commit('i1', new Map(), 'merge', 6);
    expect(await flags()).toMatchObject([{ note: 'dort' }, { note: 'zwei' }]);
    expect(await store.imports.undo('i1', 7)).toEqual({ ok: true, value: null });
    expect([await flags(), await revisions()]).toEqual(before);
    expect(await store.imports.undo('i1', 8)).toMatchObject({ ok: false, error: { code: 'import_gone' } });
  });

  it('after other work is made of records: new flags go into the bin, changed fields get back what they said, later changes stay', async () => {
    await store.revisions.takeIn([one]);
    await stage(notebook(one, two, revision({ id: 't', flag: exampleId(1), device: 'there', clock: 2, set: { note: 'dort', stance: 'doubtful' } })));
    await store.imports.commit('i1', new Map(), 'merge', 6);
    await store.flags.change(exampleId(1), { stance: 'confirmed', tags: ['danach'] }, 7);
    await store.imports.undo('i1', 8);
    expect(await flags()).toMatchObject([{ note: 'eins', stance: 'confirmed', tags: ['danach'] }, { note: 'zwei', deleted: 8 }]);
  });

  it('leaves nothing of the flags that only the import brought: no form, no wording, no article that repeats them', async () => {
    const orphan = revision({ id: 'o', flag: exampleId(3), device: 'there', clock: 9, set: { note: 'kam vor ihrem Vermerk' } });
    const three = created(exampleFlag({ id: exampleId(3), created: 1_700_000_000_002 }), { device: 'there' });
    await store.revisions.takeIn([one, orphan]);
    await stage(notebook(one, two, three, revision({ id: 't', flag: exampleId(1), device: 'there', clock: 2, set: { note: 'dort' } })));
    await store.imports.commit('i1', new Map(), 'merge', 6);
    for (const flag of await flags()) {
      await store.drafts.keep({ id: flag.id, address: flag.page.address, form: { note: 'halb' }, changed: 7 });
      await store.versions.note([{ flag, state: 'lost' }], '', 7);
      await store.sightings.keep([{ flag: flag.id, address: 'https://andere.example/', title: '', quote: '', at: 7 }]);
    }
    expect(await beside()).toEqual([exampleId(1), exampleId(2), exampleId(3)].map((id) => [id, id, id]));
    await store.imports.undo('i1', 8);
    expect(await beside()).toEqual([[exampleId(1), exampleId(1), exampleId(1)]]);
  });

  it('cut off before it cleared up is cleared up by the next start, with what stands beside the flags', async () => {
    await stage(notebook(two));
    await store.imports.commit('i1', new Map(), 'merge', 6);
    await store.drafts.keep({ id: exampleId(2), address: 'a', form: {}, changed: 7 });
    const cut = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('killed', 'AbortError');
    });
    await store.imports.undo('i1', 8);
    cut.mockRestore();
    store.close();
    store = open();
    expect([await flags(), await beside()]).toEqual([[], [[exampleId(2), undefined, undefined]]]);
    expect(await store.imports.cleanUp(9)).toEqual({ ok: true, value: 1 });
    expect([await revisions(), await beside()]).toEqual([[], []]);
  });

  it('of what a folder has got already is made of records too', async () => {
    await stage(notebook(two));
    await store.imports.commit('i1', new Map(), 'merge', 6);
    await store.revisions.published([[exampleId(2), two.id]]);
    await store.imports.undo('i1', 8);
    expect(await flags()).toMatchObject([{ deleted: 8 }]);
  });
});

describe('work during an import', () => {
  it('stands beside it: a flag that both bring is one flag with both histories', async () => {
    await store.imports.begin('i1', { name: 'x', format: 'notebook' }, 1);
    await store.imports.stage('i1', [one, two], 1);
    await store.flags.keep(exampleFlag({ id: exampleId(2), note: 'selbst geschrieben' }));
    expect(await flags()).toMatchObject([{ note: 'selbst geschrieben' }]);
    await store.imports.commit('i1', new Map(), 'merge', 2);
    expect((await flags()).map(({ id }) => id).sort()).toEqual([exampleId(1), exampleId(2)]);
    expect(await flags()).toEqual(expect.arrayContaining([fold((await revisions()).filter((other) => other.flag === exampleId(2)))]));
  });
});

describe('a transaction', () => {
  it('outlives the way back through the store’s functions', async () => {
    for (const [at, list] of [[one, two], [one, revision({ id: 'a', flag: exampleId(1), device: 'there', clock: 7, set: { note: 'a' } })], [], [revision({ id: 'p', flag: exampleId(2), device: 'there', clock: 8, set: { purged: true } })]].entries()) {
      await stage(notebook(...list), `i${at}`);
      expect(await store.imports.commit(`i${at}`, new Map(), 'merge', at), `${at}`).toMatchObject({ ok: true });
    }
    expect(await store.imports.undo('i3', 9)).toEqual({ ok: true, value: null });
    expect(await store.flags.removeMany([], 1)).toEqual({ ok: true, value: [] });
    expect(await store.flags.purge([exampleId(1), exampleId(9)], 1)).toEqual({ ok: true, value: 1 });
    expect(await flags()).toEqual([]);
  });
});

describe('revisions that share an identity', () => {
  it('in one portion are taken in as the merge would choose, in either order', async () => {
    const one = revision({ id: 'same', flag: exampleId(0), device: 'a', clock: 1, set: { deleted: 1 } });
    const other = revision({ id: 'same', flag: exampleId(0), device: 'a', clock: 1, set: { stance: 'unsure', confirmedBy: null } });
    for (const list of [[one, other], [other, one]]) {
      disk = new IDBFactory();
      store.close();
      store = open();
      await store.revisions.takeIn(list);
      expect(await revisions()).toEqual(merge(list, []));
    }
  });
});

describe('a creation for which something else comes under the same id', () => {
  it('takes its flag away, as the merge says', async () => {
    const whole = created(exampleFlag({ id: exampleId(0) }), { id: 'same', device: 'a', at: 0 });
    const empty = revision({ id: 'same', flag: exampleId(0), device: 'a', clock: 1, at: 0, set: { deleted: null } });
    expect(merge([whole], [empty])).toEqual([empty]);
    await store.revisions.takeIn([whole]);
    await store.revisions.takeIn([empty]);
    expect([await revisions(), await flags()]).toEqual([[empty], []]);
  });
});

describe('any sequence of imports, undos, edits and restarts', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('commit' as const, 'discard' as const, 'undo' as const), list: anyRevisions, n: fc.nat(3), note: fc.constant('') }),
    fc.record({ do: fc.constantFrom('take' as const), list: anyRevisions, n: fc.nat(3), note: fc.constant('') }),
    fc.record({ do: fc.constantFrom('change' as const, 'remove' as const, 'purge' as const, 'restart' as const), list: fc.constant([] as Revision[]), n: fc.nat(3), note: fc.string({ maxLength: 3 }) }),
  );

  it('leaves flags that are what their revisions add up to, and equal to a plain merge where nothing was undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        disk = new IDBFactory();
        store = open();
        let model: Revision[] | undefined = [];
        for (const [at, { do: what, list, n, note }] of steps.entries()) {
          const id = `i${at}`;
          if (what === 'restart') {
            store.close();
            store = open();
          } else if (what === 'take') {
            await store.revisions.takeIn(list);
            model &&= merge(model, list);
          } else if (what === 'change') await store.flags.change(exampleId(n), { note }, at);
          else if (what === 'remove') await store.flags.remove(exampleId(n), at);
          else if (what === 'purge') await store.flags.purge([exampleId(n)], at);
          else {
            await store.imports.begin(id, { name: 'x', format: 'notebook' }, at);
            await store.imports.stage(id, merge(list, []), at);
            if (what === 'discard') await store.imports.discard(id);
            else {
              await store.imports.commit(id, new Map(), 'merge', at);
              model &&= merge(model, list);
              if (what === 'undo') {
                await store.imports.undo(id, at);
                model = undefined;
              }
            }
          }
          const now = await revisions();
          if (['change', 'remove', 'purge'].includes(what)) model &&= merge(model, now);
          if (model) expect(now).toEqual(model);
          const folded = [...new Set(now.map(({ flag }) => flag))].flatMap((flag) => fold(now.filter((other) => other.flag === flag)) ?? []);
          expect((await flags()).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(folded.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
