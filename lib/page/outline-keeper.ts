/** The outline of a page, walked in steps and kept, so that what changes later can be put into it (`follow-outline.ts`). */
import { type Container, type Outline, type OutlineItem, outlineOf, OutlineWalk } from './outline.ts';

/** As much of a `MutationRecord` as is needed. */
export interface PageChange {
  readonly type: string;
  readonly target: Node;
  readonly addedNodes: Iterable<Node>;
  readonly removedNodes: Iterable<Node>;
}

/** Puts a change of the page that has happened into its outline; gives false when the page is to be walked whole. */
export type FollowOutline = (outline: OutlineKeeper, change: PageChange) => boolean;

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
