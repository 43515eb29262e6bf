/** What the reader knows of the page at hand: one value, replaced as a whole. */
import type { FreshMap } from '../highlight/fresh-map.ts';
import type { Failure, PageState, PageStatus, ReaderSettings } from '../messages/calls.ts';
import type { AnnotationDocument, Article, PlacedFlag } from '../model.ts';

export interface ReadingState {
  article: Article;
  map: FreshMap;
  status: PageStatus;
  document?: AnnotationDocument;
  flags: readonly PlacedFlag[];
  settings: ReaderSettings;
  /** Under which the background keeps this page's flags. */
  page?: { address: string; site: string };
  failure?: Failure;
}

export const firstSettings: ReaderSettings = { density: 'core', hidden: [], off: false, ephemeral: false };

/** As other surfaces see it. */
export function pageState(state: ReadingState | undefined): PageState {
  if (!state) return { status: 'unread', flags: [], settings: firstSettings };
  const { status, document, flags, settings, page, failure } = state;
  return { status, flags, settings, ...(document ? { document } : {}), ...(page ? { page } : {}), ...(failure ? { failure } : {}) };
}

/** What an analysis makes of the page. */
export function statusOf(document: AnnotationDocument, settings: ReaderSettings): PageStatus {
  if (settings.off) return 'off';
  return document.page.verdict === 'annotate' || document.notes.length > 0 ? 'annotated' : 'skipped';
}
