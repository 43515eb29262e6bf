/** Which marks are painted, which are drawn, and when. */
import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WholeMap } from '../../lib/highlight/text-map.ts';
import { MarkedPage } from '../../lib/margin/marked-page.ts';
import { firstSettings, type ReadingState } from '../../lib/margin/reading-state.ts';
import { drawnReach, reach } from '../../lib/margin/spots.ts';
import type { Note } from '../../lib/model.ts';
import { entity } from './notes.ts';

/** One text of as many letters as notes, a note each; all letters stand one below the other. */
const many = 3 * reach;
const notes: Note[] = Array.from({ length: many }, (_, at) => entity({ begin: at, end: at + 1, entity: `e${at}` }));

let document: Document;
let page: MarkedPage;
let highlights: Map<string, Set<AbstractRange>>;
let redraws = 0;
/** The offset that stands at the top of the view. */
let atTop = 0;

function stateOf(settings = firstSettings): ReadingState {
  const text = document.querySelector('p')!.firstChild!;
  const map: WholeMap = {
    runs: [], edges: undefined, spoil: () => false,
    toRanges: (begin, end) => [{ startContainer: text, startOffset: begin, endContainer: text, endOffset: end }],
    offsetOf: () => atTop,
  };
  const article = { text: text.nodeValue!, signals: {} };
  return { article, map, status: 'annotated', document: { ...article, notes } as unknown as NonNullable<ReadingState['document']>, flags: [], settings: { ...settings, density: 'everything' } };
}

const painted = (): number => [...highlights.values()].reduce((sum, one) => sum + one.size, 0);
const drawn = (): number[] => page.drawn.map(({ spans }) => spans[0]![0]);

beforeEach(() => {
  const window = new Window();
  document = window.document as unknown as Document;
  document.body.innerHTML = `<p>${'x'.repeat(many)}</p>`;
  Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode: document.body, offset: 0 }) });
  vi.stubGlobal('Highlight', class extends Set<AbstractRange> {});
  vi.stubGlobal('StaticRange', function StaticRange(init: object) { return { ...init }; });
  vi.stubGlobal('getComputedStyle', () => ({ backgroundColor: 'rgb(255, 255, 255)', backgroundImage: 'none', color: 'rgb(0, 0, 0)' }));
  vi.stubGlobal('requestAnimationFrame', (done: () => void) => setTimeout(done));
  vi.stubGlobal('scheduler', { postTask: async () => {} });
  highlights = new Map();
  redraws = 0;
  atTop = 0;
  page = new MarkedPage(document, highlights as unknown as HighlightRegistry, () => void (redraws += 1));
});
afterEach(() => {
  page.show(undefined);
  vi.unstubAllGlobals();
});

describe('a page with more marks than are painted at once', () => {
  it('is painted where the reader is, and nothing is drawn', async () => {
    page.show(stateOf());
    await vi.waitFor(() => expect(painted()).toBe(reach));
    atTop = many - 1;
    page.moved();
    await vi.waitFor(() => expect(painted()).toBe(reach + 1));
    expect(drawn()).toEqual([]);
  });

  it('paints nothing more when it ends while the painting waits for a frame', async () => {
    page.show(stateOf());
    await vi.waitFor(() => expect(painted()).toBe(reach));
    atTop = many - 1;
    page.moved();
    page.show(undefined);
    await new Promise((done) => setTimeout(done, 50));
    expect(painted()).toBe(0);
    expect(page.spots).toEqual([]);
  });

  it('is drawn where the reader is and not painted in quiet mode; whoever draws is told when others are to be drawn', async () => {
    page.show(stateOf({ ...firstSettings, quiet: true }));
    expect(drawn()).toEqual(Array.from({ length: drawnReach }, (_, at) => at));
    expect(redraws).toBe(0);
    atTop = many - 1;
    page.moved();
    await vi.waitFor(() => expect(redraws).toBe(1));
    expect(drawn()[0]).toBe(many - 1);
    expect(drawn()).toHaveLength(drawnReach + 1);
    page.moved();
    await new Promise((done) => setTimeout(done, 50));
    expect(redraws).toBe(1);
    expect(painted()).toBe(0);
  });

  it('is painted as soon as quiet mode is switched off', async () => {
    page.show(stateOf({ ...firstSettings, quiet: true }));
    page.show(stateOf());
    await vi.waitFor(() => expect(painted()).toBe(reach));
    expect(drawn()).toEqual([]);
  });
});

describe('a page that cannot have the style of our marks', () => {
  it('has them drawn, from the next showing on', async () => {
    page.show(stateOf());
    await vi.waitFor(() => expect(painted()).toBe(reach));
    page.isUnstyled = true;
    page.show(stateOf());
    expect(drawn()).toHaveLength(drawnReach);
    await vi.waitFor(() => expect(painted()).toBe(0));
  });
});
