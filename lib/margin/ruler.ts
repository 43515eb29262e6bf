/**
 * The overview at the page's edge: a thin strip on which each mark of the article is a tick, where it lies in the page. Off unless the
 * reader wants it. It is for the eye and the pointer alone (hidden from screen readers, no stop for the keyboard): stepping is its equal.
 * Drawn in our closed root, fixed in the viewport, and click-through between the ticks.
 */
import type { MarkStyle } from '../highlight/mark.ts';
import type { MarginHost } from './host.ts';

export interface Tick {
  /** Chooses its colour: a mark's style, or an own flag. */
  style: MarkStyle | 'flag';
  /** Where its words stand now, in the viewport's coordinates; undefined where they are not on the page. */
  top(): number | undefined;
  go(): void;
}

/** Lowest height of a tick (CSS pixels), and how near two ticks of one style may be before they are one. */
const nearest = 3;
/** More ticks than a strip has pixels say nothing. */
const mostTicks = 600;

export class Ruler {
  readonly #host: MarginHost;
  readonly #window: Window;
  #ticks: readonly Tick[] = [];
  #frame = 0;
  /** What the strip was drawn for. */
  #drawn = '';

  constructor(host: MarginHost, window: Window) {
    this.#host = host;
    this.#window = window;
  }

  /** Makes these its ticks, in the order of the text; none takes it away. */
  show(ticks: readonly Tick[]): void {
    if (ticks.length === 0 && this.#ticks.length === 0) return;
    this.#ticks = ticks;
    this.#drawn = '';
    this.refresh();
  }

  /** The page may have been laid out anew: look again. A mere scroll moves no tick, so nothing is measured then. */
  refresh(): void {
    if (this.#frame !== 0 || (this.#ticks.length === 0 && !this.#strip)) return;
    this.#frame = this.#window.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  get #strip(): Element | null {
    return this.#host.standing?.root.querySelector('.ruler') ?? null;
  }

  #draw(): void {
    if (this.#ticks.length === 0) {
      this.#strip?.remove();
      return;
    }
    const { root } = this.#host.need();
    const document = root.ownerDocument;
    const { scrollY, innerHeight, innerWidth } = this.#window;
    const height = Math.max(document.documentElement.scrollHeight, innerHeight);
    const drawn = `${height} ${innerWidth} ${innerHeight}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    let strip = this.#strip;
    if (!strip) {
      strip = document.createElement('div');
      strip.className = 'ruler';
      strip.setAttribute('aria-hidden', 'true');
      root.append(strip);
    }
    strip.replaceChildren(...placeTicks(this.#ticks, (top) => ((top + scrollY) / height) * innerHeight).map(([tick, at]) => makeTick(document, tick, at)));
  }
}

/** Ticks with their height on the strip, in order; of those that would lie on each other the first of its style. */
export function placeTicks(ticks: readonly Tick[], onStrip: (top: number) => number): [tick: Tick, at: number][] {
  const last = new Map<string, number>();
  const placed: [Tick, number][] = [];
  for (const tick of ticks) {
    const top = tick.top();
    if (top === undefined || placed.length >= mostTicks) continue;
    const at = onStrip(top);
    const before = last.get(tick.style);
    if (before !== undefined && Math.abs(at - before) < nearest) continue;
    last.set(tick.style, at);
    placed.push([tick, at]);
  }
  return placed;
}

function makeTick(document: Document, tick: Tick, at: number): HTMLElement {
  const element = document.createElement('span');
  element.className = `tick tick-${tick.style}`;
  element.style.top = `${at}px`;
  element.addEventListener('click', (event) => {
    if (event.isTrusted) tick.go();
  });
  return element;
}
