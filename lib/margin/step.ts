/**
 * From mark to mark by key. Which mark is next is pure; the stepper scrolls to it, draws a frame round it, puts the focus on an
 * invisible button of ours that lies on it, and says where the reader is: "3 von 17, Project Prometheus, Name". Enter opens the card.
 */
import { isElement } from '../highlight/node-kinds.ts';
import type { Box } from './card-place.ts';
import type { MarginHost } from './host.ts';

export interface Stop {
  id: string;
}

/**
 * Index of the next stop. Takes stops in the order of the text, the id of the stop where the reader is (if any), the index of the first
 * one in view (where a first step leads) and the direction. Runs on from the end to the beginning. -1 when there are none.
 */
export function nextStop(stops: readonly Stop[], current: string | undefined, firstSeen: number, direction: 1 | -1): number {
  if (stops.length === 0) return -1;
  const here = stops.findIndex(({ id }) => id === current);
  const index = here >= 0 ? here + direction : direction === 1 ? firstSeen : firstSeen - 1;
  return (index + stops.length) % stops.length;
}

/** Brings words into view: the page's own scrolling boxes first, then the window. At once, since a reader by keyboard waits for it. */
export function scrollToWords(window: Window, element: Element | null, boxes: () => readonly Box[]): void {
  const isSeen = (): boolean => {
    const first = boxes()[0];
    return first !== undefined && first.top >= window.innerHeight * 0.12 && first.bottom <= window.innerHeight * 0.8;
  };
  if (isSeen()) return;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const first = boxes()[0];
  if (first && !isSeen()) window.scrollBy({ top: first.top - window.innerHeight / 3, behavior: 'instant' });
}

export interface StepperPorts {
  onOpen(): void;
  onStep(direction: 1 | -1): void;
}

/** The button of ours that has the focus while the reader steps. */
export class StepButton {
  readonly #host: MarginHost;
  readonly #ports: StepperPorts;
  #button: HTMLButtonElement | undefined;
  #returnTo: Element | null = null;

  constructor(host: MarginHost, ports: StepperPorts) {
    this.#host = host;
    this.#ports = ports;
  }

  /** Whether the reader is stepping. */
  get hasFocus(): boolean {
    const active = this.#host.standing?.root.activeElement;
    return active !== undefined && active !== null && active === this.#button;
  }

  /** Lays the button over a box (viewport coordinates) and puts the focus on it. */
  focus(label: string, box: Box, window: Window): void {
    const { root } = this.#host.need();
    const button = (this.#button ??= this.#make(root.ownerDocument));
    if (button.parentNode !== root) root.append(button);
    if (!root.activeElement) this.#returnTo = root.ownerDocument.activeElement;
    button.setAttribute('aria-label', label);
    button.style.left = `${box.left + window.scrollX}px`;
    button.style.top = `${box.top + window.scrollY}px`;
    button.style.width = `${box.right - box.left}px`;
    button.style.height = `${box.bottom - box.top}px`;
    button.focus({ preventScroll: true });
  }

  /** Ends the stepping and gives the focus back to the page. */
  leave(): void {
    const hadFocus = this.hasFocus;
    this.#button?.remove();
    if (hadFocus && isElement(this.#returnTo)) this.#returnTo.focus({ preventScroll: true });
    this.#returnTo = null;
  }

  #make(document: Document): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'step';
    button.addEventListener('click', (event) => {
      if (event.isTrusted) this.#ports.onOpen();
    });
    button.addEventListener('keydown', (event) => {
      const direction = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : undefined;
      if (direction === undefined) return;
      event.preventDefault();
      this.#ports.onStep(direction);
    });
    return button;
  }
}
