/**
 * The one panel in which a card or a form appears: shows it, keeps it at the words it explains while the page scrolls or the card grows,
 * closes it when the words are gone, and gives the focus back to where it was.
 */
import { isElement } from '../highlight/node-kinds.ts';
import type { Texts } from '../texts/texts.ts';
import { type Box, inView, placeCard, type Side } from './card-place.ts';
import type { MarginHost } from './host.ts';
import { mountShown } from './mount-shown.tsx';
import type { Shown } from './shown.ts';

export interface PanelContent {
  /** Names the panel for screen readers. */
  label: string;
  shown: Shown;
  /** Measures the words that the panel explains, in the viewport's coordinates. */
  words(): readonly Box[];
  point?: { x: number; y: number };
  /** Opened by key or click: the focus goes in, and back when it closes. */
  focus: boolean;
  /** It does not close because its words are scrolled away or the pointer goes elsewhere. */
  sticky?: boolean;
}

/** How wide a card likes to be, in units of the reader's text size: `.card` has 24.8 of its own, of which each is 0.9375 of the reader's. */
const width = 'min(23.25em, 100vw)';

export class Panel {
  readonly #host: MarginHost;
  readonly #document: Document;
  readonly #texts: Texts;
  #content: PanelContent | undefined;
  #side: Side | undefined;
  #returnTo: Element | null = null;
  #life: AbortController | undefined;
  #frame = 0;
  /** Told after it has closed. */
  onClosed: () => void = () => {};

  constructor(host: MarginHost, document: Document, texts: Texts) {
    this.#host = host;
    this.#document = document;
    this.#texts = texts;
  }

  /** What it shows now; undefined while closed. */
  get content(): PanelContent | undefined {
    return this.#content;
  }

  /** Shows the content in place of what was there. */
  open(content: PanelContent): void {
    const { panel, root } = this.#host.need();
    const isReplacing = this.#content !== undefined;
    if (!isReplacing && content.focus) this.#returnTo = root.activeElement ?? this.#document.activeElement;
    this.#content = content;
    this.#side = undefined;
    mountShown(panel, content.shown, this.#texts);
    panel.setAttribute('aria-label', content.label);
    if (!isReplacing || !panel.open || content.focus) this.#show(panel, content.focus);
    if (!isReplacing) this.#live(panel);
    this.#place();
    if (content.focus) focusInto(panel);
  }

  /** The same thing, but it shows something else now; what was typed into it stays. */
  update(shown: Shown): void {
    const parts = this.#host.standing;
    if (!this.#content || !parts) return;
    this.#content = { ...this.#content, shown };
    mountShown(parts.panel, shown, this.#texts);
  }

  /** Closes it; the focus goes back if it was inside. */
  close(): void {
    if (!this.#content) return;
    this.#content = undefined;
    this.#life?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const parts = this.#host.standing;
    if (parts) {
      const hadFocus = parts.panel.contains(parts.root.activeElement);
      mountShown(parts.panel, undefined, this.#texts);
      if (parts.panel.matches(':modal')) parts.panel.close();
      parts.panel.open = false;
      if (hadFocus && isElement(this.#returnTo)) this.#returnTo.focus({ preventScroll: true });
    }
    this.#returnTo = null;
    this.onClosed();
  }

  /** Whether a form is open in it: nothing that the reader has typed is lost to a hover, a click elsewhere or a scroll. */
  get isBusy(): boolean {
    return this.#content !== undefined && Boolean(this.#host.standing?.panel.querySelector('form'));
  }

  /** Whether the focus is inside. */
  get hasFocus(): boolean {
    const parts = this.#host.standing;
    return parts !== undefined && parts.panel.contains(parts.root.activeElement);
  }

  /** Asks for a look at its place in the next frame. */
  readonly refresh = (): void => {
    if (!this.#content || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  };

  /** While the page has a modal dialog or (in Chromium) full screen, all else is inert: then a focused panel is modal too. A hover takes no focus, so it is shown only. */
  #show(panel: HTMLDialogElement, focus: boolean): void {
    const isInert = this.#document.fullscreenElement !== null || this.#document.querySelector('dialog:modal') !== null;
    if (!focus || !isInert) panel.open = true;
    else if (!panel.matches(':modal')) {
      panel.open = false;
      panel.showModal();
    }
  }

  #live(panel: HTMLDialogElement): void {
    const life = new AbortController();
    this.#life = life;
    const options = { capture: true, passive: true, signal: life.signal };
    const window = this.#document.defaultView!;
    this.#document.addEventListener('scroll', this.refresh, options);
    window.addEventListener('resize', this.refresh, options);
    window.visualViewport?.addEventListener('resize', this.refresh, options);
    window.visualViewport?.addEventListener('scroll', this.refresh, options);
    // While it is modal its backdrop is everything outside, and the browser's own way to dismiss it is ours.
    panel.addEventListener('pointerdown', (event) => event.isTrusted && event.target === panel && !this.isBusy && !isOn(panel, event) && this.close(), options);
    panel.addEventListener('cancel', () => this.close(), options);
    const growth = new ResizeObserver(this.refresh);
    for (const child of panel.children) growth.observe(child);
    life.signal.addEventListener('abort', () => growth.disconnect());
  }

  #place(): void {
    const content = this.#content;
    const panel = this.#host.standing?.panel;
    if (!content || !panel) return;
    const view = visibleBox(this.#document.defaultView!);
    const words = content.words();
    if (!content.sticky && !this.isBusy && (words.length === 0 || !inView(words, view))) return this.close();
    panel.style.width = width;
    panel.style.maxHeight = 'none';
    const natural = panel.getBoundingClientRect();
    const place = placeCard({
      words: words.length > 0 ? words : [nowhere(view)],
      card: { width: natural.width, height: panel.scrollHeight + 2 },
      view,
      ...(content.point ? { point: content.point } : {}),
      ...(this.#side ? { keep: this.#side } : {}),
    });
    this.#side = place.side;
    panel.dataset['side'] = place.side;
    panel.style.left = `${place.left}px`;
    panel.style.top = `${place.top}px`;
    panel.style.width = `${place.width}px`;
    panel.style.maxHeight = `${place.maxHeight}px`;
  }
}

function isOn(panel: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** The thing that a surface names as its first focus, else its first control. */
function focusInto(panel: HTMLElement): void {
  const first = panel.querySelector<HTMLElement>('[data-focus]') ?? panel.querySelector<HTMLElement>('button, a[href], input, textarea') ?? panel;
  first.focus({ preventScroll: true });
}

/** What is really seen of the page, in the coordinates of client rects; a pinched page shows less than its layout viewport. */
function visibleBox(window: Window): Box {
  const seen = window.visualViewport;
  const { clientWidth, clientHeight } = window.document.documentElement;
  if (!seen) return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
  const { offsetLeft, offsetTop, width, height } = seen;
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** A form whose words are gone sits at the top of the view. */
function nowhere(view: Box): Box {
  return { left: view.left, right: view.left, top: view.top, bottom: view.top };
}
