/**
 * The one bridge between offsets of the article's text and the page's nodes. Nothing else walks the tree for this.
 *
 * The text is a list of runs: stretches that stand, letter by letter, in one text node. What lies between runs (collapsed white
 * space, dropped soft hyphens, the breaks between blocks, boxes left out) belongs to no node. Runs are in the order of the text,
 * which is document order, so every question is a binary search.
 */
import type { Span } from '../model.ts';

export interface TextRun {
  node: Text;
  /** Where the run begins in `node.data`. */
  nodeOffset: number;
  /** Where it begins in the article's text. */
  textOffset: number;
  /** Code units, the same on both sides. */
  length: number;
}

/** A piece of one text node, fit for `new StaticRange(piece)`. */
export interface NodePiece {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** Where a selection begins and ends, as `Range` and `StaticRange` have it. */
export interface Boundaries {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

/** Indices of a node's runs, `[first, last)`. */
type Stretch = [first: number, last: number];

const textNode = 3;
/** `Node.DOCUMENT_POSITION_PRECEDING` and `…_CONTAINED_BY`, said here because linkedom's nodes are no globals. */
const preceding = 2;
const containedBy = 16;

export class TextMap {
  readonly runs: readonly TextRun[];
  /** The runs of each text node. */
  readonly #stretches = new Map<Node, Stretch>();

  /** Takes runs in the order of the text. */
  constructor(runs: readonly TextRun[]) {
    this.runs = runs;
    runs.forEach((run, index) => {
      const stretch = this.#stretches.get(run.node);
      if (stretch) stretch[1] = index + 1;
      else this.#stretches.set(run.node, [index, index + 1]);
    });
  }

  /** Whether the text node gives text to the article. */
  has(node: Node): boolean {
    return this.#stretches.has(node);
  }

  /** The pieces of text nodes that carry `[begin, end)`, one for each node, in order. Empty when no node does. */
  toRanges(begin: number, end: number): NodePiece[] {
    const pieces: NodePiece[] = [];
    if (begin >= end) return pieces;
    for (let index = this.#runEndingAfter(begin); index < this.runs.length; index += 1) {
      const run = this.runs[index]!;
      if (run.textOffset >= end) break;
      const from = run.nodeOffset + Math.max(0, begin - run.textOffset);
      const to = run.nodeOffset + Math.min(run.length, end - run.textOffset);
      const last = pieces[pieces.length - 1];
      if (last && last.endContainer === run.node) last.endOffset = to;
      else pieces.push({ startContainer: run.node, startOffset: from, endContainer: run.node, endOffset: to });
    }
    return pieces;
  }

  /**
   * The text offset of a place in the page: a text node with an offset in its data, or an element with a child index, as in
   * selections and `caretPositionFromPoint`. A place in dropped characters gives the next offset that is text;
   * a place in a text node outside the article gives undefined.
   */
  offsetOf(node: Node, offset: number): number | undefined {
    const stretch = this.#stretches.get(node);
    if (stretch) return this.#offsetInNode(stretch, offset);
    if (node.nodeType === textNode) return undefined;
    const index = this.#firstRunAfter(node, offset);
    return index === undefined ? undefined : this.#textOffsetBefore(index);
  }

  /** What of a selection is the article's text, edges outside of it drawn in; undefined when nothing is. */
  spanOf(selection: Boundaries): Span | undefined {
    const begin = this.#edge(selection.startContainer, selection.startOffset, true);
    const end = this.#edge(selection.endContainer, selection.endOffset, false);
    return begin === undefined || end === undefined || begin >= end ? undefined : [begin, end];
  }

  #edge(node: Node, offset: number, isStart: boolean): number | undefined {
    const stretch = this.#stretches.get(node);
    if (stretch) return this.#offsetInNode(stretch, offset);
    const index = this.#firstRunAfter(node, offset);
    if (index === undefined) return undefined;
    if (isStart) return this.runs[index]?.textOffset;
    const before = this.runs[index - 1];
    return before && before.textOffset + before.length;
  }

  #offsetInNode([first, last]: Stretch, offset: number): number {
    let low = first;
    let high = last - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[middle]!.nodeOffset <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.runs[low]!;
    const within = Math.max(0, offset - run.nodeOffset);
    if (within <= run.length) return run.textOffset + within;
    return low + 1 < last ? this.runs[low + 1]!.textOffset : run.textOffset + run.length;
  }

  #textOffsetBefore(index: number): number {
    const run = this.runs[index];
    if (run) return run.textOffset;
    const last = this.runs[this.runs.length - 1];
    return last ? last.textOffset + last.length : 0;
  }

  /** Index of the first run that ends after a text offset. */
  #runEndingAfter(offset: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle]!;
      if (run.textOffset + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the first run at or after a place in document order; undefined when the place is in another tree. */
  #firstRunAfter(node: Node, offset: number): number | undefined {
    if (this.runs.length === 0) return undefined;
    const child = node.nodeType === textNode ? null : (node.childNodes[offset] ?? null);
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle]!.node;
      if (run.getRootNode() !== node.getRootNode()) return undefined;
      if (isBefore(run, node, child)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether a text node lies before the place (node, before child); `child` null means after the last child. */
function isBefore(text: Node, node: Node, child: Node | null): boolean {
  if (child) return child !== text && (child.compareDocumentPosition(text) & preceding) !== 0;
  return (node.compareDocumentPosition(text) & (containedBy | preceding)) !== 0;
}
