import { fakeBrowser } from '../fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { annotate } from '../../lib/annotate.ts';
import type { PageCaller } from '../../lib/messages/caller.ts';

vi.mock('../../lib/background/toolbar.ts', () => ({ showStatus: async () => {} }));
vi.mock('../../lib/annotate.ts', { spy: true });

const caller: PageCaller = { kind: 'page', tab: 7, document: 'D1', url: 'https://zeitung.example/netz/artikel', incognito: false };
const sample = 'Das Unternehmen hat eine neue Software für künstliche Intelligenz vorgestellt. Die Entwickler wollen damit Daten in der Cloud schneller auswerten, und der Chip dafür kommt von einem Start-up. '.repeat(6);
const signals = { lang: 'de', ogType: 'article', title: 'Neue Software', url: caller.url };

const executeScript = vi.fn<(injection: unknown) => Promise<unknown>>();

/** A background that has just been woken. */
async function woken() {
  vi.resetModules();
  const { sighted } = await import('../../lib/background/sighted.ts');
  const { annotate: engines } = await import('../../lib/annotate.ts');
  return { engines: vi.mocked(engines), ask: (token: string, text = sample, more: Partial<PageCaller> = {}) => sighted({ token, signals, sample: text }, { ...caller, ...more }) };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(annotate).mockReset();
  executeScript.mockReset().mockResolvedValue([]);
  Object.assign(fakeBrowser.scripting, { executeScript });
});

describe('a background that was woken', () => {
  it('goes through its engines once while the reader is on its way, not before it was sent', async () => {
    const { ask, engines } = await woken();
    executeScript.mockImplementation(async () => {
      expect(engines).not.toHaveBeenCalled();
      return [];
    });
    expect(await ask('t1')).toEqual({ ok: true, value: { inject: true } });
    await vi.waitFor(() => expect(engines).toHaveBeenCalledTimes(1));
    expect(engines.mock.results[0]).toMatchObject({ type: 'return' });
    await ask('t2', sample, { tab: 8 });
    await new Promise((done) => setTimeout(done, 20));
    expect(engines).toHaveBeenCalledTimes(1);
    expect(executeScript).toHaveBeenCalledTimes(2);
  });

  it('pays nothing for a page that gets no reader', async () => {
    const { ask, engines } = await woken();
    expect(await ask('t1', 'The company has released a new piece of software for the cloud. '.repeat(9))).toEqual({ ok: true, value: { inject: false } });
    await new Promise((done) => setTimeout(done, 20));
    expect(engines).not.toHaveBeenCalled();
  });

  it.each([false, true])('leaves nothing of it in any storage (private window: %s)', async (incognito) => {
    const { ask, engines } = await woken();
    await ask('t1', sample, { incognito });
    await vi.waitFor(() => expect(engines).toHaveBeenCalledTimes(1));
    expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['tabs']);
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('brings the reader also where the engines fail', async () => {
    const { ask, engines } = await woken();
    engines.mockImplementation(() => {
      throw new Error('an engine failed');
    });
    expect(await ask('t1')).toEqual({ ok: true, value: { inject: true } });
    await vi.waitFor(() => expect(engines).toHaveBeenCalledTimes(1));
  });
});
