import { fakeBrowser } from '../fake-browser.ts';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dismissalCalls } from '../../lib/background/dismissal-calls.ts';
import { createFlagCalls } from '../../lib/background/flag-calls.ts';
import { registerGrantedSites } from '../../lib/background/granted-sites.ts';
import { pageOf } from '../../lib/background/own-page.ts';
import { settingsCalls } from '../../lib/background/settings-calls.ts';
import { sighted } from '../../lib/background/sighted.ts';
import { surfaceCalls } from '../../lib/background/surface-calls.ts';
import { readRecord, readRecords, writeRecord } from '../../lib/background/tab-records.ts';
import { whyClosed, whyRefused } from '../../lib/browser/page-access.ts';
import type { PageCaller } from '../../lib/messages/caller.ts';
import { createFlagStore, type FlagStore } from '../../lib/store/flag-store.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

vi.mock('../../lib/background/toolbar.ts', () => ({ showStatus: async () => {} }));

const caller: PageCaller = { kind: 'page', tab: 7, document: 'D1', url: 'https://zeitung.example/netz/artikel', incognito: false };
const german = 'Das Unternehmen hat eine neue Software für künstliche Intelligenz vorgestellt. Die Entwickler wollen damit Daten in der Cloud schneller auswerten, und der Chip dafür kommt von einem Start-up. Nach Angaben des Konzerns läuft das Betriebssystem auf Servern und Smartphones. ';
const signals = { lang: 'de', ogType: 'article', title: 'Neue Software', url: caller.url };

let store: FlagStore;
const executeScript = vi.fn<(injection: unknown) => Promise<unknown>>();
const insertCSS = vi.fn<(injection: unknown) => Promise<void>>();

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset().mockResolvedValue([]);
  insertCSS.mockReset().mockResolvedValue(undefined);
  Object.assign(fakeBrowser.scripting, { executeScript, insertCSS });
  store = createFlagStore({ indexedDB: new IDBFactory(), IDBKeyRange, persist: async () => true, estimate: async () => ({}) });
});

describe('what is known of open pages', () => {
  it('joins what is new about a document, and starts anew with the next one in the tab', async () => {
    await writeRecord({ tab: 7, token: 'a', status: 'unread', forced: true });
    await writeRecord({ tab: 7, token: 'a', status: 'annotated' });
    expect(await readRecord(7)).toMatchObject({ token: 'a', status: 'annotated', forced: true });
    await writeRecord({ tab: 7, token: 'b', status: 'skipped' });
    expect(await readRecord(7, 'a')).toBeUndefined();
    expect((await readRecord(7))?.forced).toBeUndefined();
  });

  it('loses nothing when many pages report at once, and stays bounded', async () => {
    await Promise.all(Array.from({ length: 230 }, (_, tab) => writeRecord({ tab, token: `t${tab}` })));
    const records = await readRecords();
    expect(records).toHaveLength(200);
    expect(records.at(-1)?.tab).toBe(229);
  });
});

describe('a page that is sighted', () => {
  const ask = (more: Partial<PageCaller> = {}, sample = german.repeat(4)) => sighted({ token: 't1', signals, sample }, { ...caller, ...more });

  it('gets the reader, into that very document', async () => {
    expect(await ask()).toEqual({ ok: true, value: { inject: true } });
    const target = { tabId: 7, documentIds: ['D1'] };
    expect(executeScript).toHaveBeenCalledWith({ target, files: ['/reader.js'] });
  });

  it('gets the reader before what is noted of the page is written', async () => {
    let written = () => {};
    const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementationOnce(() => new Promise<void>((done) => (written = done)));
    const answer = ask();
    await vi.waitFor(() => expect(executeScript).toHaveBeenCalled());
    expect(set).toHaveBeenCalledTimes(1);
    written();
    expect(await answer).toEqual({ ok: true, value: { inject: true } });
    expect(await readRecord(7)).toMatchObject({ token: 't1', injected: true });
    set.mockRestore();
  });

  it('has not been given the reader where the browser refuses it', async () => {
    executeScript.mockRejectedValueOnce(new Error('No document with id D1 in tab 7'));
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'page_gone' } });
    expect((await readRecord(7))?.injected).toBeUndefined();
  });

  it('gets it once, however often it says so', async () => {
    await ask();
    expect(await ask()).toEqual({ ok: true, value: { inject: false } });
    expect(executeScript).toHaveBeenCalledTimes(1);
  });

  it('gets it once also when it says so twice at the same time', async () => {
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.filter((one) => one.ok)).toHaveLength(2);
    expect(executeScript).toHaveBeenCalledTimes(1);
  });

  it('gets none when it is not what we read, or when the site is off', async () => {
    expect(await ask({}, 'The company has released a new piece of software for the cloud. '.repeat(9))).toEqual({ ok: true, value: { inject: false } });
    await changeSettings(() => ({ off: ['zeitung.example'] }));
    expect(await sighted({ token: 't2', signals, sample: german.repeat(4) }, caller)).toEqual({ ok: true, value: { inject: false } });
    expect(executeScript).not.toHaveBeenCalled();
    expect((await readRecord(7))?.status).toBe('off');
  });

  it('with next to no words is looked at once more when it has loaded: they may stand in a frame that came late', async () => {
    const get = vi.fn<() => Promise<unknown>>().mockResolvedValue({ id: 7, status: 'loading' });
    Object.assign(fakeBrowser.tabs, { get });
    executeScript.mockImplementation(async (injection) => ((injection as { files: string[] }).files[0] === '/probe.js' ? [{ result: { token: 't1', signals, sample: german.repeat(4), plausible: true } }] : []));
    const answer = ask({}, 'Zum Artikel');
    await vi.waitFor(() => expect(get).toHaveBeenCalled());
    expect(executeScript).not.toHaveBeenCalled();
    get.mockResolvedValue({ id: 7, status: 'complete' });
    expect(await answer).toEqual({ ok: true, value: { inject: true } });
    executeScript.mockResolvedValue([{ result: { token: 'another', signals, sample: german.repeat(4), plausible: true } }]);
    expect(await sighted({ token: 't3', signals, sample: 'Zum Artikel' }, caller)).toEqual({ ok: true, value: { inject: false } });
  });

  it('with next to no words says nothing of the page that has followed it in the tab meanwhile', async () => {
    const get = vi.fn<() => Promise<unknown>>().mockResolvedValue({ id: 7, status: 'loading' });
    Object.assign(fakeBrowser.tabs, { get });
    const answer = ask({}, 'Zum Artikel');
    await vi.waitFor(() => expect(get).toHaveBeenCalled());
    expect(await readRecord(7)).toMatchObject({ token: 't1', status: 'skipped' });
    await writeRecord({ tab: 7, token: 'next', status: 'annotated' });
    executeScript.mockResolvedValue([{ result: { token: 'next', signals, sample: '', plausible: false } }]);
    get.mockResolvedValue({ id: 7, status: 'complete' });
    expect(await answer).toEqual({ ok: true, value: { inject: false } });
    expect(await readRecord(7)).toMatchObject({ token: 'next', status: 'annotated' });
  });

  it('with next to no words is judged no more when the person asked for it meanwhile', async () => {
    const get = vi.fn<() => Promise<unknown>>().mockResolvedValue({ id: 7, status: 'loading' });
    Object.assign(fakeBrowser.tabs, { get });
    executeScript.mockResolvedValue([{ result: { token: 't1', signals, sample: 'Zum Artikel', plausible: false } }]);
    const answer = ask({}, 'Zum Artikel');
    await vi.waitFor(() => expect(get).toHaveBeenCalled());
    await writeRecord({ tab: 7, token: 't1', status: 'annotated', injected: true, forced: true });
    get.mockResolvedValue({ id: 7, status: 'complete' });
    expect(await answer).toEqual({ ok: true, value: { inject: false } });
    expect(await readRecord(7)).toMatchObject({ token: 't1', status: 'annotated' });
  });

  it('that is gone by then gets none, and a later one may ask again', async () => {
    executeScript.mockRejectedValueOnce(new Error('No document with id D1 in tab 7'));
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'page_gone' } });
    expect(await ask()).toEqual({ ok: true, value: { inject: true } });
  });

  it('without document ids is known by its token: a late answer finds another document and is dropped', async () => {
    executeScript.mockResolvedValueOnce([{ result: 'other' }]);
    const { document: _document, ...nameless } = caller;
    expect(await sighted({ token: 't1', signals, sample: german.repeat(4) }, nameless)).toMatchObject({ ok: false, error: { code: 'page_gone' } });
    expect(executeScript).toHaveBeenCalledTimes(1);
    expect(insertCSS).not.toHaveBeenCalled();
  });
});

describe('what a reader asks for', () => {
  it('the style of its marks, goes into its very document, or where its article is in a frame into all frames', async () => {
    expect(await surfaceCalls.bringStyle({ token: 't1', inFrames: false }, caller)).toEqual({ ok: true, value: null });
    expect(insertCSS).toHaveBeenLastCalledWith({ target: { tabId: 7, documentIds: ['D1'] }, files: ['/marks.css'], origin: 'AUTHOR' });
    await surfaceCalls.bringStyle({ token: 't1', inFrames: true }, caller);
    expect(insertCSS).toHaveBeenLastCalledWith({ target: { tabId: 7, allFrames: true }, files: ['/marks.css'], origin: 'AUTHOR' });
  });

  it('is told when the browser refuses it, so that the marks can be drawn', async () => {
    insertCSS.mockRejectedValue(new Error('No document with id D1 in tab 7'));
    expect(await surfaceCalls.bringStyle({ token: 't1', inFrames: false }, caller)).toMatchObject({ ok: false, error: { code: 'page_gone' } });
  });

  it('is for pages alone', async () => {
    expect(await surfaceCalls.bringStyle({ token: 't1', inFrames: false }, { kind: 'extension', incognito: false })).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    expect(insertCSS).not.toHaveBeenCalled();
  });
});

describe('flags by message', () => {
  const own = exampleFlag({ page: { ...pageOf(caller), title: 'Ein Artikel' } });
  const foreign = exampleFlag({ id: exampleId(9), page: { address: 'https://andere.example/a', site: 'andere.example', url: 'https://andere.example/a', title: '' } });

  it('of the page itself are kept, changed, thrown away and taken back', async () => {
    const calls = createFlagCalls(store, () => 42);
    expect(await calls.keepFlag({ flag: own }, caller)).toMatchObject({ ok: true, value: { state: 'exact', span: [120, 154] } });
    expect(await calls.changeFlag({ id: own.id, note: 'neu' }, caller)).toMatchObject({ ok: true, value: { note: 'neu', changed: 42 } });
    expect(await calls.deleteFlag({ id: own.id }, caller)).toMatchObject({ ok: true, value: { deleted: 42 } });
    expect((await calls.restoreFlag({ id: own.id }, caller)).ok).toBe(true);
    expect(await store.all()).toMatchObject({ value: [{ id: own.id, note: 'neu' }] });
  });

  it('of another page are refused to a page, and allowed to the extension', async () => {
    const calls = createFlagCalls(store, () => 42);
    expect(await calls.keepFlag({ flag: foreign }, caller)).toMatchObject({ ok: false, error: { code: 'other_page' } });
    await store.keep(foreign);
    for (const change of [calls.deleteFlag, calls.restoreFlag, calls.changeFlag]) {
      expect(await change({ id: foreign.id }, caller)).toMatchObject({ ok: false, error: { code: 'other_page' } });
    }
    expect((await calls.deleteFlag({ id: foreign.id }, { kind: 'extension', incognito: false })).ok).toBe(true);
  });

  it('from a private window are not stored', async () => {
    const calls = createFlagCalls(store, () => 42);
    expect(await calls.keepFlag({ flag: own }, { ...caller, incognito: true })).toMatchObject({ ok: false, error: { code: 'private_window' } });
    expect(await dismissalCalls.undismiss({ id: 'd' }, { ...caller, incognito: true })).toMatchObject({ ok: false, error: { code: 'private_window' } });
    expect(await store.all()).toEqual({ ok: true, value: [] });
  });
});

describe('settings by message', () => {
  it('of a site are kept sorted and come off again', async () => {
    await settingsCalls.setOff({ site: 'b.example', off: true }, { kind: 'extension', incognito: false });
    await settingsCalls.setOff({ site: 'a.example', off: true }, { kind: 'extension', incognito: false });
    await settingsCalls.setHidden({ site: 'a.example', hidden: ['bias'] }, { kind: 'extension', incognito: false });
    expect(await readSettings()).toEqual({ density: 'core', hidden: { 'a.example': ['bias'] }, off: ['a.example', 'b.example'], sightings: false, densities: {}, ruler: false, quiet: false, dismissed: [] });
    await settingsCalls.setOff({ site: 'a.example', off: false }, { kind: 'extension', incognito: false });
    await settingsCalls.setHidden({ site: 'a.example', hidden: [] }, { kind: 'extension', incognito: false });
    expect(await readSettings()).toEqual({ density: 'core', hidden: {}, off: ['b.example'], sightings: false, densities: {}, ruler: false, quiet: false, dismissed: [] });
  });

  it('of a site in a private window are not written down', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValueOnce({ incognito: true } as never);
    expect(await settingsCalls.setOff({ site: 'a.example', off: true, tab: 3 }, { kind: 'extension', incognito: false })).toMatchObject({ ok: false, error: { code: 'private_window' } });
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });
});

describe('sites granted for good', () => {
  it('get the detector, and only they, as permissions come and go', async () => {
    const scripts = new Map<string, unknown>();
    Object.assign(fakeBrowser.scripting, {
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: async ([one]: { id: string }[]) => void scripts.set(one!.id, one),
      updateContentScripts: async ([one]: { id: string }[]) => void scripts.set(one!.id, one),
      unregisterContentScripts: async () => scripts.clear(),
    });
    const manifest = { host_permissions: ['https://*.heise.de/*'], content_scripts: [{ matches: ['https://*.heise.de/*'], js: ['detector.js'] }] };
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
    const getAll = vi.fn<() => Promise<{ origins: string[] }>>();
    Object.assign(fakeBrowser.permissions, { getAll });

    getAll.mockResolvedValue({ origins: ['https://*.heise.de/*', 'https://blog.example/*'] });
    await registerGrantedSites();
    expect([...scripts.values()]).toEqual([expect.objectContaining({ matches: ['https://blog.example/*'], js: ['detector.js'] })]);
    getAll.mockResolvedValue({ origins: ['https://blog.example/*', 'https://a.example/*'] });
    await registerGrantedSites();
    expect([...scripts.values()]).toEqual([expect.objectContaining({ matches: ['https://a.example/*', 'https://blog.example/*'] })]);
    getAll.mockResolvedValue({ origins: ['https://*.heise.de/*'] });
    await registerGrantedSites();
    expect(scripts.size).toBe(0);
    vi.restoreAllMocks();
  });
});

describe('pages that cannot be read', () => {
  it.each([
    ['chrome://settings', 'page_not_reachable'], ['about:config', 'page_not_reachable'], ['https://chromewebstore.google.com/detail/x', 'page_not_reachable'],
    ['https://addons.mozilla.org/de/', 'page_not_reachable'], ['https://zeitung.example/', undefined], ['file:///home/a.html', undefined], ['', undefined], [undefined, undefined],
  ])('%s → %s', (url, code) => {
    expect(whyClosed(url)).toBe(code);
  });

  it.each([
    ['No document with id ABC in tab 7', 'https://a.example/', 'page_gone'],
    ['Frame with ID 0 was removed.', 'https://a.example/', 'page_gone'],
    ['Cannot access contents of the page. Extension manifest must request permission to access the respective host.', 'https://a.example/', 'page_not_granted'],
    ['Missing host permission for the tab', undefined, 'page_not_granted'],
    ['Cannot access contents of url "file:///a.html".', 'file:///a.html', 'page_local_file'],
    ['The extensions gallery cannot be scripted.', undefined, 'page_not_reachable'],
  ])('"%s" at %s means %s', (words, url, code) => {
    expect(whyRefused(new Error(words), url)).toBe(code);
  });
});
