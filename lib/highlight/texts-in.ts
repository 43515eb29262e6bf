/** A text node itself, or all text nodes under an element. */
export function textsIn(node: Node): Node[] {
  if (!node.hasChildNodes()) return [node];
  const walker = node.ownerDocument!.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text);
  return texts;
}
