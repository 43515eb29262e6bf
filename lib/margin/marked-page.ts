/** The page with its marks: which are shown, where they are, what lies under a point. Paints; opens nothing. */
import { paintsInShadow } from '../browser/painting.ts';
import type { Mark } from '../highlight/mark.ts';
import { marksAt, offsetAt } from '../highlight/notes-at.ts';
import { Painter } from '../highlight/painter.ts';
import { nextFrame } from '../highlight/slices.ts';
import type { TextMap } from '../highlight/text-map.ts';
import type { Span } from '../model.ts';
import { notesOf, type ReadingState } from './reading-state.ts';
import { drawnReach, marksAround, marksOf, nearestMark, partPersonal, reach, repeatedFlags, type Spot, spotsOf } from './spots.ts';
import { visibleNotes } from './visible-notes.ts';

/** Where it is looked for to know all that is in sight: rows from top to bottom, columns by how likely text stands there (shares of the viewport). */
const rows: readonly number[] = Array.from({ length: 25 }, (_, index) => 0.02 + index * 0.04);
const columns: readonly number[] = [0.5, 0.35, 0.65, 0.2];

/** What a point hits: spots, the most exact first (at least one), and the text offset there. */
export interface Pointed {
  spots: readonly Spot[];
  offset: number;
}

export class MarkedPage {
  /** What is shown; undefined while nothing is. */
  shown: ReadingState | undefined;
  /** The open shadow roots that hold parts of the article: points are looked for in them too. */
  shadowRoots: readonly ShadowRoot[] = [];
  /** What can be pointed at and stepped to, in the order of the text. */
  spots: readonly Spot[] = [];
  /** The words of the reader's own flags and packs, which are drawn and never painted. */
  personal: readonly Span[] = [];
  /** The marks around the view where all are drawn and none is painted: in quiet mode, in forced colours, and where the browser cannot paint them. */
  drawn: readonly Mark[] = [];
  /** The style that paints marks is not to be had in this document: they are drawn, from the next showing on. */
  isUnstyled = false;
  readonly #document: Document;
  readonly #painter: Painter;
  readonly #redraw: () => void;
  #isQuiet = false;
  #reach = 0;
  /** All that may be marked; of which and around which was marked last, and how many. */
  #marks: readonly Mark[] = [];
  #paintedOf: readonly Mark[] = [];
  #nearest = 0;
  #painted = 0;
  #isWaiting = false;

  /** `redraw` is told when other marks than before are to be drawn, though nothing new is shown. */
  constructor(document: Document, highlights: HighlightRegistry, redraw: () => void) {
    this.#document = document;
    this.#painter = new Painter(highlights);
    this.#redraw = redraw;
  }

  /** Where the words of what is shown stand; undefined while nothing is. */
  get map(): TextMap | undefined {
    return this.shown?.map;
  }

  /** Shows what is to be shown of a reading, or nothing, where given only what is new within a span. What is to be drawn is known when it comes back. */
  show(state: ReadingState | undefined, within?: Span): void {
    const isFirst = !this.shown;
    this.shown = state;
    if (!state) {
      this.spots = [];
      this.personal = [];
      this.drawn = [];
      this.#marks = [];
      return this.#painter.clear();
    }
    const { article, settings, map } = state;
    const known = notesOf(state);
    const notes = visibleNotes(known, article.blocks ?? [], settings);
    const hidesFlags = settings.hidden.includes('flag');
    const flags = hidesFlags ? [] : state.flags;
    const repeated = hidesFlags ? [] : repeatedFlags(known, flags);
    this.spots = spotsOf([...notes, ...repeated], flags);
    const { painted, drawn } = partPersonal(notes, state.ownPacks ?? []);
    // Where colours are forced, Chromium lays the ground of a selection under every highlight: a page of them would look selected.
    this.#isQuiet = this.isUnstyled || (!paintsInShadow && this.shadowRoots.length > 0) || settings.quiet || this.#document.defaultView!.matchMedia('(forced-colors:active)').matches;
    this.#reach = this.#isQuiet ? drawnReach : reach;
    this.#marks = marksOf(painted);
    this.personal = [...flags.flatMap(({ span }) => (span ? [span] : [])), ...[...repeated, ...drawn].map(({ begin, end }): Span => [begin, end])];
    const fresh = within && !this.#isQuiet && this.#painted < 2 * reach && this.#marks.filter(({ spans }) => spans.some(([begin, end]) => begin < within[1] && end > within[0]));
    if (fresh && this.#painter.add(fresh, map)) this.#painted += fresh.length;
    else void this.#mark(isFirst || this.#isQuiet);
  }

  /** Boxes have moved: of very many marks, those that are now around what is in view are to be painted or drawn. */
  moved(): void {
    if (this.#marks.length > this.#reach) void this.#mark();
  }

  /**
   * Marks what is around the view. To ask a page that has just changed where things are makes the browser lay it out in our task (200 articles: 50 ms); so only the
   * first marks, which are waited for, and those that are drawn, which are measured anyway, are marked at once, and else what is then to be shown when the page has been
   * laid out for its own sake.
   */
  async #mark(isAtOnce?: boolean): Promise<void> {
    if (!isAtOnce) {
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      await nextFrame(this.#document);
      this.#isWaiting = false;
    }
    if (!this.shown) return;
    const marks = this.#marks;
    const nearest = nearestMark(marks, this.offsetAtTop());
    if (marks === this.#paintedOf && Math.abs(nearest - this.#nearest) < this.#reach / 4) return;
    const around = marksAround(marks, nearest, this.#reach);
    this.#paintedOf = marks;
    this.#nearest = nearest;
    this.#painted = around.length;
    this.drawn = this.#isQuiet ? around : [];
    void this.#painter.paint(this.#isQuiet ? [] : around, this.shown.map);
    if (!isAtOnce) this.#redraw();
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
    const spots = marksAt(this.spots, this.shown!.map, offset, x, y);
    return spots.length > 0 ? { spots, offset } : undefined;
  }

  /** The stretch of the article between the first and the last words found in the view; undefined where nothing of it is in sight. */
  inSight(): Span | undefined {
    const first = this.#firstOffset(rows);
    const last = first === undefined ? undefined : this.#firstOffset(rows.toReversed());
    return first !== undefined && last !== undefined && first <= last ? [first, last] : undefined;
  }

  #offsetAt(x: number, y: number): number | undefined {
    return this.shown && offsetAt(this.shown.map, this.#document, x, y, this.shadowRoots);
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
