/**
 * Which container is the article, and which of its blocks are the article's.
 *
 * Every block of prose gives its length to its container and, with a decay, to the containers around it; the one that gathers most
 * is the body. The decay is mild, because many pages split the body into several boxes: then their common parent must win over
 * the longest of them. Inside the body, blocks of boxes that stand beside the article go, and what does not read like prose.
 *
 * What is found of a block by its own words stays with it, so that a page of which little changed is weighed again without reading it.
 */
import { endsLikeProse, introducesAuthor, isCredit, pointsElsewhere } from './block-wording.ts';
import { isAlwaysBeside } from './element-kinds.ts';
import type { Container, Outline, PageBlock } from './outline.ts';

const decay = 0.9;
/** Further up a contribution is too small to decide anything: keeps deep pages linear. */
const reach = 40;
/** A box named as beside the article that holds more than this share of the body's prose is no such box. */
const dominant = 0.5;

/** A box with a form or a button and no more prose than this asks the reader for something. */
const longestPrompt = 400;

/** How many blocks are looked at between two places where the work may pause. */
const portion = 64;

export interface Body {
  container: Container;
  /** Indices of the outline's blocks that are the article's, in order. */
  blocks: number[];
}

/** Takes a page's outline and weighs its containers; gives the body, undefined when the page has no prose. Linear in blocks and containers; may pause at each `yield`. */
export function* findBody(outline: Outline): Generator<undefined, Body | undefined> {
  yield* settleBeside(outline);
  for (let at = 0; at < outline.blocks.length; at += 1) {
    credit(outline.blocks[at]!);
    if (at % portion === 0) yield;
  }
  let best: Container | undefined;
  for (const container of outline.containers) if (container.score > (best?.score ?? 0)) best = container;
  if (!best) return undefined;
  return { container: best, blocks: yield* articleBlocks(outline, best) };
}

/** How many code units of prose a block counts for; found once. */
export function proseOf(block: PageBlock): number {
  return (block.prose ??= weighProse(block));
}

/** Whether a block's wording leads elsewhere; found once. */
function points(block: PageBlock): boolean {
  return (block.points ??= pointsElsewhere(block.text));
}

function weighProse(block: PageBlock): number {
  const { text, kind, linked } = block;
  if (kind === 'heading' || text.length < 25 || linked > 0.5 || points(block)) return 0;
  const ends = endsLikeProse(text) ? 1 : text.length >= longParagraph ? 0.5 : 0.2;
  return text.length * (1 - linked) * ends * (kind === 'item' ? 0.5 : 1);
}

/** A word that names this share of the page's prose names no box beside it: some pages stand in a form, or call their paragraphs teasers. */
const common = 0.4;

/** Decides which containers stand beside the article. */
function* settleBeside(outline: Outline): Generator<undefined, void> {
  const named = new Map<string, number>();
  let all = 0;
  for (let at = 0; at < outline.blocks.length; at += 1) {
    const block = outline.blocks[at]!;
    const prose = proseOf(block);
    all += prose;
    if (prose > 0) for (const word of block.container.chainWords) named.set(word, (named.get(word) ?? 0) + prose);
    if (at % portion === 0) yield;
  }
  const saysBeside = (word: string): boolean => isAlwaysBeside(word) || (named.get(word) ?? 0) <= common * all;
  for (const container of outline.containers) {
    container.beside = container.besideWords.some(saysBeside);
    container.prose = 0;
    container.score = 0;
  }
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

function* articleBlocks(outline: Outline, body: Container): Generator<undefined, number[]> {
  markInside(outline, body);
  const chosen: number[] = [];
  /** Headings, and lines without a full stop, that wait for a paragraph to vouch for them. */
  let waiting: number[] = [];
  let pointing = false;
  for (let index = 0; index < outline.blocks.length; index += 1) {
    if (index % portion === 0) yield;
    const block = outline.blocks[index]!;
    if (!block.container.inside) continue;
    if (block.kind === 'heading') {
      pointing = block.linked > 0.5 || points(block);
      waiting = pointing ? [] : [index];
    } else if (belongs(block) && !(pointing && (block.kind === 'item' || block.linked > 0.2))) {
      if (waiting.length > 0) chosen.push(...waiting);
      chosen.push(index);
      waiting = [];
      pointing = false;
    } else if (isOpenLine(block) && isBeside(block, outline.blocks[waiting.at(-1) ?? chosen.at(-1) ?? -1])) {
      waiting.push(index);
    }
  }
  while (chosen.length > 3 && introducesAuthor(outline.blocks[chosen.at(-1)!]!.text)) chosen.pop();
  return chosen;
}

/** Says of each container whether its blocks can be the article's. */
function markInside(outline: Outline, body: Container): void {
  const headings = outline.blocks.filter(({ kind }) => kind === 'heading');
  const boxes = teaserBoxes(headings, body);
  const hasParagraphs = ownParagraphs(outline, body) > mostlyOwn * body.prose;
  const headed = boxesWithHeading(headings);
  for (const container of outline.containers) {
    container.inside = container === body || isTwin(container, body);
    if (!container.parent?.inside) continue;
    if (hasParagraphs && container.parent === body && isInset(container, headed) && container.prose < mostOfInset * body.prose) continue;
    if (container.beside && container.prose < dominant * body.prose) continue;
    if ((container.hasControls || boxes.has(container)) && container.prose < longestPrompt) continue;
    container.inside = true;
  }
}

/** From this share on a body is a plain run of paragraphs, and a box with a heading of its own and little prose is set into it. */
const mostlyOwn = 0.6;
const mostOfInset = 0.2;

/** Prose in paragraphs that stand directly in the body. */
function ownParagraphs(outline: Outline, body: Container): number {
  let sum = 0;
  for (const block of outline.blocks) if (block.tag === 'p' && block.container.parent === body) sum += proseOf(block);
  return sum;
}

/** Containers with a heading in them, a few levels down at most. */
function boxesWithHeading(headings: readonly PageBlock[]): Set<Container> {
  const headed = new Set<Container>();
  for (const { container } of headings) {
    let at = container.parent;
    for (let steps = 0; at && steps < 5; at = at.parent, steps += 1) headed.add(at);
  }
  return headed;
}

function isInset(container: Container, headed: ReadonlySet<Container>): boolean {
  return (container.tag === 'div' || container.tag === 'section') && headed.has(container);
}

/** Boxes inside the body whose heading is a link or leads elsewhere: teasers of other articles. */
function teaserBoxes(headings: readonly PageBlock[], body: Container): Set<Container> {
  const boxes = new Set<Container>();
  for (const block of headings) {
    const box = block.container.parent;
    if (box && box !== body && (block.linked > 0.5 || points(block))) boxes.add(box);
  }
  return boxes;
}

/** Whether a container is the body's next: some pages set the first paragraph, or what comes behind an ad, in a box of the same kind. */
function isTwin(container: Container, body: Container): boolean {
  if (container.parent !== body.parent || container === body || container.beside || container.prose === 0) return false;
  const names = container.element.classList;
  const wanted = [...body.element.classList];
  const shared = wanted.filter((name) => names.contains(name)).length;
  return container.tag === body.tag && shared > 0 && shared * 2 >= Math.min(wanted.length, names.length);
}

/** Whether a paragraph could be a line of the article that only lacks its full stop (a verse, an enumeration set as paragraphs). */
function isOpenLine(block: PageBlock): boolean {
  const { text, tag, linked } = block;
  return tag === 'p' && linked < 0.2 && text.length >= 40 && / \p{Ll}{2,} /u.test(text) && !points(block) && !isCredit(text);
}

/** Whether two paragraphs stand in one box. */
function isBeside(block: PageBlock, other: PageBlock | undefined): boolean {
  return other?.container.parent === block.container.parent;
}

/** Whether a block inside the body reads like a part of the article; found once. */
function belongs(block: PageBlock): boolean {
  return (block.belongs ??= readsLikeArticle(block));
}

function readsLikeArticle(block: PageBlock): boolean {
  const { text, kind, linked } = block;
  if (linked > (kind === 'item' ? 0.4 : 0.6) || points(block) || isCredit(text)) return false;
  if (endsLikeProse(text)) return text.length >= (kind === 'item' ? 30 : 20);
  return kind !== 'item' && text.length >= longParagraph && linked < 0.4;
}

/** A paragraph of this length is prose even when a signature or a link stands behind its last full stop. */
const longParagraph = 140;
