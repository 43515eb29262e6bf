/** What the card asks of the surface it lives on. Both the page's margin and the popup hand these in. */
import type { Card as CardData } from '../lib/cards/card.ts';
import type { Outcome } from './outcome.ts';
import type { Flag, FlagChange, FlagSays, Note, PlacedFlag, Span } from '../lib/model.ts';

export type CardWant = { entity: string } | { claim: string };

/** What helps to fill a form in. */
export interface FlagHints {
  /** What the engines recognise in the words. */
  says: FlagSays;
  /** Flags that have the same words already; `created` in milliseconds. */
  before: readonly { id: string; title: string; site: string; url: string; created: number; samePage: boolean }[];
}

/** Where what is typed is kept until it is sent. Absent where a surface keeps nothing. */
export interface FlagDrafts {
  of: (id: string) => Promise<FlagChange | undefined>;
  save: (id: string, draft: FlagChange) => void;
  drop: (id: string) => void;
}

/** The article around the notes: for quoted words and for where else a name stands. */
export interface CardArticle {
  text: string;
  notes: readonly Note[];
  /** When it was published (ISO 8601), where known. */
  published?: string;
}

/** What a reader can do with their own flags. Each answers when it is done, with the flag as it then is. */
export interface FlagActions {
  change: (id: string, draft: FlagChange) => Promise<Outcome<Flag>>;
  delete: (id: string) => Promise<Outcome<Flag>>;
  restore: (id: string) => Promise<Outcome<Flag>>;
  drafts?: FlagDrafts;
}

/** How far a "not right" goes: this note, all of its rule on this site, all of its rule. */
export type DismissScope = 'note' | 'site' | 'everywhere';

/** What a reader can do with a note that is not right. */
export interface DismissActions {
  /** Gives the name by which it is taken back. */
  dismiss: (note: Note, scope: DismissScope) => Promise<Outcome<string>>;
  undo: (id: string) => Promise<Outcome<null>>;
}

export interface CardProps {
  /** The notes under the pointer, in any order. With `flags` empty, at least one. */
  notes: readonly Note[];
  /** The reader's own flags at the same place; they come first. */
  flags?: readonly PlacedFlag[];
  article: CardArticle;
  /** Looks up what stands behind a name or a claim. */
  load: (want: CardWant) => Promise<Outcome<CardData>>;
  /** Scroll to these words of the article. */
  onShow: (span: Span) => void;
  /** Begin a flag on these words. Without it the action is not offered. */
  onFlag?: (span: Span) => void;
  /** "Not right." Without it the action is not offered. */
  dismissActions?: DismissActions;
  flagActions?: FlagActions;
  /** Without it there is no close button (the popup has none). */
  onClose?: () => void;
  /** The article with its notes, for paper. Without it the action is not offered. */
  onPrint?: () => void;
  /** Take the focus when the card opens: true after a click or a key, false after a hover. */
  focus?: boolean;
}
