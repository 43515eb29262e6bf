/** Which spots are in view, and which lie around one: what stepping and cards ask of the marked page. */
import { boxesOf } from '../highlight/notes-at.ts';
import { inView } from './card-place.ts';
import type { MarkedPage } from './marked-page.ts';
import type { Spot } from './spots.ts';

/** A spot and those that lie around it: what a card at its beginning lists. */
export function spotsAround({ spots }: MarkedPage, spot: Spot): Spot[] {
  return [spot, ...spots.filter((other) => other !== spot && other.span[0] <= spot.span[0] && other.span[1] >= spot.span[1])];
}

/** Whether any word of a spot is in view. */
export function isSeen({ map }: MarkedPage, { spans }: Spot, { innerWidth, innerHeight }: Window): boolean {
  return map !== undefined && inView(boxesOf({ spans }, map), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
}

/** Index of the first spot in view, or of the next after it; their number when there is none. */
export function firstSeen(page: MarkedPage, window: Window): number {
  const { spots } = page;
  const offset = page.offsetAtTop();
  let index = spots.findIndex(({ span }) => span[1] >= offset);
  if (index < 0) return spots.length;
  while (index > 0 && isSeen(page, spots[index - 1]!, window)) index -= 1;
  return index;
}
