/**
 * Puts what changed on a page into its outline: where a paragraph changed, came or went, only that is walked again.
 *
 * The items of an outline are in the order of the walk, so what an element holds is one stretch of them, and a change replaces a
 * stretch. What cannot be told from the change alone (text beside blocks, controls, hidden parts) gives up: then all is walked anew.
 * Most pages never change, so this comes to the page in a script of its own; the walk itself stays the reader's and is handed over.
 */
import type { Around, Container, OutlineItem, OutlineTools } from './outline.ts';
import type { ChangedBlocks, FollowOutline, OutlineKeeper, PageChange, Placed } from './outline-keeper.ts';

/** More nodes than this in one stretch are no small change: they are walked in slices. */
const mostNodes = 2_000;

/** Takes the reader's walk; gives what follows changes with it. */
export function createFollower(tools: OutlineTools): FollowOutline {
  return { put: (outline, change) => new Following(outline, tools).follow(change), difference };
}

class Following {
  readonly #outline: OutlineKeeper;
  readonly #tools: OutlineTools;

  constructor(outline: OutlineKeeper, tools: OutlineTools) {
    this.#outline = outline;
    this.#tools = tools;
  }

  /** Takes a change that has happened; gives false when the page is to be walked whole. */
  follow(change: PageChange): boolean {
    const around = this.#around(change.target);
    // What no container of ours holds is nothing that was read, or all of it.
    if (!around) return change.target.parentNode !== null || change.target.nodeType === 1;
    if (!around.element.isConnected) return true;
    this.#outline.touch();
    if (change.type === 'characterData' || around.element !== change.target || this.#holdsText(around)) return this.#rewalk(around);
    for (const node of change.removedNodes) if (!this.#remove(node)) return this.#rewalk(around);
    for (const node of change.addedNodes) if (!this.#add(node, around)) return this.#rewalk(around);
    return true;
  }

  #known(): Map<Element, Container> {
    if (this.#outline.byElement) return this.#outline.byElement;
    const known = (this.#outline.byElement = new Map<Element, Container>());
    for (const item of this.#outline.items) if (!('runs' in item)) known.set(item.element, item);
    return known;
  }

  /** The innermost container that a node stands in, itself included. */
  #around(node: Node): Container | undefined {
    const known = this.#known();
    for (let at: Node | null = node; at; at = parentOf(at)) {
      const container = known.get(at as Element);
      if (container) return container;
    }
    return undefined;
  }

  /** Whether text stands in a container itself, beside the blocks in it; or what is drawn there is not what its children say. */
  #holdsText(container: Container): boolean {
    const { element, tag } = container;
    if (tag === 'slot' || element.shadowRoot) return true;
    const [from, to] = this.#stretch(container);
    for (let at = from + 1; at < to; at += 1) {
      const item = this.#outline.items[at]!;
      if ('runs' in item && item.container === container) return true;
    }
    return false;
  }

  /** Where a container and all that is in it stand among the items. */
  #stretch(container: Container): [from: number, to: number] {
    const from = this.#outline.items.indexOf(container);
    let to = from + 1;
    for (; to < this.#outline.items.length; to += 1) {
      const item = this.#outline.items[to]!;
      if ('runs' in item ? item.container.depth < container.depth : item.depth <= container.depth) break;
    }
    return [from, to];
  }

  /** Walks a container again; false when it is large, or no longer read at all. */
  #rewalk(container: Container): boolean {
    const { element, parent } = container;
    if (this.#tools.isDropped(element)) return false;
    const items = this.#itemsOf(element, parent);
    if (!items) return false;
    this.#replace(...this.#stretch(container), items);
    return true;
  }

  #remove(node: Node): boolean {
    if (node.nodeType !== 1) return true;
    if (this.#tools.isControl(node as Element)) return false;
    const container = this.#known().get(node as Element);
    if (container) this.#replace(...this.#stretch(container), []);
    return container !== undefined || this.#isNothing(node as Element);
  }

  #add(node: Node, parent: Container): boolean {
    if (node.parentNode !== parent.element) return true;
    if (node.nodeType !== 1) return node.nodeType !== 3 || (node as Text).data.trim() === '';
    const element = node as Element;
    if (this.#known().has(element) || this.#isNothing(element)) return true;
    if (this.#tools.isControl(element) || !this.#tools.isBlockElement(element, parent)) return false;
    const place = this.#placeAfter(element, parent);
    const items = place === undefined ? undefined : this.#itemsOf(element, parent);
    if (place === undefined || !items) return false;
    this.#replace(place, place, items);
    return true;
  }

  /** Where among the items an element belongs: behind the last sibling before it that is read. */
  #placeAfter(element: Element, parent: Container): number | undefined {
    for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
      const container = this.#known().get(at);
      if (container) return this.#stretch(container)[1];
      if (!this.#tools.isBlockElement(at, parent) && at.firstElementChild) return undefined;
    }
    return this.#outline.items.indexOf(parent) + 1;
  }

  #replace(from: number, to: number, items: readonly OutlineItem[]): void {
    const known = this.#known();
    for (let at = from; at < to; at += 1) {
      const item = this.#outline.items[at]!;
      if (!('runs' in item) && known.get(item.element) === item) known.delete(item.element);
    }
    this.#outline.items.splice(from, to - from, ...items);
    for (const item of items) if (!('runs' in item)) known.set(item.element, item);
  }

  /** The items of one element; undefined when they are too many, or reach into trees of their own. */
  #itemsOf(element: Element, container: Container | undefined): OutlineItem[] | undefined {
    const around: Around = { container, inLink: element.closest('a[href]') !== null, preserve: element.closest('pre') !== null };
    return this.#tools.walk(element, around, mostNodes);
  }

  /** Elements that are never read and leave no trace beside blocks. */
  #isNothing(element: Element): boolean {
    const tag = element.localName.toLowerCase();
    return tag === 'br' || tag === 'hr' || (this.#tools.isDropped(element) && !this.#tools.isControl(element));
  }
}

/** The parent, through shadow roots too. */
function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node.nodeType === 11 ? ((node as ShadowRoot).host ?? null) : null);
}

function difference(before: readonly Placed[], now: readonly Placed[]): ChangedBlocks {
  const same = (one: Placed | undefined, other: Placed | undefined): boolean => one !== undefined && one.block === other?.block && one.kind === other.kind;
  let from = 0;
  while (same(before[from], now[from])) from += 1;
  let kept = 0;
  const most = Math.min(before.length, now.length) - from;
  while (kept < most && same(before[before.length - 1 - kept], now[now.length - 1 - kept])) kept += 1;
  return { from, to: before.length - kept, now: now.length - kept };
}
