/**
 * The page's map as of one reading, minus the nodes that have changed since: their offsets no longer hold, so nothing is painted,
 * measured or hit there until the page is read again.
 */
import type { Span } from '../model.ts';
import type { TextMap } from './text-map.ts';

/** What a whole map can do besides: a selection's span. */
export interface SelectableMap extends TextMap {
  spanOf(selection: StaticRangeInit): Span | undefined;
}

export class FreshMap implements SelectableMap {
  readonly #map: SelectableMap;
  readonly #stale = new Set<Node>();

  constructor(map: SelectableMap) {
    this.#map = map;
  }

  /** Marks a text node as changed; gives whether it belonged to the article. */
  spoil(node: Node): boolean {
    if (!this.#map.has(node)) return false;
    this.#stale.add(node);
    return true;
  }

  has(node: Node): boolean {
    return this.#map.has(node) && !this.#stale.has(node);
  }

  toRanges(begin: number, end: number): readonly StaticRangeInit[] {
    const pieces = this.#map.toRanges(begin, end);
    return this.#stale.size === 0 ? pieces : pieces.filter((piece) => !this.#stale.has(piece.startContainer));
  }

  offsetOf(node: Node, offset: number): number | undefined {
    return this.#stale.has(node) ? undefined : this.#map.offsetOf(node, offset);
  }

  spanOf(selection: StaticRangeInit): Span | undefined {
    return this.#map.spanOf(selection);
  }
}
