/**
 * Paints marks on the page with the CSS Custom Highlight API: no node, attribute or style of the page is touched.
 *
 * A mark becomes pieces, one for each text node it runs through. A piece is a `StaticRange`: 5,000 live ranges made 300 small DOM
 * changes of the page 2.4 times (Chromium 156) and 4.7 times (Firefox 153) as slow as static ones. A static range does not follow changes, so the painter keeps the pieces by text node
 * and withdraws those of a node that changes, in the same task and so before the next frame.
 *
 * Painting again compares with what is painted: a piece that stays is not touched, so nothing flickers when one paragraph changes.
 */
import { halve } from '../text/halve.ts';
import type { Ground } from './contrast.ts';
import { createGrounds } from './ground.ts';
import type { Mark, MarkStyle } from './mark.ts';
import { MarkRegistry, type Painted } from './registry.ts';
import { inSlices } from './slices.ts';
import type { TextMap } from './text-map.ts';

interface Piece extends Painted {
  begin: number;
  end: number;
  /** The run of painting that last wanted it. */
  run: number;
}

/** How many marks are looked at before they are painted: few at first, those in view, then more. */
const firstPortion = 64;
const largestPortion = 512;

export class Painter {
  readonly #registry: MarkRegistry;
  /** Pieces by text node, each node's by where they begin. */
  readonly #pieces = new Map<Node, Piece[]>();
  #run = 0;
  #isWhole = true;

  constructor(highlights: HighlightRegistry) {
    this.#registry = new MarkRegistry(highlights);
  }

  /**
   * Makes these the marks on the page, in slices; a later call overtakes an earlier one. Takes marks in the order in which they are
   * to be painted. Resolves to whether all were painted.
   */
  async paint(marks: readonly Mark[], map: TextMap): Promise<boolean> {
    this.#run += 1;
    this.#isWhole = false;
    const run = this.#run;
    const isStale = (): boolean => run !== this.#run;
    if (!(await inSlices(this.#steps(marks, map, run), isStale)) || isStale()) return false;
    this.#withdrawOthers(run);
    this.#isWhole = true;
    return true;
  }

  /** Paints these marks and leaves all others as they are. Gives false, and paints nothing, while not all of those are painted. */
  add(marks: readonly Mark[], map: TextMap): boolean {
    if (!this.#isWhole) return false;
    for (const _ of this.#steps(marks, map, this.#run));
    return true;
  }

  /** Withdraws the marks in a text node that changed, before the next frame. */
  withdraw(text: Node): void {
    for (const piece of this.#pieces.get(text) ?? []) this.#registry.delete(piece);
    this.#pieces.delete(text);
  }

  /** Takes every mark away. */
  clear(): void {
    this.#run += 1;
    this.#isWhole = true;
    this.#pieces.clear();
    this.#registry.clear();
  }

  /** Puts back what the page's scripts cleared, a few times at most. */
  restore(): void {
    this.#registry.restore();
  }

  /**
   * Portion by portion, first few and then more: looks at the words and what lies behind them, then paints. Never in turn, since a
   * question for a style makes the browser go through all that was painted since the last one.
   */
  *#steps(marks: readonly Mark[], map: TextMap, run: number): Generator<undefined, true> {
    const groundOf = createGrounds();
    for (let from = 0, size = firstPortion; from < marks.length; from += size, size = Math.min(2 * size, largestPortion)) {
      const fresh: Piece[] = [];
      for (const mark of marks.slice(from, from + size)) this.#look(mark, map, run, groundOf, fresh);
      for (const piece of fresh) this.#registry.add(piece);
      yield;
    }
    return true;
  }

  /** Keeps what of a mark is painted; adds the rest to `fresh`. Two notes may ask for the same mark. */
  #look({ spans, style }: Mark, map: TextMap, run: number, groundOf: (node: Node) => Ground, fresh: Piece[]): void {
    for (const [first, last] of spans) {
      for (const init of map.toRanges(first, last)) {
        const { startContainer: node, startOffset: begin, endOffset: end } = init;
        const ground = groundOf(node);
        const pieces = this.#pieces.get(node) ?? [];
        if (pieces.length === 0) this.#pieces.set(node, pieces);
        const place = halve(0, pieces.length, (index) => pieces[index]!.begin < begin);
        let at = place;
        while (pieces[at]?.begin === begin && !isSame(pieces[at]!, end, style, ground)) at += 1;
        if (pieces[at]?.begin === begin) pieces[at]!.run = run;
        else {
          const piece = { style, ground, begin, end, range: new StaticRange(init), run };
          pieces.splice(place, 0, piece);
          fresh.push(piece);
        }
      }
    }
  }

  #withdrawOthers(run: number): void {
    for (const [node, pieces] of this.#pieces) {
      for (const piece of pieces) if (piece.run !== run) this.#registry.delete(piece);
      const kept = pieces.filter((piece) => piece.run === run);
      if (kept.length > 0) this.#pieces.set(node, kept);
      else this.#pieces.delete(node);
    }
  }
}

function isSame(piece: Piece, end: number, style: MarkStyle, ground: Ground): boolean {
  return piece.end === end && piece.style === style && piece.ground === ground;
}
