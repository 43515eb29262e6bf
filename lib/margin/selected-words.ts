/** From the page's selection to a span of the article, or the reason why it cannot be flagged. Reads, changes nothing. */
import { isElement } from '../highlight/node-kinds.ts';
import type { Span } from '../model.ts';
import { type SearchedMap, selectedSpan } from '../page/selected-span.ts';

export type SelectionFault = 'nothing' | 'field' | 'frame' | 'no_words' | 'outside';

/** Takes the document, the map and the article's text; gives the selected words of the article without white space at the edges. */
export function selectedWords(document: Document, map: SearchedMap, text: string): Span | SelectionFault {
  const active = document.activeElement;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
  if (!range) {
    if (active?.matches('iframe, frame, object, embed')) return 'frame';
    return active?.matches('input, textarea') ? 'field' : 'nothing';
  }
  if (isInField(range.commonAncestorContainer)) return 'field';
  if (!/[\p{L}\p{N}]/u.test(selection!.toString())) return 'no_words';
  const span = selectedSpan(map, range);
  const trimmed = span && trimSpan(text, span);
  if (!trimmed) return 'outside';
  return /[\p{L}\p{N}]/u.test(text.slice(...trimmed)) ? trimmed : 'no_words';
}

function isInField(node: Node): boolean {
  const element = isElement(node) ? node : node.parentElement;
  return element?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]') !== null && element !== null;
}

/** Draws a span in to its words; undefined when there are none. */
export function trimSpan(text: string, [begin, end]: Span): Span | undefined {
  const words = text.slice(begin, end);
  const from = begin + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? [from, to] : undefined;
}
