/** Whether a page is an article, from its structure: not a home page, a list, a login or a shop. */
import type { PageSignals } from '../model.ts';
import { proseOf } from './find-body.ts';
import type { Body } from './find-body.ts';
import type { Outline } from './outline.ts';
import { articleType, listType } from './read-signals.ts';

/** Code units of prose in the body that make an article, with and without the page's word for it. */
const enoughIfSaid = 250;
const enoughIfNot = 900;
/** How far above a heading the body is looked for. */
const reach = 12;

/** Takes the outline with its body; gives a plain yes or no. */
export function looksLikeArticle(outline: Outline, body: Body | undefined, signals: PageSignals): boolean {
  if (!body) return false;
  const blocks = body.blocks.map((index) => outline.blocks[index]!);
  const prose = blocks.reduce((sum, block) => sum + proseOf(block), 0);
  const paragraphs = blocks.filter((block) => block.kind !== 'heading' && block.text.length >= 80).length;
  if (linkedHeadings(outline, body) > Math.max(2, paragraphs / 2)) return false;
  return saysArticle(signals) ? prose >= enoughIfSaid : prose >= enoughIfNot && paragraphs >= 3;
}

/** The page's own word. Lists describe the articles they lead to: there only Open Graph is believed. */
function saysArticle({ ogType, structuredTypes = [] }: PageSignals): boolean {
  if (ogType?.toLowerCase() === 'article') return true;
  return structuredTypes.some((type) => articleType.test(type)) && !structuredTypes.some((type) => listType.test(type));
}

/** Headings inside the body that are links: in a list each stands over a teaser. */
function linkedHeadings(outline: Outline, body: Body): number {
  let count = 0;
  for (const block of outline.blocks) {
    if (block.kind !== 'heading' || block.linked <= 0.5) continue;
    let at = block.container.parent;
    for (let steps = 0; at && at !== body.container && steps < reach; steps += 1) at = at.parent;
    if (at === body.container) count += 1;
  }
  return count;
}
