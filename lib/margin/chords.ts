/**
 * The two keys that the page itself hears for us: Chromium allows an extension four keys of its own, and those are taken by opening,
 * flagging and stepping. Both can be given other keys on the browser's own page for shortcuts; then the browser keeps them from the page.
 */

import { isElement } from '../highlight/node-kinds.ts';

/** Where keys are letters. */
const typing = 'input,textarea,select,[role=textbox],:read-write';

/** Tells of a chord until the signal ends it; one that is taken does not reach the page. */
export function watchChords(window: Window, take: (what: 'page' | 'density') => boolean, signal: AbortSignal): void {
  window.addEventListener('keydown', (event) => {
    const what = event.isTrusted ? chordOf(event) : undefined;
    if (!what || !take(what)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, signal });
}

/** Alt+Shift+X: all off and on again. Alt+Shift+D: the next density. Undefined for every other key and wherever somebody types. */
export function chordOf(event: KeyboardEvent): 'page' | 'density' | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing) return undefined;
  const target = event.composedPath()[0];
  if (isElement(target) && target.closest(typing)) return undefined;
  return event.code === 'KeyX' ? 'page' : event.code === 'KeyD' ? 'density' : undefined;
}
