/** Very long articles are analysed in portions, one after the other, so that the first marks do not wait for the last words. */
import { pause } from '../highlight/slices.ts';
import type { Article, Block } from '../model.ts';
import { longestAtOnce } from './follower-here.ts';
import { documentToken } from '../messages/document-token.ts';
import { movedNote } from '../move-notes.ts';
import type { Asking } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';

/** How long a portion is (code units), and how many of them are analysed of one page: nobody reads further. An answer for twice as much takes 30 ms to read. */
const longest = 125_000;
const most = 16;

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
    while (to < blocks.length && blocks[to]!.end - at <= longest) to += 1;
    const inside = blocks.slice(from, to).map((block): Block => ({ ...block, begin: block.begin - at, end: block.end - at }));
    portions.push({ article: { ...article, text: text.slice(at, blocks[to - 1]!.end), blocks: inside }, at });
    from = to;
  }
  return portions as [Portion, ...Portion[]];
}

/**
 * Places the page's own flags in all of a state's article, and analyses what it has beyond its first portion; gives the state again and again as more of it is
 * known. Ends where the background gives no answer, and before the analysis where there is nothing to annotate. What is done for a portion (reading the answer,
 * moving its notes, painting, the next question) is each a task of its own, so that the page's come between.
 */
export async function* restOf({ ask }: Asking, state: () => ReadingState | undefined): AsyncGenerator<ReadingState> {
  if (state()?.isUnplaced) {
    const placed = await ask('placeFlags', { token: documentToken(), text: state()!.article.text });
    const known = state();
    if (placed.ok && known) yield { ...known, flags: [...placed.value, ...known.flags] };
  }
  if (state()?.status !== 'annotated') return;
  for (const { article, at } of portionsOf(state()!.article).slice(1)) {
    await pause();
    const found = await ask('annotatePart', { token: documentToken(), article, begin: 0, end: article.text.length });
    if (!found.ok) return;
    const more = found.value.notes.map((note) => ({ ...movedNote(note, at), id: `${note.id}-${at}` }));
    await pause();
    const known = state();
    if (!known?.document) return;
    yield { ...known, document: { ...known.document, notes: [...known.document.notes, ...more] } };
  }
}
