/**
 * The reader's life on one page: read it, ask what is to be said of it, paint, point, and begin again when the page changes.
 * Everything it put on the page goes away when it ends. All that opens is the margin's, which comes at the first need.
 */
import type { Answer, PageState, ReaderSettings } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import { pageStamp } from '../messages/page-stamp.ts';
import type { PlacedFlag, Span } from '../model.ts';
import { outlineTools } from '../page/outline.ts';
import { type ArticleRoots, textsIn } from './article-roots.ts';
import { watchChords } from './chords.ts';
import { followerHere, longestAtOnce, longestRenewed, rest } from './follower-here.ts';
import { MarginOnDemand } from './margin-here.ts';
import { MarkedPage } from './marked-page.ts';
import { type PageAsRead, PageReader } from './page-reader.ts';
import { type PageWatch, watchPage } from './page-watch.ts';
import { watchPointer } from './pointer.ts';
import type { ReaderPorts } from './reader-ports.ts';
import { firstSettings, nextDensity, notesOf, pageState, type ReadingState, statusOf } from './reading-state.ts';
import { spotsOf } from './spots.ts';
import { documentToken } from '../messages/document-token.ts';

/** How often (ms) we look whether our extension is still there and the page's scripts left our marks alone. */
const heartbeat = 2000;

export class Session {
  readonly #document: Document;
  readonly #ports: ReaderPorts;
  readonly #page: MarkedPage;
  readonly #margin: MarginOnDemand;
  readonly #life = new AbortController();
  readonly #watch: PageWatch;
  #state: ReadingState | undefined;
  readonly #reader: PageReader;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #roots: ArticleRoots = { shadowRoots: [] };
  #ready: Promise<void> = Promise.resolve();
  #run = 0;
  #isTranslated = false;
  /** The whole is to be analysed, or is and has not come to its end. */
  #isPartial = false;
  /** Switched off by key, for this page and for now. */
  #isPaused = false;

  /** Begins the life. Reads at once. */
  constructor(document: Document, ports: ReaderPorts) {
    const window = document.defaultView!;
    const { signal } = this.#life;
    this.#document = document;
    this.#ports = ports;
    this.#reader = new PageReader(document, (page) => ports.openPage(page), async () => (await followerHere(ports))?.createFollower(outlineTools));
    this.#page = new MarkedPage(document, window.CSS.highlights, () => this.#margin.dress());
    this.#margin = new MarginOnDemand(document, {
      ask: ports.ask,
      page: this.#page,
      state: () => this.#state,
      flagsChanged: (flags) => this.flagsChanged(flags),
      settings: (settings) => this.settings(settings),
    }, signal);
    this.#watch = watchPage(document, {
      changed: (node) => this.#changed(node),
      isNearArticle: (element) => !this.#roots.root?.isConnected || this.#roots.root.contains(element),
      reread: (changes) => this.read(changes),
      navigated: () => this.#forget(),
      restyled: () => this.#restyled(),
      moved: () => (this.#page.moved(), this.#margin.here?.refresh()),
      covered: () => this.#margin.here?.raise(),
    }, signal);
    watchPointer(window, {
      owns: (event) => this.#margin.here?.owns(event) ?? false,
      open: (x, y, focus) => this.#openAt(x, y, focus),
      isOpen: () => this.#margin.here?.isDismissable ?? false,
      isFleeting: () => this.#margin.here?.isFleeting ?? false,
      close: () => this.#margin.here?.close(),
    }, signal);
    watchChords(window, (what) => {
      const isAnnotated = this.#state?.document !== undefined;
      if (isAnnotated) this.toggle(what);
      return isAnnotated;
    }, signal);
    const timer = setInterval(() => this.#beat(), heartbeat);
    signal.addEventListener('abort', () => clearInterval(timer));
    void this.read();
  }

  /** Resolves when what was read last is analysed: a step or a flag that comes with the injection waits for it. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Whether it still lives. */
  get isAlive(): boolean {
    return !this.#life.signal.aborted && this.#document.defaultView !== null && !this.#ports.isGone();
  }

  /** Takes everything of ours off the page and stops listening. */
  end(): void {
    this.#run += 1;
    this.#reader.forget();
    this.#page.show(undefined);
    clearTimeout(this.#renewal);
    this.#life.abort();
  }

  /**
   * Reads the page and has it analysed, unless its words are the same; where changes are given, reads again only there. Resolves when all
   * is done, to how long (ms) the reading took.
   */
  read(changes?: readonly MutationRecord[]): Promise<number> {
    if (this.#ports.isGone() || this.#isTranslated) return Promise.resolve(0);
    this.#run += 1;
    const reading = this.#readAndAnalyse(this.#run, changes);
    this.#ready = reading.then(() => undefined);
    return reading;
  }

  state(): PageState {
    return pageState(this.#state, this.#isPaused);
  }

  /** What of the article is in sight, and whether what others show of it is still true. */
  view(): { span?: Span; stamp: string } {
    const span = this.#page.inSight();
    return { stamp: pageStamp(this.state()), ...(span && { span }) };
  }

  /** Paints again as the reader wishes from now on. */
  settings(settings: ReaderSettings): void {
    if (!this.#state) return;
    const { document } = this.#state;
    this.#state = { ...this.#state, settings, ...(document && { status: statusOf(document, settings) }) };
    this.#repaint();
  }

  /** The style that paints marks is not to be had here: from now on they are drawn. */
  draw(): void {
    this.#page.isUnstyled = true;
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
    const spot = [...this.#page.spots, ...spotsOf(notesOf(state), state.flags)].find(({ id, span }) => (note === undefined ? span[0] === begin && span[1] === end : id === note));
    const spans: readonly Span[] | undefined = spot?.spans ?? (begin !== undefined && end !== undefined ? [[begin, end]] : undefined);
    if (!spans) return failure('page_gone', 'these words are no longer on the page');
    this.#margin.want((margin) => margin.show(spans, spot?.id, open));
    return success(null);
  }

  /** Goes to the next or previous mark; after a scroll, from what is seen. */
  step(direction: 1 | -1): void {
    this.#margin.want((margin) => margin.step(direction));
  }

  /** All of ours off this page and back again; or the next density, for this site. Said in a sentence. */
  toggle(what: 'page' | 'density'): void {
    if (!this.#state) return;
    this.#margin.here?.clear();
    if (what === 'page') {
      this.#isPaused = !this.#isPaused;
      this.#repaint();
      return this.#margin.want((margin) => margin.notice({ is: this.#isPaused ? 'paused' : 'resumed' }));
    }
    const { settings } = this.#state;
    const density = nextDensity[settings.density];
    this.#isPaused = false;
    this.settings({ ...settings, density });
    // In a private window it holds for this page only.
    if (!settings.ephemeral) void this.#ports.ask('setDensityHere', { density });
    this.#margin.want((margin) => margin.notice({ is: 'density', density }));
  }

  /** Begins a flag from the selection. */
  flagSelection(): Answer<null> {
    if (!this.#state) return failure('page_not_read', 'the page was not read yet');
    this.#margin.want((margin) => margin.flagSelection());
    return success(null);
  }

  async #readAndAnalyse(run: number, changes: readonly MutationRecord[] | undefined): Promise<number> {
    const begin = performance.now();
    const page = await this.#reader.read(changes);
    if (!page || run !== this.#run) return 0;
    const took = performance.now() - begin;
    const { article, map } = page;
    this.#roots = page.roots;
    this.#watch.alsoIn(page.roots.shadowRoots);
    this.#page.shadowRoots = page.roots.shadowRoots;
    const before = this.#state;
    if (before?.document && before.article.text === article.text) {
      this.#state = { ...before, article, map };
      this.#repaint();
      if (this.#isPartial) await this.#analyse(this.#state, run);
    } else {
      const follower = page.changed && (await followerHere(this.#ports));
      const known = await follower?.analysePart(this.#ports, () => this.#state, page);
      if (run !== this.#run) return took;
      if (known) this.#takePart(known, page);
      else await this.#analyse({ article, map, status: 'unread', flags: before?.flags ?? [], settings: before?.settings ?? firstSettings }, run);
    }
    return took;
  }

  /** What depends on the whole text is right again when the page has come to rest. */
  #takePart(known: ReadingState, { article: { blocks = [] }, changed }: PageAsRead): void {
    this.#state = known;
    this.#repaint([blocks[changed!.from - 1]?.end ?? 0, blocks[changed!.now]?.begin ?? Infinity]);
    clearTimeout(this.#renewal);
    if (known.article.text.length <= longestRenewed)
      this.#renewal = setTimeout(() => {
        this.#isPartial = true;
        void this.read([]);
      }, rest);
  }

  async #analyse(reading: ReadingState, run: number): Promise<void> {
    clearTimeout(this.#renewal);
    this.#isPartial = true;
    this.#state ??= reading;
    const { article, map } = reading;
    const long = article.text.length > longestAtOnce ? await followerHere(this.#ports) : undefined;
    const answer = await this.#ports.ask('annotate', { token: documentToken(), article: long?.portionsOf(article)[0].article ?? article, ...(long && { isBegin: true }) });
    if (run !== this.#run) return;
    if (answer.ok) {
      const document = { ...answer.value.document, text: article.text };
      this.#state = { article, map, ...answer.value, document, status: statusOf(document, answer.value.settings) };
    } else if (!reading.document) {
      this.#state = { ...reading, status: 'failed', failure: answer.error };
    }
    this.#repaint();
    const more = long ? long.restOf(this.#ports, () => this.#state) : [];
    for await (const known of more) {
      if (run !== this.#run) return;
      this.#state = known;
      this.#repaint();
    }
    this.#isPartial &&= run !== this.#run;
  }

  #repaint(within?: Span): void {
    const state = this.#state;
    const shown = state && !state.settings.off && !this.#isTranslated && !this.#isPaused ? state : undefined;
    this.#page.show(shown, within);
    this.#margin.dress();
  }

  /** The page changed these words: their marks go at once, and both that know their places hear of it. */
  #changed(node: Node): boolean {
    const texts = textsIn(node);
    for (const text of texts) this.#page.withdraw(text);
    return texts.filter((text) => [this.#reader, this.#state?.map].filter((known) => known?.spoil(text)).length > 0).length > 0;
  }

  #forget(): void {
    this.#run += 1;
    this.#state = undefined;
    this.#reader.forget();
    clearTimeout(this.#renewal);
    this.#roots = { shadowRoots: [] };
    this.#isTranslated = false;
    this.#isPaused = false;
    this.#margin.here?.clear();
    this.#repaint();
  }

  /** A new theme asks for other colours; a page that the browser translates in place is no longer the text we read. */
  #restyled(): void {
    const isTranslated = /(?:^|\s)translated-(?:ltr|rtl)(?:\s|$)/.test(this.#document.documentElement.className);
    if (isTranslated !== this.#isTranslated) {
      this.#isTranslated = isTranslated;
      this.#margin.here?.clear();
      if (isTranslated && this.#page.spots.length > 0) this.#margin.want((margin) => margin.notice({ is: 'translated' }));
      if (!isTranslated) void this.read();
    }
    this.#repaint();
  }

  #openAt(x: number, y: number, focus: boolean): boolean {
    const here = this.#page.at(x, y);
    if (here) this.#margin.want((margin) => margin.openAt(here, focus, { x, y }));
    else this.#margin.forgetWish();
    return here !== undefined;
  }

  #beat(): void {
    if (this.#ports.isGone() || !this.#document.defaultView) return this.end();
    if (this.#document.hidden) return;
    this.#page.restore();
    this.#margin.here?.refresh();
  }
}
