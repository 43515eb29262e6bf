/**
 * The reader's life on one page: read it, ask what is to be said of it, paint, point, step, and begin again when the page changes.
 * Everything it put on the page goes away when it ends.
 */
import { FreshMap } from '../highlight/fresh-map.ts';
import type { Answer, Density, PageState, ReaderSettings } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { PlacedFlag, Span } from '../model.ts';
import { articleRoots, type ArticleRoots, textsIn } from './article-roots.ts';
import { dismissActions } from './dismissing.ts';
import { flagActions, type FlaggingPorts, flagSelection, openForm } from './flagging.ts';
import { MarkedPage } from './marked-page.ts';
import { type CardDoings, labelOf, openCard } from './open-card.ts';
import { type PageWatch, watchPage } from './page-watch.ts';
import { watchPointer } from './pointer.ts';
import type { ReaderPorts } from './reader-ports.ts';
import { notesOf, pageState, type ReadingState, firstSettings, statusOf } from './reading-state.ts';
import { kindKey, type Spot, spotsOf } from './spots.ts';
import { nextStop } from './step.ts';
import { Surface } from './surface.ts';
import { chordOf } from './chords.ts';
import { documentToken } from './token.ts';

/** How often (ms) we look whether our extension is still there and the page's scripts left our marks alone. */
const heartbeat = 2000;

const nextDensity: Readonly<Record<Density, Density>> = { core: 'normal', normal: 'everything', everything: 'core' };

export class Session {
  readonly #document: Document;
  readonly #ports: ReaderPorts;
  readonly #page: MarkedPage;
  readonly #surface: Surface;
  readonly #flagging: FlaggingPorts;
  readonly #doings: CardDoings;
  readonly #life = new AbortController();
  readonly #watch: PageWatch;
  #state: ReadingState | undefined;
  /** The map of a reading whose analysis is on its way. */
  #pending: FreshMap | undefined;
  #roots: ArticleRoots = { shadowRoots: [] };
  #current: string | undefined;
  #ready: Promise<void> = Promise.resolve();
  #run = 0;
  #isTranslated = false;
  /** Switched off by key, for this page and for now. */
  #isPaused = false;

  /** Begins the life. Reads at once. */
  constructor(document: Document, ports: ReaderPorts) {
    const window = document.defaultView!;
    const { signal } = this.#life;
    this.#document = document;
    this.#ports = ports;
    this.#page = new MarkedPage(document, CSS.highlights);
    this.#surface = new Surface(document, ports, {
      onOpen: () => this.#openCurrent(),
      onStep: (direction) => this.step(direction),
      onKey: (event) => this.#onKey(event),
    }, signal);
    this.#flagging = { document, reader: ports, surface: this.#surface, state: () => this.#state, update: (flags) => this.flagsChanged(flags) };
    this.#doings = {
      flagActions: flagActions(this.#flagging),
      dismissActions: dismissActions({ reader: ports, state: () => this.#state, update: (settings) => this.settings(settings) }),
      onFlag: (span) => this.#state && openForm(this.#flagging, this.#state, span),
    };
    this.#watch = watchPage(document, {
      changed: (node) => this.#changed(node),
      isNearArticle: (element) => !this.#roots.root?.isConnected || this.#roots.root.contains(element),
      reread: () => this.read(),
      navigated: () => this.#forget(),
      restyled: () => this.#restyled(),
      moved: () => this.#surface.refresh(),
      covered: () => this.#surface.host.raise(),
    }, signal);
    watchPointer(window, this.#surface.host, {
      open: (x, y, focus) => this.#openAt(x, y, focus),
      isOpen: () => this.#surface.isDismissable,
      isFleeting: () => this.#surface.isFleeting,
      close: () => this.#surface.panel.close(),
    }, signal);
    const timer = setInterval(() => this.#beat(), heartbeat);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.read();
  }

  /** Resolves when what was read last is analysed: a step or a flag that comes with the injection waits for it. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Whether it still lives. */
  get isAlive(): boolean {
    return !this.#life.signal.aborted && !this.#ports.isGone();
  }

  /** Takes everything of ours off the page and stops listening. */
  end(): void {
    this.#run += 1;
    this.#page.clear();
    this.#life.abort();
  }

  /** Reads the page and has it analysed, unless its words are the same. Gives how long (ms) the reading took. */
  read(): number {
    if (this.#ports.isGone() || this.#isTranslated) return 0;
    this.#run += 1;
    const begin = performance.now();
    const { article, map } = this.#ports.readPage(this.#document);
    const took = performance.now() - begin;
    const fresh = new FreshMap(map);
    this.#roots = articleRoots(fresh, article.text.length);
    this.#watch.alsoIn(this.#roots.shadowRoots);
    this.#page.useShadowRoots(this.#roots.shadowRoots);
    if (this.#state?.document && this.#state.article.text === article.text) {
      this.#state = { ...this.#state, article, map: fresh };
      this.#pending = undefined;
      this.#repaint();
    } else {
      this.#pending = fresh;
      const before = this.#state;
      const reading: ReadingState = { article, map: fresh, status: 'unread', flags: before?.flags ?? [], settings: before?.settings ?? firstSettings };
      this.#state ??= reading;
      this.#ready = this.#analyse(reading);
    }
    return took;
  }

  state(): PageState {
    return pageState(this.#state, this.#isPaused);
  }

  /** Paints again as the reader wishes from now on. */
  settings(settings: ReaderSettings): void {
    if (!this.#state) return;
    const { document } = this.#state;
    this.#state = { ...this.#state, settings, ...(document ? { status: statusOf(document, settings) } : {}) };
    this.#repaint();
  }

  /** The flags of this page are now these. */
  flagsChanged(flags: readonly PlacedFlag[]): void {
    if (!this.#state) return;
    this.#state = { ...this.#state, flags };
    this.#repaint();
  }

  /** Scrolls to a note, a flag or words, and opens its card if asked. */
  show({ note, begin, end, open }: { note?: string; begin?: number; end?: number; open?: boolean }): Answer<null> {
    const state = this.#state;
    if (!state) return failure('page_not_read', 'the page was not read yet');
    const spots = [...this.#page.spots, ...spotsOf(notesOf(state), state.flags)];
    const spot = spots.find(({ id, span }) => (note === undefined ? span[0] === begin && span[1] === end : id === note));
    const spans: readonly Span[] | undefined = spot?.spans ?? (begin !== undefined && end !== undefined ? [[begin, end]] : undefined);
    if (!spans) return failure('page_gone', 'these words are no longer on the page');
    this.#current = spot?.id ?? this.#current;
    this.#surface.frame(spans);
    if (open && spot) this.#openCard([spot], spot.span[0], true);
    return success(null);
  }

  /** Goes to the next or previous mark; after a scroll, from what is seen. */
  step(direction: 1 | -1): void {
    if (this.#surface.panel.isBusy) return;
    const state = this.#state;
    const { t, number } = this.#ports.texts;
    const { spots } = this.#page;
    const current = spots.find(({ id }) => id === this.#current);
    const isThere = current !== undefined && (this.#surface.stepButton.hasFocus || this.#page.isSeen(current));
    const index = nextStop(spots, isThere ? current.id : undefined, this.#page.firstSeen(), direction);
    const spot = spots[index];
    if (!state || !spot) return this.#surface.notice(t('margin.no_marks'));
    this.#current = spot.id;
    this.#surface.panel.close();
    this.#surface.frame(spot.spans, true);
    const [first] = this.#surface.boxes(spot.spans);
    const label = labelOf(spot, state);
    if (first) this.#surface.stepButton.focus(t('margin.open_card', [label]), first, this.#document.defaultView!);
    this.#surface.announce(t('margin.step', [number(index + 1), number(spots.length), label, t(`kind.${kindKey(spot)}`)]));
  }

  /** All of ours off this page and back again; or the next density, for this site. Said in a sentence. */
  toggle(what: 'page' | 'density'): void {
    const { t } = this.#ports.texts;
    if (!this.#state) return;
    if (what === 'page') {
      this.#isPaused = !this.#isPaused;
      this.#surface.clear();
      this.#repaint();
      return this.#surface.notice(t(this.#isPaused ? 'margin.paused' : 'margin.resumed'));
    }
    const { settings } = this.#state;
    const density = nextDensity[settings.density];
    this.#isPaused = false;
    this.settings({ ...settings, density });
    if (!settings.ephemeral) void this.#ports.ask('setDensityHere', { density });
    this.#surface.notice(t('margin.density', [t(`density.${density}`)]));
  }

  /** Begins a flag from the selection. */
  flagSelection(): Answer<null> {
    return flagSelection(this.#flagging);
  }

  async #analyse(reading: ReadingState): Promise<void> {
    const run = this.#run;
    const answer = await this.#ports.ask('annotate', { token: documentToken(), article: reading.article });
    if (run !== this.#run) return;
    this.#pending = undefined;
    if (answer.ok) {
      this.#state = { ...reading, ...answer.value, status: statusOf(answer.value.document, answer.value.settings) };
    } else {
      this.#state = { ...reading, status: 'failed', failure: answer.error };
    }
    this.#repaint();
  }

  #repaint(): void {
    const state = this.#state;
    const shown = state && !state.settings.off && !this.#isTranslated && !this.#isPaused ? state : undefined;
    this.#surface.useMap(shown?.map);
    this.#surface.drawFlags(this.#page.show(shown));
    this.#surface.drawRuler(shown?.settings.ruler ? this.#page.spots : [], (spot) => this.show({ note: spot.id }));
  }

  /** The page changed these words: their marks go at once. */
  #changed(node: Node): boolean {
    this.#page.withdraw(node);
    const texts = textsIn(node);
    return [this.#state?.map, this.#pending].map((map) => texts.filter((text) => map?.spoil(text)).length > 0).includes(true);
  }

  #forget(): void {
    this.#run += 1;
    this.#state = undefined;
    this.#pending = undefined;
    this.#roots = { shadowRoots: [] };
    this.#current = undefined;
    this.#isTranslated = false;
    this.#surface.clear();
    this.#repaint();
  }

  /** A new theme asks for other colours; a page that the browser translates in place is no longer the text we read. */
  #restyled(): void {
    const isTranslated = /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/.test(this.#document.documentElement.className);
    if (isTranslated !== this.#isTranslated) {
      this.#isTranslated = isTranslated;
      this.#surface.clear();
      if (isTranslated && this.#page.spots.length > 0) this.#surface.notice(this.#ports.texts.t('margin.translated'));
      if (!isTranslated) this.read();
    }
    this.#repaint();
  }

  #openAt(x: number, y: number, focus: boolean): boolean {
    const here = this.#page.at(x, y);
    if (!here) {
      this.#surface.forgetWaiting();
      return false;
    }
    // A hover does not take the place of a card that the reader opened on purpose.
    if (!focus && this.#surface.panel.content && !this.#surface.isFleeting) return true;
    this.#current = here.spots[0]!.id;
    this.#openCard(here.spots, here.offset, focus, { x, y });
    return true;
  }

  #openCurrent(): void {
    const spot = this.#page.spots.find(({ id }) => id === this.#current);
    if (spot) this.#openCard(this.#page.around(spot), spot.span[0], true);
  }

  #openCard(spots: readonly Spot[], at: number, focus: boolean, point?: { x: number; y: number }): void {
    const state = this.#state;
    if (!state) return;
    openCard(this.#surface, this.#ports, state, this.#doings, { spots, at, focus, ...(point ? { point } : {}) });
  }

  /** Keys of the page that are ours: chords only, never where somebody types. */
  #onKey(event: KeyboardEvent): boolean {
    const what = chordOf(event);
    if (!what || !this.#state?.document) return false;
    this.toggle(what);
    return true;
  }

  #beat(): void {
    if (this.#ports.isGone()) return this.end();
    if (this.#document.hidden) return;
    this.#page.restore();
    this.#surface.refresh();
  }
}
