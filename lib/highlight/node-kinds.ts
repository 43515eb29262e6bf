/** What a node is, by its own word: `instanceof` would ask whether it is of this document's realm, which nodes of a frame are not. */

/** Whether anything is an element, of whatever document. */
export function isElement(node: unknown): node is HTMLElement {
  return (node as Partial<Node> | null | undefined)?.nodeType === 1;
}

/** Whether anything is a shadow root, of whatever document. */
export function isShadowRoot(node: unknown): node is ShadowRoot {
  return (node as Partial<Node> | null | undefined)?.nodeType === 11 && 'host' in (node as Node);
}
