/** The outline of a page, walked in steps and kept, so that what changes later can be put into it (`follow-outline.ts`). */
import type { BlockKind } from '../model.ts';
import { type Container, type Outline, type OutlineItem, outlineOf, OutlineWalk, type PageBlock } from './outline.ts';

/** As much of a `MutationRecord` as is needed. */
export interface PageChange {
  readonly type: string;
  readonly target: Node;
  readonly addedNodes: Iterable<Node>;
  readonly removedNodes: Iterable<Node>;
}

/** A block of the article, and as what it stands there. */
export interface Placed {
  block: PageBlock;
  kind: BlockKind;
}

/** Blocks `[from, to)` of the article before stand now as `[from, now)`; all others are the same. */
export interface ChangedBlocks {
  from: number;
  to: number;
  now: number;
}

/** What follows a page that changes; see `follow-outline.ts`. */
export interface FollowOutline {
  /** Puts a change that has happened into the outline; gives false when the page is to be walked whole. */
  put(outline: OutlineKeeper, change: PageChange): boolean;
  /** Which of the article's blocks are others now. */
  difference(before: readonly Placed[], now: readonly Placed[]): ChangedBlocks;
}

export class OutlineKeeper {
  readonly #document: Document;
  #parts: Outline | undefined;
  items: OutlineItem[] = [];
  /** The containers by their elements: made by who needs it. */
  byElement: Map<Element, Container> | undefined;
  hasShadows = false;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Walks the whole page, so many nodes between two pauses. */
  *walk(portion: number): Generator<undefined, void> {
    const walk = new OutlineWalk(this.#document.documentElement);
    while (walk.go(portion)) yield;
    this.items = walk.items;
    this.byElement = undefined;
    this.#parts = undefined;
    this.hasShadows = walk.hasShadows;
  }

  /** Says that the items are others now. */
  touch(): void {
    this.#parts = undefined;
  }

  /** The outline as it is now. */
  parts(): Outline {
    return (this.#parts ??= outlineOf(this.items));
  }
}
