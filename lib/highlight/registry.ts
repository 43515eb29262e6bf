/**
 * Our part of the page's highlight registry. The registry is shared with the page's own scripts: they can list what is in it and
 * clear it. So the names are neutral, nothing private goes in, only our own objects are taken out, and what the page cleared
 * comes back a few times and then no more: a page that keeps clearing does not want it.
 */
import { type Ground, grounds } from './contrast.ts';
import { type MarkStyle, markStyles, priorityOf } from './mark.ts';

/** Prefix of all our names. */
export const prefix = 'rn-';

/** How often a page may clear our marks before we leave them off. */
const patience = 5;

/** The name under which a style on a ground is registered, and which `public/marks.css` draws. */
export function highlightName(style: MarkStyle, ground: Ground): string {
  return prefix + style + (ground === 'light' ? '' : `-${ground}`);
}

/** So many ranges leave one by one. */
const few = 4;

/** A number for a style on a ground: asked for each range, for which joining their names would be slow. */
function keyOf(style: MarkStyle, ground: Ground): number {
  return priorityOf(style) * grounds.length + grounds.indexOf(ground);
}

/** What is painted: a range of one text node, in a style, on a ground. */
export interface Painted {
  style: MarkStyle;
  ground: Ground;
  range: AbstractRange;
}

interface Entry {
  name: string;
  highlight: Highlight;
  ranges: Set<AbstractRange>;
  /** Those that are to be taken out. */
  leaving: AbstractRange[];
}

export class MarkRegistry {
  readonly #highlights: HighlightRegistry;
  readonly #entries = new Map<number, Entry>();
  #restored = 0;

  /** Takes the document's registry, `CSS.highlights`. */
  constructor(highlights: HighlightRegistry) {
    this.#highlights = highlights;
  }

  /** Adds a range; it is painted in the next frame. */
  add({ style, ground, range }: Painted): void {
    const key = keyOf(style, ground);
    let entry = this.#entries.get(key);
    if (!entry) {
      const highlight = new Highlight();
      highlight.priority = priorityOf(style);
      entry = { name: highlightName(style, ground), highlight, ranges: new Set(), leaving: [] };
      this.#entries.set(key, entry);
      this.#highlights.set(entry.name, highlight);
    }
    entry.ranges.add(range);
    entry.highlight.add(range);
  }

  /** Takes a range out before the next frame, together with all others that leave in this task. */
  delete({ style, ground, range }: Painted): void {
    const entry = this.#entries.get(keyOf(style, ground));
    if (entry?.leaving.push(range) === 1) queueMicrotask(() => this.#leave(entry));
  }

  /**
   * For each range that leaves, Firefox looks through all of a highlight that is registered (5,000 ranges: 2 ms), and not if it is not: where many leave,
   * the highlight steps out of the registry meanwhile (back in: 10 ms).
   */
  #leave({ name, highlight, ranges, leaving }: Entry): void {
    const stepsOut = leaving.length > few && this.#highlights.get(name) === highlight;
    if (stepsOut) this.#highlights.delete(name);
    for (const range of leaving.splice(0)) {
      ranges.delete(range);
      highlight.delete(range);
    }
    if (stepsOut) this.#highlights.set(name, highlight);
  }

  /** Takes everything of ours out, and nothing else. What is added from now on is a new beginning. */
  clear(): void {
    this.#restored = 0;
    for (const { name, highlight } of this.#entries.values()) {
      if (this.#highlights.get(name) === highlight) this.#highlights.delete(name);
    }
    this.#entries.clear();
  }

  /** Puts back what the page's scripts took away. After a few times it stays away. */
  restore(): void {
    const missing = [...this.#entries.values()].filter(({ name, highlight, ranges }) => this.#highlights.get(name) !== highlight || highlight.size < ranges.size);
    if (missing.length === 0 || (this.#restored += 1) > patience) return;
    for (const { name, highlight, ranges } of missing) {
      for (const range of ranges) highlight.add(range);
      this.#highlights.set(name, highlight);
    }
  }
}

/** All names that can be registered: what the stylesheet must know. */
export function allNames(): string[] {
  return markStyles.flatMap((style) => grounds.map((ground) => highlightName(style, ground)));
}
