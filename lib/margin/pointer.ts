/**
 * When the pointer opens and closes cards. A click or tap on a mark opens its card, but in a link, a button or a field the page's own
 * meaning of the click stands, and only a hover helps. A hover counts once the pointer has rested; until then nothing is measured.
 * Everything the page could have staged by script (`isTrusted` false) is ignored.
 */
import { isElement } from '../highlight/node-kinds.ts';

export interface PointerPorts {
  /** Whether an event of the page comes from our own element. */
  owns(event: Event): boolean;
  /** Whether there is something to open at the point; opens it if so. `focus` is true for a click. */
  open(x: number, y: number, focus: boolean): boolean;
  /** Whether something is open that a click elsewhere closes. */
  isOpen(): boolean;
  /** Whether the open card may close by itself: it came by a hover, and the reader did nothing in it. */
  isFleeting(): boolean;
  close(): void;
}

/** How long (ms) the pointer must rest before it counts as a hover. */
const rest = 350;
/** How far (CSS pixels) a resting hand may tremble. */
const tremor = 4;
/** How long (ms) the pointer may be on its way from the words to the card. */
const crossing = 300;

/** Where a click already means something to the page. */
const interactive = 'a[href],button,input,select,textarea,label,summary,option,video,audio,[role=button],[role=link],[onclick],:read-write';

/** Listens on the page until the signal ends it. */
export function watchPointer(window: Window, ports: PointerPorts, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let at = { x: -1, y: -1 };
  let isPressed = false;

  const stay = (): void => clearTimeout(leaving);
  const leave = (): void => {
    stay();
    leaving = setTimeout(() => ports.isFleeting() && ports.close(), crossing);
  };

  const rested = (): void => {
    if (isPressed || window.document.hidden) return;
    if (ports.open(at.x, at.y, false)) stay();
    else if (ports.isFleeting()) leave();
  };

  window.addEventListener('pointermove', (event) => {
    if (!event.isTrusted || event.pointerType !== 'mouse') return;
    if (ports.owns(event)) {
      clearTimeout(timer);
      return stay();
    }
    if (Math.abs(event.clientX - at.x) + Math.abs(event.clientY - at.y) <= tremor) return;
    at = { x: event.clientX, y: event.clientY };
    clearTimeout(timer);
    timer = setTimeout(rested, rest);
  }, options);

  window.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    isPressed = true;
    if (ports.isOpen() && !ports.owns(event)) ports.close();
  }, options);

  for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, () => (isPressed = false), options);

  window.addEventListener('click', (event) => {
    if (!event.isTrusted || event.button !== 0 || ports.owns(event) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (isElement(target) && target.closest(interactive)) return;
    const selection = window.getSelection();
    if (selection && !selection.isCollapsed) return;
    if (event.detail > 1) return;
    clearTimeout(timer);
    ports.open(event.clientX, event.clientY, true);
  }, options);

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    stay();
  });
}
