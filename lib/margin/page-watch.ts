/**
 * What the page does by itself, told as few plain events: words changed, the page moved on to another article, it was restyled, its
 * layout moved, it put something on top. The page's changes always win; we only hear of them.
 */

import { isElement } from '../highlight/node-kinds.ts';

export interface PageWatchPorts {
  /** A text node, or all under an element, has changed or gone. Told in the same task, before the next frame. Gives whether it concerns the article. */
  changed(node: Node): boolean;
  /** Whether text that appears in this element may belong to the article. */
  isNearArticle(element: Node): boolean;
  /** Time to read the page again: its words have changed and then been quiet. Gives how long (ms) the reading took. */
  reread(): number;
  /** The address has changed without a load. */
  navigated(): void;
  /** The root's or the body's own attributes have changed: theme, language, translation. */
  restyled(): void;
  /** Boxes may have moved. */
  moved(): void;
  /** The page has put a dialog, a popover or full screen into the top layer. */
  covered(): void;
}

/** How long (ms) the words must be quiet before they are read again, and how long they may keep us waiting. */
const quiet = 300;
const longestWait = 2000;
/** Reading takes at most a tenth of the time: a page that changes all the time is read the more seldom, the larger it is. */
const share = 10;

export interface PageWatch {
  /** Shadow roots are trees of their own: changes in these are heard too from now on. */
  alsoIn(roots: readonly ShadowRoot[]): void;
}

/** Watches until the signal ends it. */
export function watchPage(document: Document, ports: PageWatchPorts, signal: AbortSignal): PageWatch {
  const window = document.defaultView!;
  const options = { capture: true, passive: true, signal };
  const reread = createRereader(() => ports.reread(), signal);
  let address = addressOf(document);

  const checkAddress = (): void => {
    const now = addressOf(document);
    if (now === address) return;
    address = now;
    ports.navigated();
    reread();
  };

  const words = new MutationObserver((records) => {
    checkAddress();
    // Every record is told: each withdraws its own marks.
    const concerned = records.map((record) => concerns(record, ports));
    if (concerned.includes(true)) reread();
    ports.moved();
  });
  const observe = (root: Node): void => words.observe(root, { subtree: true, childList: true, characterData: true });
  observe(document);

  const looks = new MutationObserver(() => ports.restyled());
  const watchLooks = (): void => {
    looks.disconnect();
    for (const element of [document.documentElement, document.body]) if (element) looks.observe(element, { attributes: true });
  };
  watchLooks();

  const layout = new ResizeObserver(() => {
    watchLooks();
    ports.moved();
  });
  layout.observe(document.documentElement);

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => ports.restyled(), { signal });
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', checkAddress, { signal });
  window.addEventListener('popstate', checkAddress, options);
  for (const type of ['scroll', 'load', 'transitionend'] as const) document.addEventListener(type, () => ports.moved(), options);
  window.addEventListener('resize', () => ports.moved(), options);
  document.addEventListener('fullscreenchange', () => ports.covered(), options);
  document.addEventListener('toggle', (event) => {
    const target = event.target;
    if (isElement(target) && (target.localName === 'dialog' || target.popover !== null)) ports.covered();
  }, options);

  signal.addEventListener('abort', () => {
    words.disconnect();
    looks.disconnect();
    layout.disconnect();
  });
  return {
    alsoIn(roots) {
      // Observing the same root again changes nothing.
      if (!signal.aborted) roots.forEach(observe);
    },
  };
}

/** Two addresses that differ only in the fragment are one page. */
function addressOf(document: Document): string {
  return document.URL.split('#')[0]!;
}

function concerns(record: MutationRecord, ports: PageWatchPorts): boolean {
  if (record.type === 'characterData') return ports.changed(record.target);
  let concerned = false;
  for (const node of record.removedNodes) concerned = ports.changed(node) || concerned;
  return concerned || (record.addedNodes.length > 0 && ports.isNearArticle(record.target));
}

/** Gives the function that asks for a reading; several requests become one. */
function createRereader(read: () => number, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let notBefore = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    if (signal.aborted) return;
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    const wait = Math.max(Math.min(quiet, first + longestWait - now), notBefore - now, 0);
    timer = setTimeout(() => {
      timer = undefined;
      notBefore = performance.now() + read() * share;
    }, wait);
  };
}
