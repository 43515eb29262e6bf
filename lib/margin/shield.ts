/**
 * Keeps what a reader does inside our host away from the page: its keyboard shortcuts stay quiet while a note is typed, its
 * "click outside" handlers do not fire, its focus traps do not pull the focus back.
 *
 * Two fences. At our root, events of the pointer and the focus stop before they bubble out. Events that carry what is typed are stopped
 * already at the window, on their way in, and a copy goes on inside the root, where it cannot leave. (A listener that the page put on the
 * window's way in before us still hears a key; only a frame of our own would hide it.)
 */
import type { MarginHost } from './host.ts';

const bubbling = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mouseover', 'mouseout', 'mousemove', 'pointerdown', 'pointerup', 'pointermove',
  'pointerover', 'pointerout', 'touchstart', 'touchmove', 'touchend', 'focusin', 'focusout', 'wheel', 'submit', 'change', 'dragstart', 'selectstart', 'cancel', 'toggle',
] as const;

/** Carry what is typed; each goes on inside as a copy. */
const typed = ['keydown', 'keypress', 'keyup', 'input'] as const;

/**
 * Nobody inside listens to them. Most carry what is typed; the last two say that our popover has opened, and whoever lifts itself over what opens (we do) would for ever
 * lift itself over itself.
 */
const silenced = ['beforeinput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste', 'beforetoggle', 'toggle'] as const;

/** Fences the root in; every root once. */
export function fenceRoot(root: ShadowRoot, signal: AbortSignal): void {
  for (const type of bubbling) root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
}

export interface KeyPorts {
  /** A trusted key inside our host. It prevents the default to have it for itself. */
  inside(event: KeyboardEvent): void;
  /** A trusted key in the page; gives whether it is ours, and then the page does not hear of it. */
  outside(event: KeyboardEvent): boolean;
}

/** Stops typed events and those of our popover at the window while they aim at our host, and the way up of every key whose way down was ours. */
export function fenceWindow(window: Window, host: MarginHost, keys: KeyPorts, signal: AbortSignal): void {
  const options = { capture: true, signal };
  const held = new Set<string>();

  const isOurs = (event: Event): boolean => {
    if (host.owns(event)) return true;
    if (!(isKey(event)) || !event.isTrusted) return false;
    if (event.type !== 'keydown') return held.has(event.code);
    const taken = keys.outside(event);
    if (taken) event.preventDefault();
    return taken;
  };

  for (const type of typed) {
    window.addEventListener(type, (event) => {
      if (!isOurs(event)) return;
      event.stopImmediatePropagation();
      if (!event.isTrusted) return event.preventDefault();
      if (isKey(event) && type === 'keydown') {
        held.add(event.code);
        if (host.owns(event)) keys.inside(event);
      }
      if (isKey(event) && type === 'keyup') held.delete(event.code);
      if (!event.defaultPrevented && host.owns(event)) passOn(event, host);
    }, options);
  }
  for (const type of silenced) {
    window.addEventListener(type, (event) => {
      if (host.owns(event)) event.stopImmediatePropagation();
    }, options);
  }
}

/** Tells the focused element inside, by a copy that does not leave the root. What the copy's listeners prevent is prevented. */
function passOn(event: Event, host: MarginHost): void {
  const target = host.standing?.root.activeElement;
  if (!target) return;
  // Not a `KeyboardEvent`: Firefox makes those leave the root whatever they are told.
  const copy = new Event(event.type, { bubbles: true, cancelable: event.cancelable, composed: false });
  if (isKey(event)) {
    for (const name of keyProperties) Object.defineProperty(copy, name, { value: event[name] });
  }
  if (!target.dispatchEvent(copy)) event.preventDefault();
}

function isKey(event: Event): event is KeyboardEvent {
  return 'code' in event && 'isComposing' in event;
}

/** What listeners inside may want to know of a key. */
const keyProperties = ['key', 'code', 'location', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey', 'repeat', 'isComposing'] as const;
