/** What the reader knows of the page at hand: one value, replaced as a whole. */
import type { WholeMap } from '../highlight/text-map.ts';
import type { Density, Failure, PageState, PageStatus, ReaderSettings } from '../messages/calls.ts';
import { withoutDismissed } from '../dismissed.ts';
import type { AnnotationDocument, Article, Note, PlacedFlag } from '../model.ts';

export interface ReadingState {
  article: Article;
  map: WholeMap;
  status: PageStatus;
  document?: AnnotationDocument;
  flags: readonly PlacedFlag[];
  /** This page has flags that are yet to be placed in all of its text. */
  isUnplaced?: true;
  settings: ReaderSettings;
  /** Packs of the reader's own: what is found by them is drawn, never painted. */
  ownPacks?: readonly string[];
  /** Under which the background keeps this page's flags. */
  page?: { address: string; site: string };
  /** A form of this page was left half-written. */
  drafts?: true;
  failure?: Failure;
}

export const firstSettings: ReaderSettings = { density: 'core', hidden: [], off: false, ephemeral: false };

/** What follows each density when the reader asks for the next. */
export const nextDensity: Readonly<Record<Density, Density>> = { core: 'normal', normal: 'everything', everything: 'core' };

/** The notes of a reading, without those that the reader found not right. */
export function notesOf({ document, settings, page }: ReadingState): readonly Note[] {
  return withoutDismissed(document?.notes ?? [], settings.dismissed ?? [], page?.address);
}

/** As other surfaces see it. */
export function pageState(state: ReadingState | undefined, paused: boolean): PageState {
  if (!state) return { status: 'unread', flags: [], settings: firstSettings };
  const { status, document, flags, settings, page, failure, article } = state;
  return { status, flags, settings, ...(paused && { paused }), ...(article.blocks && { blocks: article.blocks }), ...(document && { document: { ...document, notes: notesOf(state) } }), ...(page && { page }), ...(failure && { failure }) };
}

/** What an analysis makes of the page. */
export function statusOf(document: AnnotationDocument, settings: ReaderSettings): PageStatus {
  if (settings.off) return 'off';
  return document.page.verdict === 'annotate' || document.notes.length > 0 ? 'annotated' : 'skipped';
}
