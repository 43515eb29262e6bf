/**
 * The one bridge between offsets of the article's text and the page's nodes. Nothing else walks the tree for this.
 *
 * The text is a list of blocks, each a list of runs: stretches that stand, letter by letter, in one text node. What lies between runs
 * (collapsed white space, dropped soft hyphens, the breaks between blocks, boxes left out) belongs to no node. Blocks and runs are in
 * the order of the text, which is document order, so every question is a binary search; and a block that stays as it was stays the
 * same object from one reading to the next.
 */
import { halve } from '../text/halve.ts';

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

/** What of a block of text the map needs. */
export interface MappedBlock {
  text: string;
  /** Offsets count from the block's begin. */
  runs: readonly TextRun[];
  /** Where it stood among the blocks of the map that was made last: a hint that saves a search. */
  place?: number;
}

/** Which block a text node gives its text to. */
export interface Owners {
  of(node: Node): MappedBlock | undefined;
}

export class TextMap {
  readonly #blocks: readonly MappedBlock[];
  readonly #begins: readonly number[];
  readonly #owners: Owners;
  /** Nodes that have changed since: their offsets no longer hold, so nothing is painted, measured or hit there until they are read again. */
  readonly #stale = new Set<Node>();

  /** Takes blocks in the order of the text, where each begins in it, and who owns a node. */
  constructor(blocks: readonly MappedBlock[], begins: readonly number[], owners: Owners) {
    this.#blocks = blocks;
    this.#begins = begins;
    this.#owners = owners;
  }

  /** All runs, with offsets into the article's text. Made each time it is asked for. */
  get runs(): readonly TextRun[] {
    return this.#blocks.flatMap(({ runs }, at) => runs.map((run) => ({ ...run, textOffset: run.textOffset + this.#begins[at]! })));
  }

  /** The first and the last text node; undefined for an empty article. */
  get edges(): [first: Text, last: Text] | undefined {
    const first = this.#blocks[0]?.runs[0];
    const last = this.#blocks.at(-1)?.runs.at(-1);
    return first && last && [first.node, last.node];
  }

  /** Says that a text node has changed; gives whether it gives text to the article. */
  spoil(node: Node): boolean {
    if (this.#placeOf(node) < 0) return false;
    this.#stale.add(node);
    return true;
  }

  /** The pieces of text nodes that carry `[begin, end)`, one for each node, in order. Empty when no node does. */
  toRanges(begin: number, end: number): NodePiece[] {
    const pieces: NodePiece[] = [];
    if (begin >= end) return pieces;
    for (let at = Math.max(0, halve(0, this.#begins.length, (index) => this.#begins[index]! <= begin) - 1); at < this.#blocks.length; at += 1) {
      const start = this.#begins[at]!;
      if (start >= end) break;
      addPieces(pieces, this.#blocks[at]!.runs, begin - start, end - start);
    }
    return this.#stale.size === 0 ? pieces : pieces.filter((piece) => !this.#stale.has(piece.startContainer));
  }

  /** The text offset of a place in a text node; a place in dropped characters gives the next offset that is text, one outside the article undefined. */
  offsetOf(node: Node, offset: number): number | undefined {
    const place = this.#placeOf(node);
    return place < 0 || this.#stale.has(node) ? undefined : this.#offsetInNode(place, node, offset);
  }

  /** Index of the block that a text node belongs to; -1 for nodes that are not the article's. */
  #placeOf(node: Node): number {
    const block = this.#owners.of(node);
    if (!block) return -1;
    return this.#blocks[block.place ?? -1] === block ? block.place! : this.#blocks.indexOf(block);
  }

  #offsetInNode(place: number, node: Node, offset: number): number {
    const begin = this.#begins[place]!;
    let last: TextRun | undefined;
    for (const run of this.#blocks[place]!.runs) {
      if (run.node !== node) continue;
      if (offset < run.nodeOffset) return begin + (last && offset <= last.nodeOffset + last.length ? last.textOffset + offset - last.nodeOffset : run.textOffset);
      last = run;
    }
    return begin + last!.textOffset + Math.min(last!.length, offset - last!.nodeOffset);
  }
}

/** Adds what of a block's runs carries `[begin, end)`, offsets counted from the block's begin. */
function addPieces(pieces: NodePiece[], runs: readonly TextRun[], begin: number, end: number): void {
  const first = halve(0, runs.length, (index) => runs[index]!.textOffset + runs[index]!.length <= begin);
  for (let index = first; index < runs.length; index += 1) {
    const run = runs[index]!;
    if (run.textOffset >= end) break;
    const from = run.nodeOffset + Math.max(0, begin - run.textOffset);
    const to = run.nodeOffset + Math.min(run.length, end - run.textOffset);
    const last = pieces.at(-1);
    if (last && last.endContainer === run.node) last.endOffset = to;
    else pieces.push({ startContainer: run.node, startOffset: from, endContainer: run.node, endOffset: to });
  }
}
