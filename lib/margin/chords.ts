/**
 * The two keys that the page itself hears for us: Chromium allows an extension four keys of its own, and those are taken by opening,
 * flagging and stepping. Both can be given other keys on the browser's own page for shortcuts; then the browser keeps them from the page.
 */

/** Where keys are letters. */
const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';

/** Alt+Shift+X: all off and on again. Alt+Shift+D: the next density. Undefined for every other key and wherever somebody types. */
export function chordOf(event: KeyboardEvent): 'page' | 'density' | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing) return undefined;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.closest(typing)) return undefined;
  return event.code === 'KeyX' ? 'page' : event.code === 'KeyD' ? 'density' : undefined;
}
