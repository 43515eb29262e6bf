/** Where the article hangs in the page's trees: what to watch, and where to look for a point. */
import { isShadowRoot } from '../highlight/node-kinds.ts';
import type { WholeMap } from '../highlight/text-map.ts';

export interface ArticleRoots {
  /** The smallest node that holds the whole article; undefined when there is none, or when it runs over several trees. */
  root?: Node;
  /** The open shadow roots that hold parts of it. */
  shadowRoots: readonly ShadowRoot[];
}

/** Takes the map, and whether the page has open shadow roots at all: only then every node is asked for its tree. */
export function articleRoots(map: WholeMap, hasShadows: boolean): ArticleRoots {
  const shadowRoots = hasShadows ? [...new Set(map.runs.map(({ node }) => node.getRootNode()))].filter(isShadowRoot) : [];
  if (!map.edges || shadowRoots.length > 0) return { shadowRoots };
  const [first, last] = map.edges;
  let root = first.parentNode;
  while (root && !root.contains(last)) root = root.parentNode;
  return root ? { root, shadowRoots } : { shadowRoots };
}

/** A text node itself, or all text nodes under an element. */
export function textsIn(node: Node): Node[] {
  if (!node.hasChildNodes()) return [node];
  const walker = node.ownerDocument!.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text);
  return texts;
}
