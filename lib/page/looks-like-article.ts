/** Whether a page is an article, from its structure: not a home page, a list, a login or a shop. */
import type { PageSignals } from '../model.ts';
import { proseOf } from './find-body.ts';
import type { Body } from './find-body.ts';
import type { Outline } from './outline.ts';
import { articleType } from './read-signals.ts';

/** Code units of prose in the body that make an article, with and without the page's word for it. */
const enoughIfSaid = 250;
const enoughIfNot = 900;

/** Takes the outline with its body; gives a plain yes or no. */
export function looksLikeArticle(outline: Outline, body: Body | undefined, signals: PageSignals): boolean {
  if (!body) return false;
  const blocks = body.blocks.map((index) => outline.blocks[index]!);
  const prose = blocks.reduce((sum, block) => sum + proseOf(block), 0);
  const paragraphs = blocks.filter((block) => block.kind !== 'heading' && block.text.length >= 80).length;
  const saysArticle = signals.ogType?.toLowerCase() === 'article' || (signals.structuredTypes ?? []).some((type) => articleType.test(type));
  return saysArticle ? prose >= enoughIfSaid : prose >= enoughIfNot && paragraphs >= 3;
}
