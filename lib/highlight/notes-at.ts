/**
 * From a point on the page to the marks under it: point → caret → text offset → marks, then a look at the drawn boxes, because a
 * caret is also found for the empty space beside a line. Layout is asked once, for the few candidates.
 */
import type { Mark } from './mark.ts';
import type { TextMap } from './text-map.ts';

/** How far (CSS pixels) a point may miss the drawn box: a finger or an underline is a little off. */
const slack = 3;

/** The text offset under a point (viewport, CSS pixels); undefined outside the mapped text. `shadowRoots` are those of the article. */
export function offsetAt(map: TextMap, document: Document, x: number, y: number, shadowRoots: readonly ShadowRoot[]): number | undefined {
  const position = (document as Partial<Document>).caretPositionFromPoint?.(x, y, { shadowRoots: [...shadowRoots] });
  return position ? map.offsetOf(position.offsetNode, position.offset) : undefined;
}

/**
 * Takes marks in any order, a text offset and the point (viewport, CSS pixels) that has led to it; gives those whose words lie under the point, shortest first: the
 * most exact one leads the card. Empty when the point is beside the words or over an image.
 */
export function marksAt<Marked extends Pick<Mark, 'spans'>>(marks: readonly Marked[], map: TextMap, offset: number, x: number, y: number): Marked[] {
  return marks
    .filter((mark) => mark.spans.some(([begin, end]) => begin <= offset && offset <= end) && boxesOf(mark, map).some((box) => isInside(box, x, y)))
    .sort((one, other) => lengthOf(one) - lengthOf(other));
}

/** The boxes (viewport, CSS pixels) in which a mark's words are drawn, one for each line and node. */
export function boxesOf(mark: Pick<Mark, 'spans'>, map: TextMap): DOMRect[] {
  return mark.spans.flatMap(([begin, end]) =>
    map.toRanges(begin, end).flatMap((piece) => {
      if (!piece.startContainer.isConnected) return [];
      const range = liveRange(piece);
      return range ? [...range.getClientRects()].filter((box) => box.width > 0) : [];
    }),
  );
}

/** A live range for one moment of measuring; undefined where the page has shortened the node since it was read. */
function liveRange(piece: StaticRangeInit): Range | undefined {
  const range = piece.startContainer.ownerDocument!.createRange();
  try {
    range.setStart(piece.startContainer, piece.startOffset);
    range.setEnd(piece.endContainer, piece.endOffset);
    return range;
  } catch {
    return undefined;
  }
}

function isInside(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

function lengthOf(mark: Pick<Mark, 'spans'>): number {
  return mark.spans.reduce((sum, [begin, end]) => sum + end - begin, 0);
}
