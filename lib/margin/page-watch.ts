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
  /**
   * Time to read the page again: its words have changed and then been quiet. Takes the changes since the last reading that concern the
   * article, in order; undefined when they are too many to follow. Resolves, to how long (ms) the reading took, when the page is
   * analysed too; until then it is not asked for again.
   */
  reread(changes: readonly MutationRecord[] | undefined): Promise<number>;
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
/** Reading takes at most a tenth of the time: a page that changes all the time is read the more seldom, the more there is to read. */
const share = 10;
/** More changes than these are not followed one by one. */
const mostChanges = 1_000;

export interface PageWatch {
  /** Shadow roots are trees of their own: changes in these are heard too from now on. */
  alsoIn(roots: readonly ShadowRoot[]): void;
}

/** Watches until the signal ends it. */
export function watchPage(document: Document, ports: PageWatchPorts, signal: AbortSignal): PageWatch {
  const window = document.defaultView!;
  const options = { capture: true, passive: true, signal };
  let changes: MutationRecord[] | undefined = [];
  const reread = createRereader(() => {
    const followed = changes;
    changes = [];
    return ports.reread(followed);
  }, signal);
  let address = addressOf(document);

  const checkAddress = (): void => {
    const now = addressOf(document);
    if (now === address) return;
    address = now;
    changes = undefined;
    ports.navigated();
    reread();
  };

  const words = new MutationObserver((records) => {
    checkAddress();
    // Every record is told: each withdraws its own marks.
    const concerned = records.filter((record) => concerns(record, ports));
    if (changes && changes.length + concerned.length <= mostChanges) changes.push(...concerned);
    else changes = undefined;
    if (concerned.length > 0) reread();
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

/** Gives the function that asks for a reading; several requests become one, and none begins before the last one has ended. */
function createRereader(read: () => Promise<number>, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let notBefore = 0;
  let isReading = false;
  let isWanted = false;
  signal.addEventListener('abort', () => clearTimeout(timer));
  const run = async (): Promise<void> => {
    timer = undefined;
    isReading = true;
    // A reading that failed must not be the last one, and no fault of the page's is told in its console.
    const took = await read().catch(() => 0);
    isReading = false;
    notBefore = performance.now() + took * share;
    if (isWanted) request();
  };
  const request = (): void => {
    if (signal.aborted) return;
    isWanted = isReading;
    if (isReading) return;
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), Math.max(Math.min(quiet, first + longestWait - now), notBefore - now, 0));
  };
  return request;
}
