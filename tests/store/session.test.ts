import { fakeBrowser } from '../fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../lib/store/content-hash.ts';
import { forgetAnalyses, recallAnalysis, rememberAnalysis } from '../../lib/store/session.ts';
import type { AnnotationDocument } from '../../lib/model.ts';

const analysis = (text: string) => ({ id: text.slice(0, 9), text }) as AnnotationDocument;

beforeEach(() => {
  fakeBrowser.reset();
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

  it('can be forgotten', async () => {
    await rememberAnalysis('a', analysis('Ein Text'));
    await forgetAnalyses();
    expect(await fakeBrowser.storage.session.get()).toEqual({});
  });
});
