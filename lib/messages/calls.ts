/**
 * The one call map: who asks whom, what with, and what comes back. A call that is not here does not exist.
 * Success and failure are values (`Answer`), because errors do not travel well between contexts.
 */
import type { AnnotationDocument, Article, Block, Dismissal, Flag, FlagChange, FlagSays, Note, NoteKind, PageSignals, PlacedFlag, Span } from '../model.ts';
import type { Card } from '../cards/card.ts';
import type { PackFault } from '../dataset/check-pack.ts';
import type { PackOverview, PackPreview } from '../packs/overview.ts';

export interface Failure {
  /** Machine-readable; the surface finds its sentence under `error.<code>` in `locales/`. */
  code: string;
  /** What, where, how to mend it; for the console and bug reports, never the only thing shown. */
  detail: string;
}
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure };

export type Density = 'core' | 'normal' | 'everything';

/** What the reader's surfaces need to know before they paint. */
export interface ReaderSettings {
  density: Density;
  /** Kinds switched off by the reader. */
  hidden: readonly string[];
  /** Off on this site. */
  off: boolean;
  /** True in a private window: nothing is stored, and surfaces say so. */
  ephemeral: boolean;
  /** The overview at the page's edge; absent means off. */
  ruler?: boolean;
  /** Marks are drawn in our closed host and nothing enters the highlight registry, which the page can read; absent means no. */
  quiet?: boolean;
  /** What the reader found not right, as far as it concerns this site. */
  dismissed?: readonly Dismissal[];
}

export type PageStatus = 'unread' | 'skipped' | 'annotated' | 'off' | 'not-allowed' | 'failed';

/** What the reader gets for its article. */
export interface AnnotatedPage {
  document: AnnotationDocument;
  /** This page's own flags, where they stand now. */
  flags: readonly PlacedFlag[];
  /** This page has flags that are yet to be placed, since only the begin of its text was sent: see `placeFlags`. */
  isUnplaced?: true;
  settings: ReaderSettings;
  /** Packs that the reader installed: what is found by them is nobody's business, so it is drawn like flags and never painted where the page can see. */
  ownPacks?: readonly string[];
  /** Under which this page's flags are kept: a new flag carries both. */
  page: { address: string; site: string };
  /** A form of this page was left half-written: see `pageDrafts`. */
  drafts?: true;
  /** Why the flags could not be read; the notes stand all the same. */
  failure?: Failure;
}

/** What is found in a part of an article, in the offsets of its own text. */
export interface AnnotatedPart {
  notes: readonly Note[];
}

/** What the popup shows of a tab. */
export interface PageState {
  status: PageStatus;
  document?: AnnotationDocument;
  flags: readonly PlacedFlag[];
  settings: ReaderSettings;
  /** Of the page, as far as known: settings are set by `site`. */
  page?: { address: string; site: string };
  failure?: Failure;
  /** All marks of this page are switched off for now (a key); nothing of it is remembered. */
  paused?: boolean;
  /** The blocks of the article's text, as the page has them. */
  blocks?: readonly Block[];
}

/** A form that was not sent yet. */
export interface KeptDraft {
  /** Of the flag: an existing one, or the one that will be. */
  id: string;
  /** What a new flag is about, to open its form again. */
  quote?: Flag['quote'];
  position?: Flag['position'];
  form: FlagChange;
  /** When it was last typed in, in milliseconds. */
  changed: number;
}

/** A flag that has the same words already. */
export interface FlaggedBefore {
  id: string;
  quote: string;
  title: string;
  site: string;
  url: string;
  /** When, in milliseconds. */
  created: number;
  samePage: boolean;
}

/** What helps to fill in a form. */
export interface AboutWords {
  /** What the engines recognise, in the article's words. */
  says: FlagSays;
  /** Flags of the same words, the likeliest first, a few at most. */
  before: readonly FlaggedBefore[];
}

/** What a call takes, and what it gives: inferred from its name, never stated by the caller. */
export type DataOf<Calls, Name extends keyof Calls> = Calls[Name] extends (data: infer Data) => unknown ? Data : never;
export type AnswerOf<Calls, Name extends keyof Calls> = Calls[Name] extends (data: never) => infer Result ? Result : never;

/** Asked by content scripts (detector, reader) and extension pages, answered by the background. */
export interface BackgroundCalls {
  /** detector: this page is plausible; inject the reader if you agree. `token` names the document. */
  sighted(data: { token: string; signals: PageSignals; sample: string }): Answer<{ inject: boolean }>;
  /** reader: analyse what I read, or the begin of it: then the page's own flags are not placed yet. Idempotent; answered from session memory when the text is the same. */
  annotate(data: { token: string; article: Article; isBegin?: boolean }): Answer<AnnotatedPage>;
  /** reader: place my page's own flags in all of its text. Asked only where there are any: megabytes take the page's time to send. */
  placeFlags(data: { token: string; text: string }): Answer<readonly PlacedFlag[]>;
  /** reader: analyse this part of an article that was annotated before; `[begin, end)` of its text is new, the rest is there to understand it. */
  annotatePart(data: { token: string; article: Article; begin: number; end: number }): Answer<AnnotatedPart>;
  /** reader, popup: what stands behind this entity or note. */
  card(data: { entity: string } | { claim: string }): Answer<Card>;
  /** popup: cards of all entities found. */
  cards(data: { entities: readonly string[] }): Answer<readonly Card[]>;
  /** reader: keep a flag (of my own page only). Same id twice is one flag. */
  keepFlag(data: { flag: Flag }): Answer<PlacedFlag>;
  changeFlag(data: { id: string } & FlagChange): Answer<Flag>;
  deleteFlag(data: { id: string }): Answer<Flag>;
  /** Undo of `deleteFlag`. */
  restoreFlag(data: { id: string }): Answer<Flag>;
  /** reader: keep what was typed so far, within half a second of a keystroke; keeping or changing the flag drops it. Nothing of a private window is kept. */
  keepDraft(data: { draft: KeptDraft }): Answer<null>;
  /** reader: the forms of my page that were not sent, latest first. */
  pageDrafts(data: Record<string, never>): Answer<readonly KeptDraft[]>;
  dropDraft(data: { id: string }): Answer<null>;
  /** reader: what do these words say, and were they flagged before? `text` is the article, or as much of it around the words as is sent. */
  aboutWords(data: { text: string; begin: number; end: number }): Answer<AboutWords>;
  /** notebook: I changed flags of these pages myself (many at once, an import, a folder), or of I know not which; tell the readers that show them. */
  notebookChanged(data: { addresses?: readonly string[] }): Answer<null>;
  /** reader: bring what opens (cards, forms, their styles) into my document. Asked at the first need, so that a page without it stays light. */
  bringSurfaces(data: { token: string }): Answer<null>;
  /** reader: my article has changed: bring what follows changes into my document. */
  bringFollower(data: { token: string }): Answer<null>;
  /** reader: bring the style of my marks, into my document or, where the article is in a frame of my page, into its frames. */
  bringStyle(data: { token: string; inFrames: boolean }): Answer<null>;
  /** reader, popup: open the article with its notes as a page for paper. The popup names the tab. */
  openPrint(data: { tab?: number }): Answer<null>;
  /** reader: this is not right. Which page it is said of the browser says. Same id twice is one dismissal. */
  dismiss(data: { dismissal: Omit<Dismissal, 'where'> }): Answer<ReaderSettings>;
  /** Takes it back. */
  undismiss(data: { id: string }): Answer<null>;
  /** options: all that was found not right, the latest first. */
  dismissals(data: Record<string, never>): Answer<readonly Dismissal[]>;
  /** popup, options: the density of marks; of one site if it is named, else of all that have none of their own. The popup names its tab. */
  setDensity(data: { density: Density; site?: string; tab?: number }): Answer<ReaderSettings>;
  /** reader: the density of my own site. */
  setDensityHere(data: { density: Density }): Answer<ReaderSettings>;
  /** popup, options: the overview at the page's edge, on or off everywhere. */
  setRuler(data: { on: boolean }): Answer<ReaderSettings>;
  /** popup, options: quiet mode, on or off everywhere. */
  setQuiet(data: { on: boolean }): Answer<ReaderSettings>;
  /** popup, options: kinds of note that stay hidden on this site. The popup names its tab: nothing of a private window is stored. */
  setHidden(data: { site: string; hidden: readonly NoteKind[]; tab?: number }): Answer<ReaderSettings>;
  /** popup, options: Randnotiz off (or on again) on this site. */
  setOff(data: { site: string; off: boolean; tab?: number }): Answer<ReaderSettings>;
  /** options: the packs there are, bundled and installed, and whether the last change can be taken back. */
  listPacks(data: Record<string, never>): Answer<PackOverview>;
  /** options: what a pack's file would do, or what is wrong with it. Changes nothing. */
  previewPack(data: { text: string }): Answer<PackPreview | { faults: readonly PackFault[] }>;
  /** options: install or update. The same file twice is once. */
  installPack(data: { text: string }): Answer<PackOverview>;
  switchPack(data: { id: string; on: boolean }): Answer<PackOverview>;
  /** options: take an installed pack away; a bundled one it stood for comes back. */
  removePack(data: { id: string }): Answer<PackOverview>;
  /** options: take the last change of packs back. */
  undoPacks(data: Record<string, never>): Answer<PackOverview>;
  /** popup: annotate the tab now (the click granted `activeTab`). */
  annotateTab(data: { tab: number }): Answer<PageState>;
  /** popup: what this tab's page is and why it was annotated or skipped; needs the reader's answer for a page that has one. */
  explainTab(data: { tab: number }): Answer<PageState>;
}

/** Asked by the background and extension pages, answered by the reader in a tab. */
export interface ReaderCalls {
  state(data: Record<string, never>): Answer<PageState>;
  /** side panel: what of the article is in sight (absent: nothing of it), and a stamp that says whether what it shows is still true (see `page-stamp.ts`). */
  view(data: Record<string, never>): Answer<{ span?: Span; stamp: string }>;
  /** Scroll to a note or a span, show it briefly, open its card if asked. */
  show(data: { note?: string; begin?: number; end?: number; open?: boolean }): Answer<null>;
  /** Next or previous mark, with focus in our host and an announcement. */
  step(data: { direction: 1 | -1 }): Answer<null>;
  /** Begin a flag from the page's selection. */
  flagSelection(data: Record<string, never>): Answer<null>;
  /** Repaint with these settings. */
  settings(data: ReaderSettings): Answer<null>;
  /** The flags of this page have changed elsewhere. */
  flagsChanged(data: { flags: readonly PlacedFlag[] }): Answer<null>;
  /** One key: all of ours off this page and back again, or the next density. */
  toggle(data: { what: 'page' | 'density' }): Answer<null>;
}
