/** Very long articles are analysed in portions, one after the other, so that the first marks do not wait for the last words. */
import type { Article, Block } from '../model.ts';
import { longestAtOnce } from './follower-here.ts';
import { documentToken } from '../messages/document-token.ts';
import { movedNote } from '../move-notes.ts';
import type { Asking } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';

/** How many portions are analysed of one page: nobody reads further. */
const most = 8;

export interface Portion {
  article: Article;
  /** Where its text begins in the article's. */
  at: number;
}

/** Takes an article; gives its portions, cut between blocks: nearly always the one that is all of it. */
export function portionsOf(article: Article): [Portion, ...Portion[]] {
  const { text, blocks = [] } = article;
  if (text.length <= longestAtOnce) return [{ article, at: 0 }];
  const portions: Portion[] = [];
  for (let from = 0; from < blocks.length && portions.length < most; ) {
    const at = blocks[from]!.begin;
    let to = from + 1;
    while (to < blocks.length && blocks[to]!.end - at <= longestAtOnce) to += 1;
    const inside = blocks.slice(from, to).map((block): Block => ({ ...block, begin: block.begin - at, end: block.end - at }));
    portions.push({ article: { ...article, text: text.slice(at, blocks[to - 1]!.end), blocks: inside }, at });
    from = to;
  }
  return portions as [Portion, ...Portion[]];
}

/**
 * Places the page's own flags in all of a state's article, and analyses what it has beyond its first portion; gives the state again and again as more of it is
 * known. Ends where the background gives no answer, and before the analysis where there is nothing to annotate.
 */
export async function* restOf({ ask }: Asking, state: () => ReadingState | undefined): AsyncGenerator<ReadingState> {
  if (state()?.isUnplaced) {
    const placed = await ask('placeFlags', { token: documentToken(), text: state()!.article.text });
    const known = state();
    if (placed.ok && known) yield { ...known, flags: [...placed.value, ...known.flags] };
  }
  if (state()?.status !== 'annotated') return;
  for (const { article, at } of portionsOf(state()!.article).slice(1)) {
    const found = await ask('annotatePart', { token: documentToken(), article, begin: 0, end: article.text.length });
    const known = state();
    if (!found.ok || !known?.document) return;
    const more = found.value.notes.map((note) => ({ ...movedNote(note, at), id: `${note.id}-${at}` }));
    yield { ...known, document: { ...known.document, notes: [...known.document.notes, ...more] } };
  }
}
