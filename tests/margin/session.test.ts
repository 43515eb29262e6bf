/** The reader's life on a page, with a page and a background that do what a test says. */
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WholeMap } from '../../lib/highlight/text-map.ts';
import { longestAtOnce, placeFollower, rest } from '../../lib/margin/follower-here.ts';
import type { PageSteps } from '../../lib/margin/page-reader.ts';
import { analysePart } from '../../lib/margin/parts.ts';
import { portionsOf, restOf } from '../../lib/margin/portions.ts';
import type { ReaderPorts } from '../../lib/margin/reader-ports.ts';
import { firstSettings } from '../../lib/margin/reading-state.ts';
import { Session } from '../../lib/margin/session.ts';
import type { Article } from '../../lib/model.ts';
import { createFollower } from '../../lib/page/follow-outline.ts';
import { exampleFlag } from '../store/example-flag.ts';
import { entity } from './notes.ts';

const map: WholeMap = { runs: [], edges: undefined, toRanges: () => [], offsetOf: () => undefined, spoil: () => false };

/** An article of paragraphs, each of this length. */
function articleOf(...lengths: number[]): Article {
  const text = lengths.map((length) => 'x'.repeat(length)).join('\n\n');
  let end = -2;
  return { text, blocks: lengths.map((length) => ({ kind: 'paragraph' as const, begin: (end += 2), end: (end += length) })), signals: {} };
}

/** A page that reads as `now` says; where it is followed, one paragraph has changed. */
class FakePage implements PageSteps {
  readonly hasShadows = false;
  now: Article;
  readonly #at: number;

  constructor(now: Article, at: number) {
    this.now = now;
    this.#at = at;
  }

  *read(): ReturnType<PageSteps['read']> {
    yield;
    return { article: this.now, map };
  }

  *follow(): ReturnType<PageSteps['follow']> {
    yield;
    return { article: this.now, map, changed: { from: this.#at, to: this.#at + 1, now: this.#at + 1 } };
  }
}

/** A background whose answers wait to be given. */
class Background {
  readonly waiting: { name: string; give: () => void }[] = [];
  readonly asked: string[] = [];
  more: object = {};

  readonly ask = ((name: string, data: { article: Article }) => {
    this.asked.push(name);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const notes = [entity({ begin: 0, end: 5 })];
    const value = name === 'annotatePart'
      ? { notes }
      : name === 'placeFlags'
      ? [{ flag: exampleFlag(), state: 'exact', span: [1, 4] }]
      : { document: { id: 'd', text: data.article?.text, page: { verdict: 'annotate' }, notes }, flags: [], settings: firstSettings, page: { address: 'https://a.example/1', site: 'a.example' }, ...this.more };
    this.waiting.push({ name, give: () => resolve({ ok: true, value }) });
    return promise;
  }) as unknown as ReaderPorts['ask'];

  /** Gives the next answer, once it is asked for. */
  async give(name: string): Promise<void> {
    await vi.waitFor(() => expect(this.waiting[0]?.name).toBe(name));
    this.waiting.shift()!.give();
    await vi.advanceTimersByTimeAsync(0);
  }
}

let session: Session;
let background: Background;
let page: FakePage;

function begin(article: Article, changes: number): void {
  background = new Background();
  page = new FakePage(article, changes);
  const window = new Window({ url: 'https://a.example/1' });
  const { document } = window;
  Object.defineProperty(window, 'CSS', { value: { highlights: new Map() } });
  session = new Session(document as unknown as Document, { ask: background.ask, openPage: () => page, isGone: () => false });
}

const notes = (): number => session.state().document?.notes.length ?? -1;

beforeEach(() => {
  vi.useFakeTimers();
  const window = new Window();
  for (const name of ['MutationObserver', 'ResizeObserver', 'NodeFilter'] as const) vi.stubGlobal(name, window[name]);
  vi.stubGlobal('requestAnimationFrame', (done: () => void) => setTimeout(done));
  vi.stubGlobal('scheduler', { postTask: async () => {} });
  placeFollower({ createFollower, analysePart, portionsOf, restOf });
});

afterEach(() => {
  session.end();
  placeFollower(undefined);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an article that is analysed in portions', () => {
  it('is analysed whole though a reading of the same words comes between', async () => {
    begin(articleOf(longestAtOnce, 100, 100, 100, 100), 4);
    await background.give('annotate');
    await background.give('annotatePart');
    await session.ready;
    expect(notes()).toBe(2);
    void session.read();
    await session.ready;
    expect(background.asked).toEqual(['annotate', 'annotatePart']);

    page.now = articleOf(longestAtOnce, 100, 100, 100, 110);
    void session.read([]);
    await background.give('annotatePart');
    await vi.advanceTimersByTimeAsync(rest);
    await background.give('annotate');
    expect(notes()).toBe(1);
    // Only the first portion is known again.
    void session.read([]);
    await background.give('annotatePart');
    await background.give('annotate');
    await background.give('annotatePart');
    await session.ready;
    expect(notes()).toBe(2);
  });
});

describe('the own flags of an article that is analysed in portions', () => {
  it('are placed in all of its text, where there are any', async () => {
    begin(articleOf(longestAtOnce, 100), 1);
    background.more = { isUnplaced: true };
    await background.give('annotate');
    await background.give('placeFlags');
    await background.give('bringSurfaces');
    await background.give('annotatePart');
    await session.ready;
    expect(session.state().flags).toMatchObject([{ state: 'exact' }]);
    expect(notes()).toBe(2);
  });
});

describe('an article that changed in parts', () => {
  const before = articleOf(10_000, 10_000, 10_000);
  const after = articleOf(10_000, 10_001, 10_000);

  const change = async (): Promise<void> => {
    begin(before, 1);
    await background.give('annotate');
    await session.ready;
    page.now = after;
    void session.read([]);
    await background.give('annotatePart');
    await session.ready;
  };

  it('is analysed whole when it has come to rest, and then no more', async () => {
    await change();
    expect(session.state().document!.text).toHaveLength(after.text.length);
    await vi.advanceTimersByTimeAsync(rest);
    await background.give('annotate');
    await session.ready;
    await vi.advanceTimersByTimeAsync(10 * rest);
    void session.read([]);
    await session.ready;
    expect(background.asked).toEqual(['annotate', 'annotatePart', 'annotate']);
  });

  it('forgets what no longer holds of the analysis before', async () => {
    begin(before, 1);
    background.more = { failure: { code: 'store_failed', detail: '' } };
    await background.give('annotate');
    await session.ready;
    expect(session.state().failure).toBeDefined();
    background.more = {};
    page.now = after;
    void session.read([]);
    await background.give('annotatePart');
    await vi.advanceTimersByTimeAsync(rest);
    await background.give('annotate');
    await session.ready;
    expect(session.state().failure).toBeUndefined();
  });
});
