/** What painting and pointing need of the page's map between text and nodes (`lib/page/` makes it). */

export interface TextMap {
  /** The pieces of text nodes that carry `[begin, end)`, one for each node, in order. */
  toRanges(begin: number, end: number): readonly StaticRangeInit[];
  /** The text offset of a place in a node; undefined outside the article. */
  offsetOf(node: Node, offset: number): number | undefined;
}

/** What a map can tell and hear besides. */
export interface WholeMap extends TextMap {
  /** Stretches of text nodes in the order of the text, with offsets into it. */
  readonly runs: readonly { readonly node: Node; readonly textOffset: number; readonly length: number }[];
  /** The first and the last text node; undefined for an empty article. */
  readonly edges: readonly [first: Node, last: Node] | undefined;
  /** Says that a text node has changed: nothing of it is told any more. Gives whether it gave text to the article. */
  spoil(node: Node): boolean;
}
