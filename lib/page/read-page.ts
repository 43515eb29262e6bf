/**
 * Reads an article off a live page without touching it: the text with its blocks, what the page says about itself, and a map from
 * every letter back to the node it stands in. The same code reads the command's parsed documents.
 *
 * Reading is a row of small steps, so that a long page can be read in slices; run to its end at once it gives the same. What was read
 * is kept, so that where a paragraph changes only that paragraph is read again.
 */
import type { Article, Block, PageSignals } from '../model.ts';
import { drawnBlocks } from './drawn-blocks.ts';
import { findBody } from './find-body.ts';
import { findHeadline } from './find-headline.ts';
import { looksLikeArticle } from './looks-like-article.ts';
import { type ChangedBlocks, type FollowOutline, OutlineKeeper, type PageChange, type Placed } from './outline-keeper.ts';
import { readSignals } from './read-signals.ts';
import { type MappedBlock, type Owners, TextMap } from './text-map.ts';

export interface ReadPage {
  article: Article;
  map: TextMap;
}

/** What a changed page reads like now. */
export interface FollowedPage extends ReadPage {
  changed: ChangedBlocks;
}

/** Longer texts are cut at a block's end: nobody reads further, and the analysis must not stall the browser. */
const longestText = 8_000_000;

/** Nodes visited, and blocks placed, between two places where the work may pause. */
const portion = 128;

/** A longer article's text nodes are looked up in steps of so many blocks: those of a page of 8 MB, all at the first question, kept it busy for 60 ms. */
const many = 2_000;

/** Takes a document and its address (by default its own). Gives empty text when the page has none. Never throws on a page's content. */
export function readPage(document: Document, url: string | undefined = document.URL): ReadPage {
  const steps = new PageReading(document, url).read();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export class PageReading {
  readonly #document: Document;
  readonly #url: string | undefined;
  readonly #outline: OutlineKeeper;
  #signals: PageSignals = {};
  #placed: readonly Placed[] = [];
  #owners = new BlockOwners([]);

  /** Takes a document and its address. Reads nothing yet. */
  constructor(document: Document, url: string | undefined = document.URL) {
    this.#document = document;
    this.#url = url;
    this.#outline = new OutlineKeeper(document);
  }

  /** Whether parts of the page stand in open shadow roots. */
  get hasShadows(): boolean {
    return this.#outline.hasShadows;
  }

  /** Reads the whole page; may pause at each `yield`. */
  *read(): Generator<undefined, ReadPage> {
    yield* this.#outline.walk(portion);
    this.#signals = readSignals(this.#document, this.#url || undefined);
    const { placed, isArticle } = yield* this.#choose();
    this.#placed = placed;
    this.#owners = new BlockOwners(placed);
    for (let waiting = placed.length; waiting > many; waiting = this.#owners.take(many)) yield;
    return this.#join(isArticle);
  }

  /**
   * Reads again only where these changes happened, in their order; what the page says about itself is taken as it was. Gives undefined
   * when that will not do and the page is to be read whole.
   */
  *follow(changes: readonly PageChange[], follow: FollowOutline): Generator<undefined, FollowedPage | undefined> {
    for (const change of changes) if (!follow.put(this.#outline, change)) return undefined;
    const before = this.#placed;
    const { placed, isArticle } = yield* this.#choose();
    const changed = follow.difference(before, placed);
    this.#placed = placed;
    this.#owners.replace(before.slice(changed.from, changed.to), placed.slice(changed.from, changed.now));
    return { ...this.#join(isArticle), changed };
  }

  /** The article's blocks among those of the outline, in order, as far as they are drawn and fit in. */
  *#choose(): Generator<undefined, { placed: Placed[]; isArticle: boolean }> {
    const outline = this.#outline.parts();
    const body = yield* findBody(outline);
    const chosen: Placed[] = [];
    const head = body ? findHeadline(outline, body, this.#signals.title ?? '') : [];
    for (const { index, kind } of head) chosen.push({ block: outline.blocks[index]!, kind });
    const first = chosen.map(({ block }) => block);
    for (const index of body?.blocks ?? []) {
      const block = outline.blocks[index]!;
      if (!first.includes(block)) chosen.push({ block, kind: block.kind });
    }
    const placed = cut(yield* drawnBlocks(chosen));
    yield;
    const isArticle = looksLikeArticle(outline, body, this.#signals);
    yield;
    return { placed, isArticle };
  }

  #join(looksLikeArticle: boolean): ReadPage {
    const blocks: Block[] = [];
    const begins: number[] = [];
    const mapped: MappedBlock[] = [];
    const parts: string[] = [];
    let length = 0;
    for (let at = 0; at < this.#placed.length; at += 1) {
      const { block, kind } = this.#placed[at]!;
      const gap = gapBefore(this.#placed, at);
      const begin = length + gap.length;
      length = begin + block.text.length;
      parts.push(gap, block.text);
      begins.push(begin);
      blocks.push({ kind, begin, end: length });
      block.place = at;
      mapped.push(block);
    }
    return { article: { text: parts.join(''), blocks, signals: this.#signals, looksLikeArticle }, map: new TextMap(mapped, begins, this.#owners) };
  }
}

/** Items of a list stand on lines of their own, other blocks are set apart by an empty line. */
function gapBefore(placed: readonly Placed[], at: number): string {
  if (at === 0) return '';
  return placed[at]!.kind === 'item' && placed[at - 1]!.kind === 'item' ? '\n' : '\n\n';
}

/** As many blocks as the longest text holds. */
function cut(placed: Placed[]): Placed[] {
  let length = 0;
  const end = placed.findIndex(({ block }, at) => {
    if (length + block.text.length > longestText) return true;
    length += gapBefore(placed, at).length + block.text.length;
    return false;
  });
  return end < 0 ? placed : placed.slice(0, end);
}

/** Which block a text node belongs to: made when first asked for, or before in steps, and kept as blocks come and go. */
class BlockOwners implements Owners {
  readonly #byNode = new Map<Node, MappedBlock>();
  #waiting: Placed[];

  constructor(blocks: readonly Placed[]) {
    this.#waiting = [...blocks];
  }

  of(node: Node): MappedBlock | undefined {
    this.take(Infinity);
    return this.#byNode.get(node);
  }

  replace(gone: readonly Placed[], come: readonly Placed[]): void {
    this.take(Infinity);
    for (const { block } of gone) for (const { node } of block.runs) if (this.#byNode.get(node) === block) this.#byNode.delete(node);
    this.#waiting = [...come];
  }

  /** Takes in so many more blocks; gives how many others wait. */
  take(count: number): number {
    for (const { block } of this.#waiting.splice(0, count)) for (const { node } of block.runs) this.#byNode.set(node, block);
    return this.#waiting.length;
  }
}
