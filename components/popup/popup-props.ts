/** What the popup shows and what it asks for. The entry point wires it to messages; stories and tests hand in plain values. */
import type { AnnotationDocument, NoteKind, PlacedFlag, Span } from '../../lib/model.ts';
import type { Card } from '../../lib/cards/card.ts';
import type { CardWant, FlagActions } from '../card-props.ts';
import type { Failure, Outcome } from '../outcome.ts';

export type PopupDensity = 'core' | 'normal' | 'everything';

export interface PopupPage {
  status: 'unread' | 'skipped' | 'annotated' | 'off' | 'not-allowed' | 'failed';
  document?: AnnotationDocument;
  flags: readonly PlacedFlag[];
  settings: { density: PopupDensity; ephemeral: boolean; hidden?: readonly string[] };
  failure?: Failure;
}

export interface PopupProps {
  /** Absent while it is looked up: the skeleton stands there. */
  page?: PopupPage;
  load: (want: CardWant) => Promise<Outcome<Card>>;
  /** Cards of all names found, for their one line. */
  loadAll: (entities: readonly string[]) => Promise<Outcome<readonly Card[]>>;
  /** Scroll to these words of the page. */
  onShow: (span: Span) => void;
  /** A row was opened: let the page follow to its words, with the popup open. */
  onFollow?: (span: Span) => void;
  /** Ways on: the side panel, the notebook, the options. Absent where a browser has none. */
  onPanel?: () => void;
  onNotebook?: () => void;
  onOptions?: () => void;
  /** The article with its notes as a page for paper. */
  onPrint?: () => void;
  /** Keep the claim that is selected on the page. */
  onFlag: () => Promise<Outcome<unknown>>;
  /** Read and annotate this page now. */
  onAnnotate: () => Promise<Outcome<unknown>>;
  onDensity: (density: PopupDensity) => void;
  /** Which kinds are not marked on this website from now on; absent where the page has no website. */
  kindsOf?: { site: string; onHidden: (hidden: readonly NoteKind[]) => void };
  /** Let Randnotiz on this website for good; absent where it is let on already, or where there is no website. */
  allowSite?: { name: string; onAllow: () => Promise<Outcome<unknown>> };
  /** Switch this website off or on again; absent where the page has no website. */
  onOff?: (off: boolean) => void;
  /** Ask for the page's state again. */
  onRetry: () => void;
  /** Absent in a private window, where nothing can be kept. */
  flagActions: FlagActions | undefined;
  /** Write all notes into a file. */
  onExport: () => Promise<Outcome<unknown>>;
}
