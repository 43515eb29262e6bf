/** What is kept beside the flags: forms that were not sent, sightings, snapshots, places, the bin. */
import { fakeBrowser } from '../fake-browser.ts';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftCalls } from '../../lib/background/draft-calls.ts';
import { toNotebook } from '../../lib/formats/notebook-json.ts';
import type { PageCaller } from '../../lib/messages/caller.ts';
import { deviceName } from '../../lib/store/device.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { exampleFlag, exampleId } from './example-flag.ts';

const day = 86_400_000;
let store: NotebookStore;
beforeEach(() => {
  fakeBrowser.reset();
  store = createNotebookStore({ indexedDB: new IDBFactory(), IDBKeyRange, persist: async () => true, estimate: async () => ({}), device: async () => 'here' });
});

describe('version watch', () => {
  const placed = (state: 'exact' | 'changed' | 'lost' | 'elsewhere', span?: [number, number]) => [{ flag: exampleFlag(), state, ...(span ? { span } : {}) }];

  it('keeps what stands there now, once, and forgets it when the sentence is back', async () => {
    await store.versions.note(placed('changed', [4, 8]), 'Das Werk hat', 10);
    await store.versions.note(placed('changed', [4, 8]), 'Das Werk hat', 20);
    expect(await store.versions.all()).toEqual({ ok: true, value: [{ flag: exampleFlag().id, state: 'changed', now: 'Werk', at: 10 }] });
    await store.versions.note(placed('lost'), '', 30);
    expect(await store.versions.all()).toMatchObject({ value: [{ state: 'lost', at: 30 }] });
    await store.versions.note(placed('exact', [0, 3]), 'Das', 40);
    expect(await store.versions.all()).toEqual({ ok: true, value: [] });
  });

  it('keeps nothing of an article that only repeats a flag', async () => {
    await store.versions.note(placed('elsewhere', [0, 3]), 'Das', 10);
    expect(await store.versions.all()).toEqual({ ok: true, value: [] });
  });
});

describe('drafts', () => {
  const caller: PageCaller = { kind: 'page', tab: 1, url: 'https://zeitung.example/a', incognito: false };
  const draft = (note: string, changed: number, id = exampleId(1)) => ({ id, form: { note }, changed });

  it('come back as they were last typed, whatever order the messages arrive in', async () => {
    const calls = createDraftCalls(store.drafts);
    await calls.keepDraft({ draft: draft('später', 9) }, caller);
    await calls.keepDraft({ draft: draft('früher', 5) }, caller);
    expect(await calls.pageDrafts({}, caller)).toEqual({ ok: true, value: [draft('später', 9)] });
    await calls.dropDraft({ id: exampleId(1) }, caller);
    expect(await calls.pageDrafts({}, caller)).toEqual({ ok: true, value: [] });
  });

  it('are of their own page only, and none is kept from a private window', async () => {
    const calls = createDraftCalls(store.drafts);
    await calls.keepDraft({ draft: draft('meins', 1) }, caller);
    const other = { ...caller, url: 'https://andere.example/' };
    expect(await calls.pageDrafts({}, other)).toEqual({ ok: true, value: [] });
    expect(await calls.keepDraft({ draft: draft('fremd', 2) }, other)).toMatchObject({ ok: false, error: { code: 'other_page' } });
    expect(await calls.dropDraft({ id: exampleId(1) }, other)).toMatchObject({ ok: false, error: { code: 'other_page' } });
    expect(await calls.dropDraft({ id: exampleId(1) }, { ...caller, incognito: true })).toMatchObject({ ok: false, error: { code: 'private_window' } });
    expect(await calls.keepDraft({ draft: draft('heimlich', 3, exampleId(2)) }, { ...caller, incognito: true })).toMatchObject({ ok: false, error: { code: 'private_window' } });
    expect(await store.drafts.all()).toMatchObject({ value: [{ form: { note: 'meins' } }] });
  });

  it('are kept when the clock was set back, the last typed', async () => {
    await store.drafts.keep({ ...draft('vor dem Stellen der Uhr', 10 * day), address: 'a' });
    await store.drafts.keep({ ...draft('danach', 9 * day), address: 'a' });
    expect(await store.drafts.all()).toMatchObject({ value: [{ form: { note: 'danach' } }] });
    for (let n = 2; n < 250; n += 1) await store.drafts.keep({ ...draft('voll', 20 * day + n, exampleId(n)), address: 'a' });
    await store.drafts.keep({ ...draft('der letzte', 8 * day, exampleId(300)), address: 'a' });
    expect(await store.drafts.of(exampleId(300))).toMatchObject({ value: { form: { note: 'der letzte' } } });
  });

  it('are dropped when they are old or too many', async () => {
    await store.drafts.keep({ ...draft('alt', 1), address: 'a' });
    await store.drafts.keep({ ...draft('neu', 40 * day, exampleId(2)), address: 'a' });
    expect(await store.drafts.all()).toMatchObject({ value: [{ form: { note: 'neu' } }] });
  });
});

describe('sightings', () => {
  const seen = (address: string, at: number) => ({ flag: exampleId(1), address, title: 'T', quote: 'Q', at });
  it('are one for an article however often it is read, the latest first, and all forgotten at once', async () => {
    await store.sightings.keep([seen('a', 1), seen('b', 2)]);
    await store.sightings.keep([seen('a', 9)]);
    expect(await store.sightings.of(exampleId(1))).toMatchObject({ value: [{ address: 'b', at: 2 }, { address: 'a', at: 1 }] });
    await store.sightings.keep([seen('c', -day)]);
    expect(await store.sightings.of(exampleId(1))).toMatchObject({ value: [{ address: 'b' }, { address: 'a' }, { address: 'c' }] });
    await store.sightings.forgetAll();
    expect(await store.sightings.all()).toEqual({ ok: true, value: [] });
  });
});

describe('snapshots', () => {
  it('are taken once a day, hold the whole notebook, and go after a week', async () => {
    expect(await store.snapshots.takeIfDue(100 * day)).toEqual({ ok: true, value: false });
    await store.flags.keep(exampleFlag());
    for (let n = 0; n < 12; n += 1) await store.snapshots.takeIfDue((100 + n) * day);
    expect(await store.snapshots.takeIfDue(111 * day + 3_600_000)).toEqual({ ok: true, value: false });
    const list = await store.snapshots.list();
    if (!list.ok) throw new Error(list.error.detail);
    expect(list.value.map(({ at }) => at / day)).toEqual([111, 110, 109, 108, 107, 106, 105, 104]);
    const file = await store.snapshots.open(list.value[0]!.id);
    if (!file.ok) throw new Error(file.error.detail);
    let text = '';
    for await (const piece of file.value) text += piece;
    const all = [];
    for await (const portion of store.revisions.portions()) all.push(...portion);
    expect(text).toBe(toNotebook(all));
  });
});

describe('snapshots when the clock was set back', () => {
  const times = async (): Promise<number[]> => {
    const list = await store.snapshots.list();
    return list.ok ? list.value.map(({ at }) => at / day) : [];
  };

  beforeEach(async () => {
    await store.flags.keep(exampleFlag());
    for (let n = 0; n < 8; n += 1) await store.snapshots.takeIfDue((1_000 + n) * day);
  });
  /** Changes go on for twenty minutes; gives the days of the snapshots there are then. */
  const workAt = async (now: number): Promise<number[]> => {
    for (let n = 0; n < 20; n += 1) await store.snapshots.takeIfDue(now + n * 60_000);
    return times();
  };

  it('by a day are none too many: those of before stay', async () => {
    expect(await workAt(1_006.1 * day)).toEqual([1_007, 1_006, 1_005, 1_004, 1_003, 1_002, 1_001, 1_000]);
  });

  it('by a year are one a day again, which stays, and pushes out one of before', async () => {
    expect(await workAt(600 * day)).toEqual([1_007, 1_006, 1_005, 1_004, 1_003, 1_002, 1_001, 600]);
    expect(await workAt(601 * day)).toEqual([1_007, 1_006, 1_005, 1_004, 1_003, 1_002, 601, 600]);
  });
});

describe('the bin', () => {
  it('is emptied after 30 days, and what was purged leaves nothing but the record', async () => {
    await store.flags.keep(exampleFlag({ note: 'GEHEIM' }));
    await store.drafts.keep({ id: exampleFlag().id, address: 'a', form: { note: 'GEHEIM' }, changed: 1 });
    await store.versions.note([{ flag: exampleFlag(), state: 'changed', span: [0, 6] }], 'GEHEIM', 1);
    await store.flags.remove(exampleFlag().id, 100 * day);
    expect(await store.flags.emptyBin(129 * day)).toEqual({ ok: true, value: 0 });
    expect(await store.flags.emptyBin(131 * day)).toEqual({ ok: true, value: 1 });
    expect(await store.flags.all({ deleted: true })).toEqual({ ok: true, value: [] });
    const all = [];
    for await (const portion of store.revisions.portions()) all.push(...portion);
    expect(all).toMatchObject([{ set: { purged: true } }]);
    expect(await store.revisions.purged()).toEqual({ ok: true, value: new Set(all.map(({ flag }) => flag)) });
    expect(await store.drafts.all()).toEqual({ ok: true, value: [] });
    expect(await store.versions.all()).toEqual({ ok: true, value: [] });
  });
});

describe('many at once', () => {
  it('change in one transaction, each with its own history', async () => {
    for (const n of [1, 2, 3]) await store.flags.keep(exampleFlag({ id: exampleId(n), tags: ['a'] }));
    const answer = await store.flags.changeMany([exampleId(1), exampleId(2), exampleId(9)], ({ tags }) => ({ tags: [...tags, 'b'] }), 5);
    expect(answer).toMatchObject({ value: [{ tags: ['a', 'b'] }, { tags: ['a', 'b'] }] });
    expect(await store.flags.history(exampleId(1))).toMatchObject({ value: { length: 2 } });
    await store.flags.removeMany([exampleId(1), exampleId(3)], 6);
    expect(await store.flags.all()).toMatchObject({ value: [{ id: exampleId(2) }] });
    await store.flags.restoreMany([exampleId(1)], 7);
    expect(await store.flags.survey()).toMatchObject({ value: { flags: 2, deleted: 1 } });
  });

  it('calls back those who watch', async () => {
    const changed = vi.fn<() => void>();
    await store.flags.keep(exampleFlag());
    const end = store.flags.watch(changed);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await store.flags.change(exampleFlag().id, { note: 'x' }, 5);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    end();
  });
});

describe('this device', () => {
  it('has one random name, made at the first use', async () => {
    const name = await deviceName();
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(await deviceName()).toBe(name);
    expect(await fakeBrowser.storage.local.get('device')).toEqual({ device: name });
  });
});
