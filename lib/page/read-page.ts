/**
 * Reads an article off a live page without touching it: the text with its blocks, what the page says about itself, and a map from
 * every letter back to the node it stands in. The same code reads the command's parsed documents.
 */
import type { Article, Block, BlockKind } from '../model.ts';
import { findBody } from './find-body.ts';
import { findHeadline } from './find-headline.ts';
import { looksLikeArticle } from './looks-like-article.ts';
import { outlinePage } from './outline.ts';
import type { PageBlock } from './outline.ts';
import { readSignals } from './read-signals.ts';
import { TextMap } from './text-map.ts';
import type { TextRun } from './text-map.ts';

export interface ReadPage {
  article: Article;
  map: TextMap;
}

/** Longer texts are cut at a block's end: nobody reads further, and the analysis must not stall the browser. */
const longestText = 8_000_000;

/** Takes a document and its address (by default its own). Gives empty text when the page has none. Never throws on a page's content. */
export function readPage(document: Document, url: string | undefined = document.URL): ReadPage {
  const outline = outlinePage(document);
  const signals = readSignals(document, url || undefined);
  const body = findBody(outline);
  const title = signals.title ?? '';
  const headline = body && findHeadline(outline, body, title);
  const chosen: { block: PageBlock; kind: BlockKind }[] = [];
  if (headline) chosen.push(...headline.map(({ index, kind }) => ({ block: outline.blocks[index]!, kind })));
  const first = chosen.map(({ block }) => block);
  for (const index of body?.blocks ?? []) {
    const block = outline.blocks[index]!;
    if (!first.includes(block)) chosen.push({ block, kind: block.kind });
  }
  const visible = chosen.filter(({ block }) => isDrawn(block.container.element));
  return { article: { ...joinBlocks(visible), signals, looksLikeArticle: looksLikeArticle(outline, body, signals) }, map: new TextMap(joinRuns(visible)) };
}

/** Whether an element has a box. Asked for the article's own blocks only, after all reading: at most one layout. */
function isDrawn(element: Element): boolean {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

type Chosen = readonly { block: PageBlock; kind: BlockKind }[];

/** Items of a list stand on lines of their own, other blocks are set apart by an empty line. */
function gapBefore(chosen: Chosen, index: number): string {
  if (index === 0) return '';
  return chosen[index]!.kind === 'item' && chosen[index - 1]!.kind === 'item' ? '\n' : '\n\n';
}

function joinBlocks(chosen: Chosen): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const [index, { block, kind }] of chosen.entries()) {
    if (text.length + block.text.length > longestText) break;
    text += gapBefore(chosen, index);
    blocks.push({ kind, begin: text.length, end: text.length + block.text.length });
    text += block.text;
  }
  return { text, blocks };
}

function joinRuns(chosen: Chosen): TextRun[] {
  const runs: TextRun[] = [];
  let begin = 0;
  for (const [index, { block }] of chosen.entries()) {
    if (begin + block.text.length > longestText) break;
    begin += gapBefore(chosen, index).length;
    for (const run of block.runs) runs.push({ ...run, textOffset: begin + run.textOffset });
    begin += block.text.length;
  }
  return runs;
}
