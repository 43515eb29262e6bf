/** The page with its marks: which are shown, where they are, what lies under a point. Paints; opens nothing. */
import { type Mark, markOf } from '../highlight/mark.ts';
import { isShadowRoot } from '../highlight/node-kinds.ts';
import { marksAt, offsetAt } from '../highlight/notes-at.ts';
import { Painter } from '../highlight/painter.ts';
import { nextFrame } from '../highlight/slices.ts';
import type { TextMap } from '../highlight/text-map.ts';
import type { Span } from '../model.ts';
import { notesOf, type ReadingState } from './reading-state.ts';
import { marksAround, marksOf, nearestMark, partPersonal, reach, repeatedFlags, type Spot, spotsOf } from './spots.ts';
import { isOwnFlag, visibleNotes } from './visible-notes.ts';

/** Where it is looked for to know all that is in sight: rows from top to bottom, columns by how likely text stands there (shares of the viewport). */
const rows: readonly number[] = Array.from({ length: 25 }, (_, index) => 0.02 + index * 0.04);
const columns: readonly number[] = [0.5, 0.35, 0.65, 0.2];

/** What a point hits: spots, the most exact first (at least one), and the text offset there. */
export interface Pointed {
  spots: readonly Spot[];
  offset: number;
}

export class MarkedPage {
  readonly #document: Document;
  readonly #painter: Painter;
  #state: ReadingState | undefined;
  #shadowRoots: readonly ShadowRoot[] = [];
  #spots: readonly Spot[] = [];
  #quiet: readonly Mark[] = [];
  /** All that may be painted; of which and around which was painted last, and how many. */
  #marks: readonly Mark[] = [];
  #paintedOf: readonly Mark[] = [];
  #nearest = 0;
  #painted = 0;
  #isWaiting = false;

  constructor(document: Document, highlights: HighlightRegistry) {
    this.#document = document;
    this.#painter = new Painter(highlights);
  }

  /** What can be pointed at and stepped to, in the order of the text. */
  get spots(): readonly Spot[] {
    return this.#spots;
  }

  /** Where the words of what is shown stand; undefined while nothing is. */
  get map(): TextMap | undefined {
    return this.#state?.map;
  }

  /** The open shadow roots that hold parts of the article: points are looked for in them too. */
  useShadowRoots(roots: readonly ShadowRoot[]): void {
    this.#shadowRoots = roots;
  }

  /** Shows what is to be shown of a reading, or nothing, where given only what is new within a span; gives the words of the reader's own flags and packs, which must not be painted. */
  show(state: ReadingState | undefined, within?: Span): Span[] {
    const isFirst = !this.#state;
    this.#state = state;
    if (!state) {
      this.#spots = [];
      this.#quiet = [];
      this.#marks = [];
      this.#painter.clear();
      return [];
    }
    const { article, settings, map } = state;
    const known = notesOf(state);
    const notes = visibleNotes(known, article.blocks ?? [], settings);
    const hidesFlags = settings.hidden.includes('flag');
    const flags = hidesFlags ? [] : state.flags;
    const repeated = hidesFlags ? [] : repeatedFlags(known, flags);
    this.#spots = spotsOf([...notes, ...repeated], flags);
    const { painted, drawn } = partPersonal(notes, state.ownPacks ?? []);
    // Where colours are forced, Chromium lays the ground of a selection under every highlight: a page of them would look selected.
    const isQuiet = settings.quiet || this.#document.defaultView!.matchMedia('(forced-colors:active)').matches;
    const all = marksOf(painted);
    this.#marks = isQuiet ? [] : all;
    this.#quiet = isQuiet ? all : [];
    const fresh = within && this.#painted < 2 * reach && this.#marks.filter(({ spans }) => spans.some(([begin, end]) => begin < within[1] && end > within[0]));
    if (fresh && this.#painter.add(fresh, map)) this.#painted += fresh.length;
    else void this.#paint(isFirst);
    return [...flags.flatMap(({ span }) => (span ? [span] : [])), ...[...repeated, ...drawn].map(({ begin, end }): Span => [begin, end])];
  }

  /** Boxes have moved: of very many marks, those that are now around what is in view are to be painted. */
  moved(): void {
    if (this.#marks.length > reach) void this.#paint();
  }

  /**
   * Paints around what is in view. To ask a page that has just changed where things are makes the browser lay it out in our task (200 articles: 50 ms); so only the
   * first marks, which are waited for, are painted at once, and else what is then to be shown when the page has been laid out for its own sake.
   */
  async #paint(isFirst?: boolean): Promise<void> {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    if (!isFirst) await nextFrame(this.#document);
    this.#isWaiting = false;
    if (!this.#state) return;
    const marks = this.#marks;
    const nearest = nearestMark(marks, this.offsetAtTop());
    if (marks === this.#paintedOf && Math.abs(nearest - this.#nearest) < reach / 4) return;
    const around = marksAround(marks, nearest);
    this.#paintedOf = marks;
    this.#nearest = nearest;
    this.#painted = around.length;
    void this.#painter.paint(around, this.#state.map);
  }

  /** The marks that are drawn and not painted: all of them in quiet mode and in forced colours, and where the browser paints no highlights in shadow roots, those whose words stand there. */
  drawn(paintsInShadow: boolean): readonly Mark[] {
    if (this.#quiet.length > 0 || paintsInShadow) return this.#quiet;
    return this.#inShadow();
  }

  #inShadow(): Mark[] {
    const map = this.#state?.map;
    if (this.#shadowRoots.length === 0 || !map) return [];
    const isThere = ([begin, end]: Span): boolean => map.toRanges(begin, end).some(({ startContainer }) => isShadowRoot(startContainer.getRootNode()));
    return this.#spots.flatMap(({ note, spans }) => (note && !isOwnFlag(note) && spans.some(isThere) ? [markOf(note)] : []));
  }

  /** Withdraws the marks in a text node, before the next frame. */
  withdraw(text: Node): void {
    this.#painter.withdraw(text);
  }

  /** Puts back what the page's scripts took away, a few times at most. */
  restore(): void {
    this.#painter.restore();
  }

  /** The spots under a point (viewport, CSS pixels), the most exact first, and the text offset there. */
  at(x: number, y: number): Pointed | undefined {
    const offset = this.#offsetAt(x, y);
    if (offset === undefined) return undefined;
    const spots = marksAt(this.#spots, this.#state!.map, offset, x, y);
    return spots.length > 0 ? { spots, offset } : undefined;
  }

  /** The stretch of the article between the first and the last words found in the view; undefined where nothing of it is in sight. */
  inSight(): Span | undefined {
    const first = this.#firstOffset(rows);
    const last = first === undefined ? undefined : this.#firstOffset(rows.toReversed());
    return first !== undefined && last !== undefined && first <= last ? [first, last] : undefined;
  }

  #offsetAt(x: number, y: number): number | undefined {
    return this.#state && offsetAt(this.#state.map, this.#document, x, y, this.#shadowRoots);
  }

  /** The text offset that stands near the top of the view; 0 where nothing of the article is in it. */
  offsetAtTop(): number {
    return this.#firstOffset(rows) ?? 0;
  }

  /** The first text offset found at these shares of the viewport's height, row by row. */
  #firstOffset(rows: readonly number[]): number | undefined {
    const { innerWidth, innerHeight } = this.#document.defaultView!;
    for (const row of rows) {
      for (const column of columns) {
        const offset = this.#offsetAt(innerWidth * column, innerHeight * row);
        if (offset !== undefined) return offset;
      }
    }
    return undefined;
  }
}
