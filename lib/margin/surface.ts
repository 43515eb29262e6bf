/**
 * Everything of ours that can be seen on the page besides the painted marks: the card, the form, notices, drawings, the stepped mark.
 * Knows where words are and what to show there; does not know how the page was read or what the background said.
 */
import { createGrounds } from '../highlight/ground.ts';
import { type Mark, styleOf } from '../highlight/mark.ts';
import { boxesOf } from '../highlight/notes-at.ts';
import type { TextMap } from '../highlight/text-map.ts';
import type { Span } from '../model.ts';
import { createAnnouncer } from './announcer.ts';
import type { Box } from './card-place.ts';
import { MarginHost } from './host.ts';
import { type Drawing, Overlay } from './overlay.ts';
import { Panel } from './panel.ts';
import type { MarginKit } from './reader-ports.ts';
import { fenceRoot, fenceWindow } from './shield.ts';
import { Ruler } from './ruler.ts';
import { scrollToWords, StepButton, type StepperPorts } from './step.ts';
import type { Spot } from './spots.ts';
import type { Shown } from './shown.ts';

/** How long (ms) a notice stays, and a frame round words that were scrolled to. */
const noticeTime = 6000;
const frameTime = 2500;

export interface ShowOptions {
  /** What is shown; the same key again is the same thing and not opened anew. */
  key: string;
  label: string;
  content: Shown;
  spans: readonly Span[];
  focus: boolean;
  sticky?: boolean;
  point?: { x: number; y: number };
}

export class Surface {
  readonly host: MarginHost;
  readonly panel: Panel;
  readonly stepButton: StepButton;
  readonly announce: (sentence: string) => void;
  readonly #document: Document;
  readonly #overlay: Overlay;
  readonly #ruler: Ruler;
  #map: TextMap | undefined;
  #flags: readonly Span[] = [];
  #marks: readonly Mark[] = [];
  #frame: readonly Span[] | undefined;
  #frameTimer: ReturnType<typeof setTimeout> | undefined;
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #key: string | undefined;

  constructor(document: Document, kit: MarginKit, steps: StepperPorts, signal: AbortSignal) {
    const window = document.defaultView!;
    this.#document = document;
    this.host = new MarginHost(document, kit.css, (root) => fenceRoot(root, signal));
    this.panel = new Panel(this.host, document, kit.texts);
    this.panel.onClosed = () => this.#afterClose();
    this.stepButton = new StepButton(this.host, steps);
    this.announce = createAnnouncer(this.host);
    this.#overlay = new Overlay(this.host, window);
    this.#ruler = new Ruler(this.host, window);
    fenceWindow(window, this.host, { inside: (event) => this.#onKey(event), outside: (event) => this.#onPageKey(event) }, signal);
    signal.addEventListener('abort', () => this.#end());
  }

  /** From now on words are where this map says. */
  useMap(map: TextMap | undefined): void {
    if (map === this.#map) return;
    this.#map = map;
    this.refresh();
  }

  /** Shows something at words, unless a form is open there. */
  show(options: ShowOptions): void {
    if (this.panel.isBusy) return;
    if (this.#key === options.key && this.panel.content && (!options.focus || this.panel.hasFocus)) return;
    clearTimeout(this.#noticeTimer);
    this.#key = options.key;
    const { label, content, spans, focus, point } = options;
    this.panel.open({
      label, shown: content, focus, words: () => this.boxes(spans),
      ...(point ? { point } : {}),
      ...(options.sticky ? { sticky: true } : {}),
    });
  }

  /** Says something in a sentence, to eyes and ears; it goes away by itself. */
  notice(sentence: string, spans: readonly Span[] = []): void {
    const key = `notice ${sentence}`;
    this.show({ key, label: sentence, content: { kind: 'notice', sentence }, spans, focus: false, sticky: true });
    this.announce(sentence);
    this.#noticeTimer = setTimeout(() => {
      if (this.#key === key) this.panel.close();
    }, noticeTime);
  }

  /** The own flags, and the marks that the browser does not paint by itself. */
  draw(flags: readonly Span[], marks: readonly Mark[]): void {
    this.#flags = flags;
    this.#marks = marks;
    this.#draw();
  }

  /** The overview of these spots; of none takes it away. */
  drawRuler(spots: readonly Spot[], go: (spot: Spot) => void): void {
    this.#ruler.show(spots.map((spot) => ({
      style: spot.note && !spot.placed ? styleOf(spot.note) : 'flag',
      top: () => this.boxes(spot.spans.slice(0, 1))[0]?.top,
      go: () => go(spot),
    })));
  }

  /** Scrolls to words and frames them, for a while or until told otherwise. */
  frame(spans: readonly Span[], lasting = false): void {
    clearTimeout(this.#frameTimer);
    this.#frame = spans;
    scrollToWords(this.#document.defaultView!, this.#elementAt(spans), () => this.boxes(spans));
    this.#draw();
    if (!lasting) this.#frameTimer = setTimeout(() => this.unframe(), frameTime);
  }

  unframe(): void {
    clearTimeout(this.#frameTimer);
    if (!this.#frame) return;
    this.#frame = undefined;
    this.#draw();
  }

  /** The drawn lines of words, in the viewport's coordinates. Empty where the page has changed. */
  boxes(spans: readonly Span[]): Box[] {
    return this.#map ? boxesOf({ spans }, this.#map) : [];
  }

  /** The layout may have changed: look again in the next frame. */
  refresh(): void {
    this.#overlay.refresh();
    this.#ruler.refresh();
    this.panel.refresh();
  }

  /** Takes away what belongs to the article that was there. */
  clear(): void {
    this.panel.close();
    this.stepButton.leave();
    this.#flags = [];
    this.#marks = [];
    this.#frame = undefined;
    this.#draw();
  }

  /** Whether the open card came by a hover and may go by one. */
  get isFleeting(): boolean {
    const content = this.panel.content;
    return content !== undefined && !content.focus && !content.sticky && !this.panel.hasFocus;
  }

  /** Whether a click elsewhere closes what is open. */
  get isDismissable(): boolean {
    return this.panel.content !== undefined && !this.panel.content.sticky && !this.panel.isBusy;
  }

  #draw(): void {
    const groundOf = createGrounds();
    const drawing = (kind: Drawing['kind'], spans: readonly Span[]): Drawing => {
      const element = this.#elementAt(spans);
      return { kind, ground: element ? groundOf(element) : 'light', boxes: () => this.boxes(spans) };
    };
    const marks = this.#marks.map(({ style, spans }) => drawing(`mark-${style}`, spans));
    const drawings = [...marks, ...this.#flags.map((span) => drawing('flag', [span]))];
    if (this.#frame) drawings.push(drawing('frame', this.#frame));
    this.#overlay.show(drawings);
  }

  #elementAt(spans: readonly Span[]): Element | null {
    const first = spans[0];
    const piece = first && this.#map?.toRanges(first[0], first[1])[0];
    return piece?.startContainer.parentElement ?? null;
  }

  #afterClose(): void {
    this.#key = undefined;
    clearTimeout(this.#noticeTimer);
  }

  /** Keys inside our host. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (this.panel.content) this.panel.close();
    else this.#leaveSteps();
  }

  /** Escape closes an open card also when the focus is in the page. */
  #onPageKey(event: KeyboardEvent): boolean {
    if (event.key !== 'Escape' || event.isComposing || !this.panel.content) return false;
    this.panel.close();
    return true;
  }

  #leaveSteps(): void {
    this.stepButton.leave();
    this.unframe();
  }

  #end(): void {
    this.clear();
    this.host.remove();
  }
}
