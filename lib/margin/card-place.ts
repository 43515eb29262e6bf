/**
 * Where the card sits. Pure geometry in CSS pixels of the viewport.
 *
 * The card never covers the words it explains: below them, else above, else beside, else as a sheet at the end of the viewport that is
 * farther from them. It shrinks and scrolls inside rather than leave the viewport. On a narrow viewport it is a sheet from the start.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = 'below' | 'above' | 'right' | 'left' | 'sheet-bottom' | 'sheet-top';

export interface Placement {
  side: Side;
  left: number;
  top: number;
  width: number;
  /** The card scrolls inside when it is taller. */
  maxHeight: number;
}

export interface PlaceRequest {
  /** The drawn lines of the words, in order. At least one. */
  words: readonly Box[];
  /** The card's natural size. */
  card: { width: number; height: number };
  /** What is really seen: the visual viewport. */
  view: Box;
  /** Where the reader points; of words that fill the viewport, these lines stay free. */
  point?: { x: number; y: number };
  /** The side it has now: kept while it fits, so that a card that grows does not jump. */
  keep?: Side;
}

/** Between words and card: room for an underline. */
const gap = 8;
/** Between card and the viewport's edge. */
const edge = 8;
/** Below this width (CSS pixels) the card is a sheet. */
const narrow = 480;
/** A card lower than this says too little to be worth a squeeze. */
const leastHeight = 160;

/** Takes the words, the card's size and the viewport; gives the card's place. Always inside the viewport. */
export function placeCard(request: PlaceRequest): Placement {
  const { view, card } = request;
  const width = Math.min(card.width, view.right - view.left - 2 * edge);
  const words = hull(request);
  if (view.right - view.left < narrow) return sheet(request, words);
  const places = candidates(request, words, width);
  const kept = places.find((place) => place.side === request.keep && place.maxHeight >= leastHeight);
  const best = kept ?? places.find((place) => place.maxHeight >= card.height) ?? roomiest(places);
  return best && best.maxHeight >= Math.min(leastHeight, card.height) ? best : sheet(request, words);
}

/** Below, above, right, left: each with the height it offers; sides without the width are left out. */
function candidates({ card, view, point }: PlaceRequest, words: Box, width: number): Placement[] {
  const below = view.bottom - edge - (words.bottom + gap);
  const above = words.top - gap - (view.top + edge);
  const start = point ? point.x - 24 : words.left;
  const left = clamp(start, view.left + edge, view.right - edge - width);
  const height = (room: number): number => Math.min(card.height, Math.max(0, room));
  const places: Placement[] = [
    { side: 'below', left, top: words.bottom + gap, width, maxHeight: Math.max(0, below) },
    { side: 'above', left, top: words.top - gap - height(above), width, maxHeight: Math.max(0, above) },
  ];
  const full = view.bottom - view.top - 2 * edge;
  const top = clamp(words.top, view.top + edge, view.bottom - edge - height(full));
  if (view.right - edge - (words.right + gap) >= width) places.push({ side: 'right', left: words.right + gap, top, width, maxHeight: full });
  if (words.left - gap - (view.left + edge) >= width) places.push({ side: 'left', left: words.left - gap - width, top, width, maxHeight: full });
  return places;
}

/** A sheet over the whole width, at the end of the viewport that leaves the words free. */
function sheet({ card, view }: PlaceRequest, words: Box): Placement {
  const below = view.bottom - (words.bottom + gap);
  const above = words.top - gap - view.top;
  const atBottom = below >= Math.min(card.height, leastHeight) || below >= above;
  const room = atBottom ? below : above;
  const most = (view.bottom - view.top) * 0.6;
  const maxHeight = Math.max(Math.min(room, most), Math.min(leastHeight, (view.bottom - view.top) / 2));
  const height = Math.min(card.height, maxHeight);
  return {
    side: atBottom ? 'sheet-bottom' : 'sheet-top',
    left: view.left,
    top: atBottom ? view.bottom - height : view.top,
    width: view.right - view.left,
    maxHeight,
  };
}

/** The box round all lines that are in view; of words that leave no room beside them, only the lines at the point. */
function hull({ words, view, point, card }: PlaceRequest): Box {
  const seen = words.filter((line) => line.bottom > view.top && line.top < view.bottom);
  const whole = around(seen.length > 0 ? seen : words);
  const room = Math.max(view.bottom - whole.bottom, whole.top - view.top);
  if (!point || room >= Math.min(card.height, leastHeight) + gap + edge) return whole;
  const distance = (line: Box): number => Math.max(line.top - point.y, point.y - line.bottom, 0);
  const nearest = [...seen].sort((one, other) => distance(one) - distance(other))[0];
  return nearest ?? whole;
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Whether any of the words can still be seen: a card whose words were scrolled away closes. */
export function inView(words: readonly Box[], view: Box): boolean {
  return words.some((line) => line.bottom > view.top && line.top < view.bottom && line.right > view.left && line.left < view.right);
}

function roomiest(places: readonly Placement[]): Placement | undefined {
  return [...places].sort((one, other) => other.maxHeight - one.maxHeight)[0];
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
