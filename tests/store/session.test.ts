import { fakeBrowser } from '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentHash } from '../../lib/store/content-hash.ts';
import { forgetAnalyses, recallAnalysis, rememberAnalysis } from '../../lib/store/session.ts';
import type { AnnotationDocument } from '../../lib/model.ts';

const analysis = (text: string) => ({ id: text.slice(0, 9), text }) as AnnotationDocument;

beforeEach(() => {
  fakeBrowser.reset();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('analyses of this session', () => {
  it('are found by the hash of what went in', async () => {
    const hash = await contentHash('Ein Text');
    await rememberAnalysis(hash, analysis('Ein Text'));
    expect(await recallAnalysis(hash)).toEqual(analysis('Ein Text'));
    expect(await recallAnalysis(await contentHash('Ein anderer'))).toBeUndefined();
  });

  it('are never written down', async () => {
    await rememberAnalysis('a', analysis('Ein Text'));
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    expect(await fakeBrowser.storage.sync.get()).toEqual({});
  });

  it('push out the oldest when they grow too many, also when kept at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => rememberAnalysis(`h${n}`, analysis(`Text ${n}`))));
    expect(await recallAnalysis('h0')).toBeUndefined();
    expect(await recallAnalysis('h5')).toBeUndefined();
    expect(await recallAnalysis('h6')).toBeDefined();
    expect(await recallAnalysis('h29')).toBeDefined();
  });

  it('leave out what is too large, and stay within the total', async () => {
    await rememberAnalysis('huge', analysis('x'.repeat(1_100_000)));
    expect(await recallAnalysis('huge')).toBeUndefined();
    for (const hash of ['a', 'b', 'c']) await rememberAnalysis(hash, analysis(hash.repeat(900_000)));
    expect(await recallAnalysis('a')).toBeUndefined();
    expect(await recallAnalysis('c')).toBeDefined();
  });

  it('are had before the browser has taken them: nobody waits for that', async () => {
    let taken = () => {};
    const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementationOnce(() => new Promise<void>((done) => (taken = done)));
    const kept = rememberAnalysis('a', analysis('Ein Text'));
    expect(await recallAnalysis('a')).toEqual(analysis('Ein Text'));
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    expect(await recallAnalysis('a')).toEqual(analysis('Ein Text'));
    taken();
    await kept;
    expect(await recallAnalysis('a')).toBeUndefined();
  });

  it('are kept with their place in the index in one step, so that a background that dies leaves none half-written', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    await rememberAnalysis('a', analysis('Ein Text'));
    expect(set.mock.calls.map(([items]) => Object.keys(items).toSorted())).toEqual([['analyses', 'analysis:a']]);
  });

  it('that the browser refuses to keep are gone, and that is no fault', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('QuotaExceeded'));
    await rememberAnalysis('a', analysis('Ein Text'));
    expect(await recallAnalysis('a')).toBeUndefined();
    await rememberAnalysis('b', analysis('Ein anderer'));
    expect(await recallAnalysis('b')).toBeDefined();
  });

  it('can be forgotten', async () => {
    await rememberAnalysis('a', analysis('Ein Text'));
    await forgetAnalyses();
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });
});
