import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiler, createFlagsNear } from '../../lib/background/flags-near.ts';
import { fewFlags } from '../../lib/store/filing.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const here = exampleFlag().page.address;
const flagAt = (n: number) =>
  exampleFlag({ id: exampleId(n), created: n, page: { ...exampleFlag().page, address: `https://a.example/${n}` }, quote: { exact: `Die Firma Nordstern${n} aus Ort${n % 97} beschäftigt ${n + 11} Fachleute für Thema${n % 89}.`, prefix: '', suffix: '' } });
const text = 'Am Montag war es so weit. Die Firma Nordstern7 aus Ort7 beschäftigt 18 Fachleute für Thema7. Das Werk beschäftigt 400 Menschen.';

let store: NotebookStore;
const near = async (words = text) => {
  const answer = await createFlagsNear(store)(words, here);
  if (!answer.ok) throw new Error(answer.error.detail);
  return { here: answer.value.here.map(({ id }) => id), near: answer.value.near.map(({ id }) => id) };
};
/** Brings very many flags in, as a file would. */
const fill = async (count: number) => {
  await store.imports.begin('i', { name: 'n', format: 'f' }, 1);
  await store.imports.stage('i', Array.from({ length: count }, (_, n) => {
    const { id: flag, changed: at, ...set } = flagAt(n);
    return { id: `r${n}`, flag, device: 'b2', clock: 1, at, set };
  }), 1);
  expect(await store.imports.commit('i', new Map(), 'merge', 2)).toMatchObject({ ok: true });
};

beforeEach(() => {
  store = createNotebookStore({ indexedDB: new IDBFactory(), IDBKeyRange, device: async () => 'a1', persist: async () => true, estimate: async () => ({}) });
});

describe('the flags near a text', () => {
  it('are all, while they are few, and nothing is filed', async () => {
    await store.flags.keep(exampleFlag());
    await store.flags.keep(flagAt(7));
    await store.flags.keep(flagAt(8));
    expect(await near()).toEqual({ here: [exampleFlag().id], near: [exampleId(7), exampleId(8), exampleFlag().id] });
    expect(await store.filing.file(() => [])).toEqual({ ok: true, value: 0 });
  });

  it('are those that it may repeat, where they are many', async () => {
    await fill(fewFlags + 200);
    await createFiler(store.filing)();
    const found = (await near()).near;
    expect(found).toContain(exampleId(7));
    expect(found.length).toBeLessThan(60);
    expect((await near('Ganz andere Worte über das Wetter.')).near).toEqual([]);
  });

  it('are those not filed yet, too, and never those in the bin', async () => {
    await fill(fewFlags + 200);
    await createFiler(store.filing)();
    const late = exampleFlag({ id: exampleId(9_000), quote: { exact: 'Neu ist dieser Satz.', prefix: '', suffix: '' } });
    await store.flags.keep(late);
    expect((await near()).near).toContain(late.id);
    await createFiler(store.filing)();
    expect((await near()).near).not.toContain(late.id);
    expect((await near('Neu ist dieser Satz.')).near).toContain(late.id);
    await store.flags.remove(exampleId(7), 3);
    expect((await near()).near).not.toContain(exampleId(7));
    await store.flags.restore(exampleId(7), 4);
    expect((await near()).near).toContain(exampleId(7));
  });

  it('stay filed when their note is changed', async () => {
    await fill(fewFlags + 200);
    await createFiler(store.filing)();
    await store.flags.change(exampleId(7), { note: 'x' }, 5);
    expect(await store.filing.file(() => [])).toEqual({ ok: true, value: 0 });
    expect((await near()).near).toContain(exampleId(7));
  });
});
