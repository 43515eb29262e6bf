import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createKeptFlags } from '../../lib/background/kept-flags.ts';
import { createFlagStore } from '../../lib/store/flag-store.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

describe('flags between two pages', () => {
  it('are read once, and again after every write', async () => {
    const store = createFlagStore({ indexedDB: new IDBFactory(), IDBKeyRange, device: async () => 'a1', persist: async () => true });
    const kept = createKeptFlags(store);
    const read = async () => {
      const answer = await kept();
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    await store.keep(exampleFlag());
    const first = await read();
    expect(first.all).toHaveLength(1);
    expect((await read()).all).toBe(first.all);

    await store.keep(exampleFlag({ id: exampleId(2), page: { ...exampleFlag().page, address: 'https://a.example/' } }));
    const second = await read();
    expect(second.stamp).not.toBe(first.stamp);
    expect([...second.byAddress.keys()].sort()).toEqual(['https://a.example/', exampleFlag().page.address]);

    await store.change(exampleId(2), { note: 'x' }, 2_000_000_000_000);
    expect((await read()).byAddress.get('https://a.example/')![0]!.note).toBe('x');
    await store.remove(exampleId(2), 2_000_000_000_001);
    expect((await read()).all).toHaveLength(1);
  });
});
