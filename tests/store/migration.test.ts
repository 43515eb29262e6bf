/** A database of every earlier version opens with nothing lost; each flag then has a history that begins with its creation. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../lib/store/flag-database.ts';
import { createNotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

/** What version 1 wrote: rows without tags, one with a key we do not know, one in the bin, one that nobody can read. */
async function versionOne(): Promise<{ disk: IDBFactory; rows: Record<string, unknown>[] }> {
  const disk = new IDBFactory();
  const dexie = new Dexie('randnotiz', { indexedDB: disk, IDBKeyRange });
  dexie.version(1).stores({ flags: 'id, page.address, page.site, created, deleted' });
  const { tags: _tags, ...old } = exampleFlag({ note: 'alt', stance: 'confirmed', confirmedBy: 'Amtsgericht' });
  const rows = [{ ...old, colour: 'green' }, { ...old, id: exampleId(2), deleted: 7, changed: 9 }, { id: exampleId(3), page: 'broken' }];
  await dexie.table('flags').bulkAdd(rows);
  dexie.close();
  return { disk, rows };
}

const open = (disk: IDBFactory) => createNotebookStore({ indexedDB: disk, IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => 'a1' });

describe('a database of version 1', () => {
  it('opens with every flag, every key and every row', async () => {
    const { disk, rows } = await versionOne();
    const store = open(disk);
    expect(await store.flags.all({ deleted: true })).toEqual({ ok: true, value: [exampleFlag({ id: exampleId(2), note: 'alt', stance: 'confirmed', confirmedBy: 'Amtsgericht', deleted: 7, changed: 9 }), exampleFlag({ note: 'alt', stance: 'confirmed', confirmedBy: 'Amtsgericht' })] });
    expect(await store.flags.survey()).toMatchObject({ value: { flags: 1, deleted: 1, unreadable: 1 } });
    store.close();
    const dexie = new Dexie('randnotiz', { indexedDB: disk, IDBKeyRange });
    await dexie.open();
    expect(dexie.verno).toBe(schemaVersion);
    for (const row of rows) expect(await dexie.table('flags').get(row['id'] as string)).toMatchObject(row);
    dexie.close();
  });

  it('gives each flag its creation, signed by this device, and goes on from there', async () => {
    const store = open((await versionOne()).disk);
    await store.flags.change(exampleFlag().id, { note: 'neu' }, 11);
    const history = await store.flags.history(exampleFlag().id);
    expect(history).toEqual({ ok: true, value: expect.arrayContaining([expect.objectContaining({ id: `first-${exampleFlag().id}`, device: 'a1', clock: 1, set: expect.objectContaining({ note: 'alt' }) as unknown }), expect.objectContaining({ device: 'a1', clock: 2, at: 11, set: { note: 'neu' } })]) as unknown });
    expect(await store.flags.get(exampleFlag().id)).toMatchObject({ value: { note: 'neu', confirmedBy: 'Amtsgericht' } });
  });
});
