import { fakeBrowser } from '../fake-browser.ts';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describe as describePlace } from '../../lib/anchor/describe.ts';
import { createAnnotatePage } from '../../lib/background/annotate-page.ts';
import { createPlaceFlags } from '../../lib/background/flag-calls.ts';
import { createFlagsNear } from '../../lib/background/flags-near.ts';
import { pageOf } from '../../lib/background/own-page.ts';
import { writeRecord } from '../../lib/background/tab-records.ts';
import type { PageCaller } from '../../lib/messages/caller.ts';
import { createNotebookStore, type NotebookStore } from '../../lib/store/notebook-store.ts';
import { seedArticle } from '../anchor/articles.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const showStatus = vi.hoisted(() => vi.fn<() => Promise<void>>());
vi.mock('../../lib/background/toolbar.ts', () => ({ showStatus }));

const caller: PageCaller = { kind: 'page', tab: 7, document: 'D1', url: 'https://zeitung.example/netz/artikel?utm_source=x', incognito: false };
const article = { text: seedArticle, signals: { url: caller.url, lang: 'de', title: 'Ein Artikel' } };
const sentence = 'Heute hat Prometheus 6,2 Milliarden US-Dollar an Startkapital';
const place = describePlace(seedArticle, [seedArticle.indexOf(sentence), seedArticle.indexOf(sentence) + sentence.length]);
const flag = exampleFlag({ page: { ...pageOf(caller), title: 'Ein Artikel' }, ...place });

let store: NotebookStore;
const answer = async (from: NotebookStore = store, more: Partial<PageCaller> = {}) => {
  const given = await createAnnotatePage(createFlagsNear(from))({ token: 't1', article }, { ...caller, ...more });
  if (!given.ok) throw new Error(given.error.detail);
  return given.value;
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  showStatus.mockResolvedValue();
  store = createNotebookStore({ indexedDB: new IDBFactory(), IDBKeyRange, persist: async () => true, estimate: async () => ({}) });
});

describe('an article that a reader read', () => {
  it('comes back with its notes, its own flags placed, and what a new flag is kept under', async () => {
    await store.flags.keep(flag);
    const { document, flags, page, settings } = await answer();
    expect(document.page.verdict).toBe('annotate');
    expect(document.notes.length).toBeGreaterThan(20);
    expect(flags).toEqual([{ flag, state: 'exact', span: [place.position.start, place.position.end] }]);
    expect(page).toEqual({ address: 'https://zeitung.example/netz/artikel', site: 'zeitung.example' });
    expect(settings).toEqual({ density: 'core', hidden: [], off: false, ephemeral: false, ruler: false, quiet: false, dismissed: [] });
  });

  it('of which only the begin was sent has no flags yet; they are placed in all of its text when that is sent', async () => {
    await store.flags.keep(flag);
    const begin = { ...article, text: seedArticle.slice(0, place.position.start) };
    const given = await createAnnotatePage(createFlagsNear(store), store)({ token: 't1', article: begin, isBegin: true }, caller);
    expect(given).toMatchObject({ ok: true, value: { flags: [], isUnplaced: true } });
    const placed = await createPlaceFlags(store)({ token: 't1', text: seedArticle }, caller);
    expect(placed).toEqual({ ok: true, value: [{ flag, state: 'exact', span: [place.position.start, place.position.end] }] });
  });

  it('of which only the begin was sent says nothing of flags where there are none', async () => {
    const given = await createAnnotatePage(createFlagsNear(store), store)({ token: 't1', article, isBegin: true }, caller);
    expect(given.ok && given.value).not.toHaveProperty('isUnplaced');
  });

  it('is analysed once in a session, and again when the flags have changed', async () => {
    const first = await answer();
    const stored = await fakeBrowser.storage.session.get();
    const analyses = Object.keys(stored).filter((key) => key.startsWith('analysis:'));
    expect(analyses).toHaveLength(1);
    await fakeBrowser.storage.session.set({ [analyses[0]!]: { ...first.document, id: 'remembered' } });
    expect((await answer()).document.id).toBe('remembered');
    await store.flags.keep({ ...flag, id: exampleId(3), page: { ...flag.page, address: 'https://andere.example/a', site: 'andere.example' } });
    expect((await answer()).document.id).not.toBe('remembered');
  });

  it('comes back before anything is written of it or shown on the toolbar; asked for again meanwhile, it is not analysed again', async () => {
    showStatus.mockReturnValue(new Promise(() => {}));
    let written = () => {};
    const writing = new Promise<void>((done) => (written = done));
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(() => writing);
    const { document } = await answer();
    expect((await answer()).document).toBe(document);
    expect(await fakeBrowser.storage.session.get()).toEqual({});
    written();
  });

  it('comes back also where the browser refuses what is written and shown', async () => {
    showStatus.mockRejectedValue(new Error('No tab with id: 7'));
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QuotaExceeded'));
    expect((await answer()).document.notes.length).toBeGreaterThan(20);
    // Nobody waits for it, and nobody has to hear of it: a rejection that is not handled fails the run.
    await new Promise((done) => setTimeout(done, 20));
    expect(showStatus).toHaveBeenCalled();
  });

  it('in a private window is annotated, says so, and leaves no analysis', async () => {
    const { settings } = await answer(store, { incognito: true });
    expect(settings.ephemeral).toBe(true);
    expect(Object.keys(await fakeBrowser.storage.session.get()).filter((key) => key.startsWith('analys'))).toEqual([]);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('has its notes even when the flags cannot be read, and says why they are missing', async () => {
    const refusing = { databases: () => Promise.reject(new DOMException('no', 'SecurityError')), open: () => undefined };
    const refused = createNotebookStore({ indexedDB: refusing, estimate: async () => ({}) });
    const { document, flags, failure } = await answer(refused);
    expect(document.notes.length).toBeGreaterThan(20);
    expect(flags).toEqual([]);
    expect(failure?.code).toBe('store_refused');
  });

  it('is annotated whatever it is about, if the person asked for it', async () => {
    const english = { text: 'Jeff Bezos founded Amazon a long time ago. He likes rockets.', signals: { url: caller.url, lang: 'en' } };
    const ask = async () => createAnnotatePage(createFlagsNear(store))({ token: 't9', article: english }, caller);
    expect(await ask()).toMatchObject({ value: { document: { notes: [] } } });
    await writeRecord({ tab: 7, token: 't9', forced: true });
    const forced = await ask();
    expect(forced.ok && forced.value.document.notes.length).toBeGreaterThan(0);
  });

  it('is where the browser says it is, whatever the message claims', async () => {
    const lying = { ...article, signals: { ...article.signals, url: 'https://andere.example/a', canonical: 'https://andere.example/a' } };
    const given = await createAnnotatePage(createFlagsNear(store))({ token: 't1', article: lying }, caller);
    expect(given).toMatchObject({ value: { page: { site: 'zeitung.example' }, document: { page: { url: caller.url } } } });
  });
});
