/**
 * A changed stretch of a long article on its own: what is sent of it to be analysed, and how its notes come among the others. Notes that
 * depend on the whole text are right again when the page has come to rest and is analysed whole.
 */
import type { AnnotatedPart } from '../messages/calls.ts';
import { documentToken } from '../messages/document-token.ts';
import type { Article, Block, Note, PlacedFlag } from '../model.ts';
import { movedNote } from '../move-notes.ts';
import type { ChangedBlocks } from '../page/outline-keeper.ts';
import type { PageAsRead } from './page-reader.ts';
import type { Asking } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';

/** Shorter articles are analysed whole: it costs next to nothing. */
const shortest = 20_000;
/** A longer stretch is no small change. */
const longestPart = 60_000;
/** How many blocks around the changed ones are read along, so that names and speakers are known. */
const around = 2;

export interface Part {
  /** The changed blocks with those around them. */
  article: Article;
  /** Where the changed blocks lie in its text. */
  begin: number;
  end: number;
  /** Where its text begins in the article's. */
  at: number;
  /** What of the article before ends before, or begins behind, and by how much the latter has moved. */
  keep: { until: number; from: number; by: number };
}

/** Takes the article before and now, and which blocks are new; gives what is to be analysed of it, undefined when that is the whole. */
export function partOf(before: Article, now: Article, changed: ChangedBlocks, flags: readonly PlacedFlag[]): Part | undefined {
  const old = before.blocks ?? [];
  const blocks = now.blocks ?? [];
  if (now.text.length < shortest || blocks.length === 0) return undefined;
  const until = old[changed.from - 1]?.end ?? 0;
  const from = old[changed.to]?.begin ?? before.text.length;
  const end = blocks[changed.now]?.begin ?? now.text.length;
  const keep = { until, from, by: end - from };
  // An own flag is placed by the whole text.
  if (flags.some(({ span }) => span && span[0] < from && span[1] > until)) return undefined;
  const window = blocks.slice(Math.max(0, changed.from - around), changed.now + around);
  const at = window[0]!.begin;
  const text = now.text.slice(at, window.at(-1)!.end);
  if (text.length > longestPart) return undefined;
  const article = { text, blocks: window.map((block): Block => ({ ...block, begin: block.begin - at, end: block.end - at })), signals: now.signals };
  return { article, begin: Math.max(0, until - at), end: Math.min(text.length, end - at), at, keep };
}

/** Analyses only what is new of a page that was followed; gives what is known of it now, undefined when it is to be analysed whole. */
export async function analysePart({ ask }: Asking, state: () => ReadingState | undefined, { article, map, changed }: PageAsRead): Promise<ReadingState | undefined> {
  const before = state();
  if (!changed || before?.status !== 'annotated' || before.article !== changed.since) return undefined;
  const part = partOf(before.article, article, changed, before.flags);
  const found = part && (await ask('annotatePart', { token: documentToken(), article: part.article, begin: part.begin, end: part.end }));
  const known = state();
  if (!found?.ok || !known?.document || known.article !== before.article) return undefined;
  const name = (parts += 1).toString(36);
  const document = { ...known.document, id: `${known.document.id.split('-', 1)[0]}-${name}`, text: article.text, notes: mergeNotes(known.document.notes, part!, found.value, name) };
  return { ...known, article, map, document, flags: known.flags.map((placed) => movedFlag(placed, part!)) };
}

/** How many parts were analysed: names their notes, which may stand where others stood before. */
let parts = 0;

/** Takes the notes of the article before, and what its changed part gave; gives those of the article now. Notes that ran over the edge of the part go. */
export function mergeNotes(notes: readonly Note[], { at, keep }: Part, found: AnnotatedPart, name: string): Note[] {
  const before = notes.filter(({ end }) => end <= keep.until);
  const fresh = found.notes.map((note) => ({ ...movedNote(note, at), id: `${note.id}-${name}` }));
  const behind = notes.filter(({ begin }) => begin >= keep.from).map((note) => movedNote(note, keep.by));
  return [...before, ...fresh, ...behind];
}

function movedFlag(placed: PlacedFlag, { keep }: Part): PlacedFlag {
  const { span } = placed;
  return span && span[0] >= keep.from ? { ...placed, span: [span[0] + keep.by, span[1] + keep.by] } : placed;
}
