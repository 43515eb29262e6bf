/**
 * Which container is the article, and which of its blocks are the article's.
 *
 * Every block of prose gives its length to its container and, with a decay, to the containers around it; the one that gathers most
 * is the body. The decay is mild, because many pages split the body into several boxes: then their common parent must win over
 * the longest of them. Inside the body, blocks of boxes that stand beside the article go, and what does not read like prose.
 */
import { pointsElsewhere } from './element-kinds.ts';
import type { Container, Outline, PageBlock } from './outline.ts';

const decay = 0.9;
/** Further up a contribution is too small to decide anything: keeps deep pages linear. */
const reach = 40;
/** A box named as beside the article that holds more than this share of the body's prose is no such box. */
const dominant = 0.5;

/** A box with a form or a button and no more prose than this asks the reader for something. */
const longestPrompt = 400;

/** The body's container and the indices of the outline's blocks that are the article's, in order; undefined when the page has no prose. */
export interface Body {
  container: Container;
  blocks: number[];
}

export function findBody(outline: Outline): Body | undefined {
  for (const block of outline.blocks) credit(block);
  let best: Container | undefined;
  for (const container of outline.containers) if (!best || container.score > best.score) best = container;
  if (!best || best.score === 0) return undefined;
  return { container: best, blocks: articleBlocks(outline, best) };
}

/** How many code units of prose a block counts for. */
export function proseOf(block: PageBlock): number {
  const { text, kind, linked } = block;
  if (kind === 'heading' || text.length < 25 || linked > 0.5 || pointsElsewhere(text)) return 0;
  const own = text.length * (1 - linked);
  const ends = endsLikeProse(text) ? 1 : text.length >= longParagraph ? 0.5 : 0.2;
  return own * ends * (kind === 'item' ? 0.5 : 1);
}

function credit(block: PageBlock): void {
  const prose = proseOf(block);
  if (prose === 0) return;
  let share = prose;
  const isLine = block.tag === 'p' || block.kind === 'item';
  let at = isLine ? block.container.parent : block.container;
  for (let steps = 0; at; at = at.parent, steps += 1) {
    at.prose += prose;
    if (steps > reach) break;
    at.score += share;
    share *= at.beside ? decay * 0.3 : decay;
  }
}

function articleBlocks(outline: Outline, body: Container): number[] {
  const inside = new Set<Container>([body]);
  for (const container of outline.containers) {
    if (isTwin(container, body)) inside.add(container);
    if (!container.parent || !inside.has(container.parent)) continue;
    if (container.beside && container.prose < dominant * body.prose) continue;
    if (container.hasControls && container.prose < longestPrompt) continue;
    inside.add(container);
  }
  const chosen: number[] = [];
  let headings: number[] = [];
  outline.blocks.forEach((block, index) => {
    if (!inside.has(block.container)) return;
    if (block.kind === 'heading') headings = block.linked > 0.5 || pointsElsewhere(block.text) ? [] : [index];
    else if (belongs(block)) {
      chosen.push(...headings, index);
      headings = [];
    }
  });
  return chosen;
}

/** Whether a container is the body's next: some pages set the first paragraph, or what comes behind an ad, in a box of the same kind. */
function isTwin(container: Container, body: Container): boolean {
  if (container === body || container.parent !== body.parent || container.beside || container.prose === 0) return false;
  const names = container.element.getAttribute('class')?.split(/\s+/) ?? [];
  const wanted = body.element.getAttribute('class')?.split(/\s+/).filter(Boolean) ?? [];
  const shared = wanted.filter((name) => names.includes(name)).length;
  return container.element.localName === body.element.localName && shared > 0 && shared * 2 >= Math.min(wanted.length, names.length);
}

/** Whether a block inside the body reads like a part of the article. */
function belongs(block: PageBlock): boolean {
  const { text, kind, linked } = block;
  if (linked > (kind === 'item' ? 0.4 : 0.6) || pointsElsewhere(text)) return false;
  if (endsLikeProse(text)) return text.length >= (kind === 'item' ? 30 : 20);
  return kind !== 'item' && text.length >= longParagraph && linked < 0.4;
}

/** A paragraph of this length is prose even when a signature or a link stands behind its last full stop. */
const longParagraph = 140;

/** Ends in sentence punctuation, closing marks and footnote signs allowed behind it. */
export function endsLikeProse(text: string): boolean {
  return /[.!?…:;][\s"'“”„«»‹›’‘)\]*]{0,4}(?:\[\d{1,3}\])?$/.test(text.trimEnd().slice(-12));
}
