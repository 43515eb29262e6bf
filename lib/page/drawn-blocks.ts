/**
 * Which blocks have a box on the page. Asks for styles, never for a layout, and for as few as will do: of plain paragraphs that stand
 * side by side in one box the first and the last of each dozen, since what hides one hides its neighbour or a whole stretch.
 */
import type { PageBlock } from './outline.ts';

const dozen = 12;

/** Takes blocks in order; gives those that are drawn. What is drawn is asked once; what is not is asked again, since a page may unfold it. May pause at each `yield`. */
export function* drawnBlocks<Placed extends { block: PageBlock }>(placed: readonly Placed[]): Generator<undefined, Placed[]> {
  const drawn: Placed[] = [];
  for (let from = 0; from < placed.length; ) {
    const to = endOfRow(placed, from);
    settle(placed, from, to);
    for (; from < to; from += 1) if (placed[from]!.block.drawn) drawn.push(placed[from]!);
    yield;
  }
  return drawn;
}

/** Index behind the plain paragraphs from here on that stand side by side and are not settled yet; one further where this is none. */
function endOfRow(placed: readonly { block: PageBlock }[], from: number): number {
  const { container } = placed[from]!.block;
  let to = from;
  while (to < placed.length && to - from < dozen && isPlain(placed[to]!.block) && placed[to]!.block.container.parent === container.parent) to += 1;
  return Math.max(to, from + 1);
}

function isPlain({ container, drawn }: PageBlock): boolean {
  return drawn === undefined && container.tag === 'p' && !container.element.hasAttributes();
}

function settle(placed: readonly { block: PageBlock }[], from: number, to: number): void {
  const ends = isDrawn(placed[from]!.block) && isDrawn(placed[to - 1]!.block);
  for (let at = from + 1; at < to - 1; at += 1) isDrawn(placed[at]!.block, ends);
}

/** Whether a block is drawn; may be known from its neighbours. Documents of the command have no boxes: there everything counts as drawn. */
function isDrawn(block: PageBlock, isKnown?: boolean): boolean {
  return (block.drawn ||= isKnown || ((block.container.element as Partial<Element>).checkVisibility?.() ?? true));
}
