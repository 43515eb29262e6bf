/** The headline and the lead above the body, where the page shows them. They are read too, so that their marks can be painted. */
import type { BlockKind } from '../model.ts';
import { endsLikeProse, pointsElsewhere } from './block-wording.ts';
import { namesLead } from './element-kinds.ts';
import type { Body } from './find-body.ts';
import type { Outline, PageBlock } from './outline.ts';

export interface HeadBlock {
  /** Index into the outline's blocks. */
  index: number;
  kind: BlockKind;
}

/** How far above the body (in blocks) a lead may stand. */
const leadReach = 25;

/** Gives the title's block, then the lead's, as far as the page has them. */
export function findHeadline(outline: Outline, body: Body, title: string): HeadBlock[] {
  const { blocks } = outline;
  const firstOfBody = body.blocks.find((index) => blocks[index]!.kind !== 'heading') ?? 0;
  const titleIndex = findTitle(blocks, firstOfBody, title);
  const head: HeadBlock[] = titleIndex === undefined ? [] : [{ index: titleIndex, kind: 'title' }];
  const from = Math.max(titleIndex === undefined ? firstOfBody - leadReach : titleIndex + 1, firstOfBody - leadReach, 0);
  for (let index = from; index < firstOfBody; index += 1) {
    const block = blocks[index]!;
    if (isLead(block)) head.push({ index, kind: 'lead' });
  }
  const first = blocks[firstOfBody];
  if (first && first.kind === 'paragraph' && namesLead(first.container.element)) head.push({ index: firstOfBody, kind: 'lead' });
  return head;
}

/** The last `h1` above the body that shares words with the title, else the last `h1` above it. */
function findTitle(blocks: readonly PageBlock[], firstOfBody: number, title: string): number | undefined {
  let wanted: Set<string> | undefined;
  let found: number | undefined;
  let most = 0;
  for (let index = 0; index <= Math.min(firstOfBody + 3, blocks.length - 1); index += 1) {
    const block = blocks[index]!;
    const extra = block.tag === 'h1' ? 0.4 : 0;
    if (block.kind !== 'heading' || block.container.beside || 1 + extra < most) continue;
    const worth = extra + (block.text === title ? 1 : shared(wordsOf(block.text), (wanted ??= new Set(wordsOf(title)))));
    if (worth >= 0.4 && worth >= most) {
      most = worth;
      found = index;
    }
  }
  return found;
}

/** How much of two texts' words they have in common, 0..1. */
function shared(words: readonly string[], others: ReadonlySet<string>): number {
  return words.filter((word) => others.has(word)).length / Math.max(1, words.length, others.size);
}

function isLead(block: PageBlock): boolean {
  const { text, kind, linked, container } = block;
  if (kind === 'heading' || container.beside || text.length < 60 || linked > 0.3 || pointsElsewhere(text)) return false;
  return endsLikeProse(text) && (namesLead(container.element) || namesLead(container.parent?.element));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
