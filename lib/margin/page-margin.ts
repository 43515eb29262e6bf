/** The margin of one page: the card, the form, notices, stepping, flags and overview, as the reader asks for them. */
import type { Mark } from '../highlight/mark.ts';
import type { Answer } from '../messages/calls.ts';
import { failure } from '../messages/failures.ts';
import type { Span } from '../model.ts';
import { dismissActions } from './dismissing.ts';
import { flagActions, type FlaggingPorts, flagSelection, openForm } from './flagging.ts';
import type { Margin, MarginPorts, Notice } from './margin-here.ts';
import type { Pointed } from './marked-page.ts';
import { type CardDoings, cardOf, type CardWish, labelOf, openCard } from './open-card.ts';
import { offerDraft } from './offer-draft.ts';
import type { MarginKit } from './reader-ports.ts';
import { notesOf, type ReadingState } from './reading-state.ts';
import { firstSeen, isSeen, spotsAround } from './seen-spots.ts';
import { kindKey, type Spot, spotsOf } from './spots.ts';
import { nextStop } from './step.ts';
import { Surface } from './surface.ts';

export class PageMargin implements Margin {
  readonly #document: Document;
  readonly #ports: MarginPorts;
  readonly #kit: MarginKit;
  readonly #surface: Surface;
  readonly #flagging: FlaggingPorts;
  readonly #doings: CardDoings;
  /** Id of the mark where the reader is. */
  #current: string | undefined;
  /** What the open card was opened for. */
  #wish: CardWish | undefined;
  /** Address of the article whose half-written form was offered: its text may change meanwhile. */
  #offered: string | undefined;

  /** Takes the page's document, the reader's side, and what it is made with. Adds nothing to the page yet. */
  constructor(document: Document, ports: MarginPorts, kit: MarginKit, signal: AbortSignal) {
    this.#document = document;
    this.#ports = ports;
    this.#kit = kit;
    this.#surface = new Surface(document, kit, { onOpen: () => this.#openCurrent(), onStep: (direction) => this.step(direction) }, signal);
    this.#flagging = { document, reader: kit, surface: this.#surface, state: ports.state, update: ports.flagsChanged };
    this.#doings = {
      flagActions: flagActions(this.#flagging),
      dismissActions: dismissActions({ reader: kit, state: ports.state, update: ports.settings }),
      onFlag: (span) => {
        const state = ports.state();
        if (state) openForm(this.#flagging, state, span);
      },
    };
  }

  get isOpen(): boolean {
    return this.#surface.panel.content !== undefined;
  }

  get isFleeting(): boolean {
    return this.#surface.isFleeting;
  }

  get isDismissable(): boolean {
    return this.#surface.isDismissable;
  }

  owns(event: Event): boolean {
    return this.#surface.host.owns(event);
  }

  dress(shown: ReadingState | undefined, flags: readonly Span[], marks: readonly Mark[]): void {
    this.#surface.useMap(shown?.map);
    if (shown) this.#follow(shown);
    this.#surface.draw(flags, marks);
    this.#surface.drawRuler(shown?.settings.ruler ? this.#ports.page.spots : [], (spot) => this.show(spot.spans, spot.id));
  }

  refresh(): void {
    this.#surface.refresh();
  }

  raise(): void {
    this.#surface.host.raise();
  }

  clear(): void {
    this.#current = undefined;
    this.#surface.clear();
  }

  close(): void {
    this.#surface.panel.close();
  }

  notice(notice: Notice): void {
    const { t } = this.#kit.texts;
    this.#surface.notice(notice.is === 'density' ? t('margin.density', [t(`density.${notice.density}`)]) : t(`margin.${notice.is}`));
  }

  openAt(here: Pointed, focus: boolean, point: { x: number; y: number }): void {
    // A hover does not take the place of a card that the reader opened on purpose.
    if (!focus && this.isOpen && !this.isFleeting) return;
    this.#current = here.spots[0]!.id;
    this.#openCard(here.spots, here.offset, focus, point);
  }

  show(spans: readonly Span[], id?: string, open = false): void {
    const state = this.#ports.state();
    if (!state) return;
    this.#current = id ?? this.#current;
    this.#surface.frame(spans);
    const spot = open ? [...this.#ports.page.spots, ...spotsOf(notesOf(state), state.flags)].find((one) => one.id === id) : undefined;
    if (spot) this.#openCard([spot], spot.span[0], true);
  }

  /** After a scroll it goes on from what is seen. */
  step(direction: 1 | -1): void {
    if (this.#surface.panel.isBusy) return;
    const state = this.#ports.state();
    const { t, number } = this.#kit.texts;
    const { page } = this.#ports;
    const window = this.#document.defaultView!;
    const current = page.spots.find(({ id }) => id === this.#current);
    const isThere = current !== undefined && (this.#surface.stepButton.hasFocus || isSeen(page, current, window));
    const index = nextStop(page.spots, isThere ? current.id : undefined, firstSeen(page, window), direction);
    const spot = page.spots[index];
    if (!state || !spot) return this.#surface.notice(t('margin.no_marks'));
    this.#current = spot.id;
    this.#surface.panel.close();
    this.#surface.frame(spot.spans, true);
    const [first] = this.#surface.boxes(spot.spans);
    const label = labelOf(spot, state);
    if (first) this.#surface.stepButton.focus(t('margin.open_card', [label]), first, this.#document.defaultView!);
    this.#surface.announce(t('margin.step', [number(index + 1), number(page.spots.length), label, t(`kind.${kindKey(spot)}`)]));
  }

  flagSelection(): Answer<null> {
    return this.#ports.state() ? flagSelection(this.#flagging) : failure('page_not_read', 'the page was not read yet');
  }

  /** A flag that another window changed is shown as it is now; a form that was left half-written is offered, once for each article. */
  #follow(shown: ReadingState): void {
    const open = this.#surface.panel.content?.shown;
    const content = open?.kind === 'card' && this.#wish ? cardOf(this.#surface, this.#kit, shown, this.#doings, this.#wish) : undefined;
    if (content && content.key === (open as { key?: string }).key) this.#surface.panel.update(content);
    if (!shown.drafts || this.#offered === shown.page?.address) return;
    this.#offered = shown.page?.address;
    void offerDraft(this.#flagging);
  }

  #openCurrent(): void {
    const { page } = this.#ports;
    const spot = page.spots.find(({ id }) => id === this.#current);
    if (spot) this.#openCard(spotsAround(page, spot), spot.span[0], true);
  }

  #openCard(spots: readonly Spot[], at: number, focus: boolean, point?: { x: number; y: number }): void {
    const state = this.#ports.state();
    this.#wish = { spots, at, focus, ...(point ? { point } : {}) };
    if (state) openCard(this.#surface, this.#kit, state, this.#doings, this.#wish);
  }
}
