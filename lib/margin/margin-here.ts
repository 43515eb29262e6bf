/**
 * The margin, all that opens, is drawn over the page or told, is a script of its own: brought by the background when the reader first
 * needs it. Most articles are read without a card, and those pages carry a third of the weight. Both scripts live in the extension's own
 * world of the page, which page scripts cannot see, and meet there under one name.
 */
import type { Mark } from '../highlight/mark.ts';
import type { Answer, ReaderSettings } from '../messages/calls.ts';
import type { PlacedFlag, Span } from '../model.ts';
import type { MarkedPage, Pointed } from './marked-page.ts';
import type { Asking } from './reader-ports.ts';
import type { ReadingState } from './reading-state.ts';
import { documentToken } from '../messages/document-token.ts';

/** What the margin asks of the reader. */
export interface MarginPorts extends Asking {
  page: MarkedPage;
  /** What is known of the page at hand; undefined before it was read. */
  state: () => ReadingState | undefined;
  /** The flags of the page are now these. */
  flagsChanged: (flags: readonly PlacedFlag[]) => void;
  /** Paint again by these settings. */
  settings: (settings: ReaderSettings) => void;
}

/** A sentence to show and tell, by the name it has among our texts. */
export type Notice = { is: 'paused' | 'resumed' | 'translated' } | { is: 'density'; density: ReaderSettings['density'] };

/** What the reader asks of the margin. */
export interface Margin {
  /** What is shown of the page now, the words of the reader's own flags, and marks to draw where the browser does not paint them; nothing of it while `shown` is undefined. */
  dress(shown: ReadingState | undefined, flags: readonly Span[], marks: readonly Mark[]): void;
  /** Opens the card of a place. */
  openAt(here: Pointed, focus: boolean, point: { x: number; y: number }): void;
  /** Goes to the next or previous mark. */
  step(direction: 1 | -1): void;
  /** Scrolls to words, and opens the card of what stands there. */
  show(spans: readonly Span[], spot?: string, open?: boolean): void;
  /** Begins a flag from the selection. */
  flagSelection(): Answer<null>;
  notice(notice: Notice): void;
  /** The layout may have moved. */
  refresh(): void;
  /** The page has put something on top. */
  raise(): void;
  /** Takes away what belongs to the article that was there. */
  clear(): void;
  close(): void;
  /** Whether an event of the page comes from our element. */
  owns(event: Event): boolean;
  /** Whether the open card came by a hover and may go by one. */
  readonly isFleeting: boolean;
  /** Whether a click elsewhere closes what is open. */
  readonly isDismissable: boolean;
  /** Whether anything is open. */
  readonly isOpen: boolean;
}

export type MakeMargin = (document: Document, ports: MarginPorts, signal: AbortSignal) => Margin;

interface World {
  randnotizMargin?: MakeMargin | undefined;
}

/** Puts it where the reader finds it; undefined takes away what an earlier version of us left. */
export function placeMargin(make: MakeMargin | undefined, world: object = globalThis): void {
  (world as World).randnotizMargin = make;
}

/** The margin at the first need. What is asked of it while it is on its way is done when it comes, the last wish alone. */
export class MarginOnDemand {
  readonly #document: Document;
  readonly #ports: MarginPorts;
  readonly #signal: AbortSignal;
  #margin: Margin | undefined;
  #wish: ((margin: Margin) => void) | undefined;
  #isComing = false;

  constructor(document: Document, ports: MarginPorts, signal: AbortSignal) {
    this.#document = document;
    this.#ports = ports;
    this.#signal = signal;
  }

  /** The margin, if it is here. */
  get here(): Margin | undefined {
    return this.#margin;
  }

  /** Does something with the margin, now or when it has come. If it cannot be brought, nothing happens, and the next wish tries again. */
  want(wish: (margin: Margin) => void): void {
    if (this.#margin) return wish(this.#margin);
    this.#wish = wish;
    if (!this.#isComing) void this.#bring();
  }

  /** Draws what is to be drawn of what the page shows; brings the margin where there is any. */
  dress(): void {
    const { shown, personal, drawn, spots } = this.#ports.page;
    if (this.#margin) this.#margin.dress(shown, personal, drawn);
    else if (!this.#isComing && (personal.length > 0 || drawn.length > 0 || shown?.drafts || (shown?.settings.ruler && spots.length > 0))) void this.#bring();
  }

  /** What was wished and has not come yet is no longer wanted. */
  forgetWish(): void {
    this.#wish = undefined;
  }

  async #bring(): Promise<void> {
    this.#isComing = true;
    await this.#ports.ask('bringSurfaces', { token: documentToken() });
    this.#isComing = false;
    const make = (globalThis as World).randnotizMargin;
    const wish = this.#wish;
    this.#wish = undefined;
    if (!make || this.#signal.aborted) return;
    this.#margin = make(this.#document, this.#ports, this.#signal);
    this.dress();
    wish?.(this.#margin);
  }
}
