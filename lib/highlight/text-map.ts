/** What painting and pointing need of the page's map between text and nodes (`lib/page/` makes it). */

export interface TextMap {
  /** The pieces of text nodes that carry `[begin, end)`, one for each node, in order. */
  toRanges(begin: number, end: number): readonly StaticRangeInit[];
  /** The text offset of a place in a node; undefined outside the article. */
  offsetOf(node: Node, offset: number): number | undefined;
  /** Whether the text node gives text to the article. */
  has(node: Node): boolean;
}
