/** From a selection to the article's text: places in elements, and edges that lie outside of the article. Only flagging needs it. */
import type { Span } from '../model.ts';

/** Where a selection begins and ends, as `Range` and `StaticRange` have it. */
export interface Boundaries {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

/** What of the page's map is asked: where a text node stands, and all of them in order. */
export interface SearchedMap {
  offsetOf(node: Node, offset: number): number | undefined;
  /** Stretches of text nodes in the order of the text, with offsets into it. */
  readonly runs: readonly { readonly node: Node; readonly textOffset: number; readonly length: number }[];
}

const textNode = 3;
/** `Node.DOCUMENT_POSITION_PRECEDING` and `…_CONTAINED_BY`, said here because linkedom's nodes are no globals. */
const preceding = 2;
const containedBy = 16;

/** Takes a map and a selection; gives what of it is the article's text, edges outside of it drawn in; undefined when nothing is. */
export function selectedSpan(map: SearchedMap, selection: Boundaries): Span | undefined {
  const begin = edge(map, selection.startContainer, selection.startOffset, true);
  const end = edge(map, selection.endContainer, selection.endOffset, false);
  return begin === undefined || end === undefined || begin >= end ? undefined : [begin, end];
}

function edge(map: SearchedMap, node: Node, offset: number, isStart: boolean): number | undefined {
  const known = map.offsetOf(node, offset);
  if (known !== undefined) return known;
  const { runs } = map;
  const index = firstRunAfter(runs, node, offset);
  if (index === undefined) return undefined;
  if (isStart) return runs[index]?.textOffset;
  const before = runs[index - 1];
  return before && before.textOffset + before.length;
}

/** Index of the first run at or after a place in document order; undefined when the place is in another tree. */
function firstRunAfter(runs: SearchedMap['runs'], node: Node, offset: number): number | undefined {
  if (runs.length === 0) return undefined;
  const child = node.nodeType === textNode ? null : (node.childNodes[offset] ?? null);
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!.node;
    if (run.getRootNode() !== node.getRootNode()) return undefined;
    if (isBefore(run, node, child)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a text node lies before the place (node, before child); `child` null means after the last child. */
function isBefore(text: Node, node: Node, child: Node | null): boolean {
  if (child) return child !== text && (child.compareDocumentPosition(text) & preceding) !== 0;
  return (node.compareDocumentPosition(text) & (containedBy | preceding)) !== 0;
}
