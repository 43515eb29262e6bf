/**
 * Our one element in the page: beside `body`, with a closed shadow root, in the top layer, made at the first need and not before.
 *
 * A page may move it, remove it or build its body anew. It comes back at the next need (a card, a step, a flag to draw) and not by
 * watching, so there is never a fight over it. It is a manual popover so that it lies over the page's dialogs and full screen; whenever
 * the page puts something else on top, it is shown again, which lifts it.
 *
 * The element itself has no size. It starts at the origin of the document, so what is drawn in document coordinates scrolls with the
 * page by itself, and what is `position: fixed` keeps its place in the viewport.
 */

import { isElement } from '../highlight/node-kinds.ts';

/** Inline and important: no rule of the page can reach or restyle the element. */
const isolation: Readonly<Record<string, string>> = {
  all: 'initial', position: 'absolute', inset: '0 auto auto 0', width: '0', height: '0', margin: '0', padding: '0', border: '0',
  overflow: 'visible', background: 'none', 'pointer-events': 'none', display: 'block', 'z-index': '2147483647',
};

/** Our own parts of the shadow root, in painting order. */
export interface HostParts {
  root: ShadowRoot;
  /** Drawings over the page's words, click-through. */
  drawings: HTMLElement;
  /** The card and the forms. */
  panel: HTMLDialogElement;
  /** What screen readers are told. */
  announcements: HTMLElement;
}

export class MarginHost {
  readonly #document: Document;
  readonly #css: string;
  readonly #onMade: (root: ShadowRoot) => void;
  #element: HTMLElement | undefined;
  #parts: HostParts | undefined;

  /** Takes the page's document, the stylesheet of what lives inside, and who is told of the root once it is made. Adds nothing yet. */
  constructor(document: Document, css: string, onMade: (root: ShadowRoot) => void) {
    this.#document = document;
    this.#css = css;
    this.#onMade = onMade;
  }

  /** The parts, with the element in its place and on top: makes it, puts it back or lifts it as needed. */
  need(): HostParts {
    const element = (this.#element ??= this.#make());
    const { documentElement } = this.#document;
    if (element.parentNode !== documentElement) documentElement.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
    return this.#parts!;
  }

  /** The parts while the element stands in the page; undefined before the first need and after the page took it away. */
  get standing(): HostParts | undefined {
    return this.#element?.isConnected ? this.#parts : undefined;
  }

  /** Whether an event of the page comes from our element. Inside a closed root all targets look like the element itself. */
  owns(event: Event): boolean {
    return this.#element !== undefined && event.target === this.#element;
  }

  /** Lifts it over what the page has just put into the top layer. Keeps the focus where it is. */
  raise(): void {
    const element = this.#element;
    // A document that is being left is no longer active, and in such a one nothing is shown.
    if (!element?.isConnected || !this.#document.defaultView || !element.matches(':popover-open')) return;
    const focused = this.#parts?.root.activeElement;
    element.hidePopover();
    element.showPopover();
    if (isElement(focused)) focused.focus({ preventScroll: true });
  }

  /** Takes it away for good. */
  remove(): void {
    this.#element?.remove();
    this.#element = undefined;
    this.#parts = undefined;
  }

  #make(): HTMLElement {
    const document = this.#document;
    const element = document.createElement('div');
    for (const [property, value] of Object.entries(isolation)) element.style.setProperty(property, value, 'important');
    element.popover = 'manual';
    const root = element.attachShadow({ mode: 'closed' });
    // Of the document's own realm: a sheet of another one is refused.
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(this.#css);
    root.adoptedStyleSheets = [sheet];
    const drawings = document.createElement('div');
    drawings.className = 'drawings';
    const panel = document.createElement('dialog');
    panel.className = 'panel';
    const announcements = document.createElement('div');
    announcements.className = 'announcements';
    announcements.setAttribute('role', 'status');
    announcements.setAttribute('aria-live', 'polite');
    root.append(drawings, panel, announcements);
    this.#parts = { root, drawings, panel, announcements };
    this.#onMade(root);
    return element;
  }
}
