/**
 * One pass over the page: its blocks of text in document order, each with the chain of containers it stands in.
 *
 * Nothing is judged here but what can never be read (scripts, captions, hidden parts). No recursion, so that nesting may be of any
 * depth; no layout, no style and no change of the page. The walk can pause after any number of nodes, so that a long page does not
 * keep its own thread waiting. It begins at the document element, because linkedom leaves `body` empty on pages with a nested `<html>`.
 */
import type { BlockKind } from '../model.ts';
import { besideWords, isDropped, kindOfTag, nothing, type TagKind } from './element-kinds.ts';
import type { TextRun } from './text-map.ts';
import { TextWriter } from './text-writer.ts';

/** An element that can hold blocks. */
export interface Container {
  element: Element;
  tag: string;
  parent: Container | undefined;
  /** How many containers it stands in. */
  depth: number;
  /** What of its tag and names says that it stands beside the article. */
  besideWords: readonly string[];
  /** The same of it and all containers around it, each word once. */
  chainWords: readonly string[];
  /** Whether it does: `find-body.ts` decides, by what those words name on this page. */
  beside: boolean;
  /** Whether its blocks can be the article's: `find-body.ts` decides. */
  inside: boolean;
  /** A form or a button stands directly in it. */
  hasControls: boolean;
  /** Code units of prose in it, at any depth. */
  prose: number;
  /** How much speaks for it as the article's body; see `find-body.ts`. */
  score: number;
}

/** A block of text as the page has it. */
export interface PageBlock {
  kind: BlockKind;
  /** Lower-case tag of the element that makes it a block. */
  tag: string;
  container: Container;
  text: string;
  /** Offsets count from the block's begin. */
  runs: readonly TextRun[];
  /** Share of its text in links, 0..1. */
  linked: number;
  /** Judgements found once: code units of prose it counts for, whether its wording leads elsewhere, whether it reads like the article's, whether it is drawn (asked again where it was not). */
  prose?: number;
  points?: boolean;
  belongs?: boolean;
  drawn?: boolean;
  /** Where it stood in the article as it was read last. */
  place?: number;
}

/** In the order of the walk: a container, then all that is in it. So what an element holds is one stretch. */
export type OutlineItem = Container | PageBlock;

export interface Outline {
  containers: Container[];
  blocks: PageBlock[];
}

/** What an element stands in, when not the whole page is walked. */
export interface Around {
  container: Container | undefined;
  inLink: boolean;
  preserve: boolean;
}

interface Frame {
  /** The next child to visit: one of `assigned` when given (a slot), else by sibling. */
  next: Node | null;
  assigned: readonly Node[] | undefined;
  at: number;
  container: Container | undefined;
  isBlock: boolean;
  inLink: boolean;
  preserve: boolean;
}

/** What asks the reader to do something. */
const controls = new Set(['button', 'input', 'select', 'textarea']);

/** The walk as `follow-outline.ts` needs it, which is in another script. */
export interface OutlineTools {
  /** Whether nothing of an element is ever read. */
  isDropped(element: Element): boolean;
  /** Whether what an element asks of the reader counts for its container, so that its coming or going changes it. */
  isControl(element: Element): boolean;
  /** Whether an element makes a container of its own there. */
  isBlockElement(element: Element, container: Container | undefined): boolean;
  /** The items of one element; undefined when it has more nodes than given, or open shadow roots in it. */
  walk(element: Element, around: Around, most: number): OutlineItem[] | undefined;
}

export const outlineTools: OutlineTools = {
  isDropped: (element) => isDropped(element, kindOfTag(element.localName)),
  isControl(element) {
    const { tag } = kindOfTag(element.localName);
    return tag === 'form' || controls.has(tag);
  },
  isBlockElement: (element, container) => !isInline(kindOfTag(element.localName), container),
  walk(element, around, most) {
    const walk = new OutlineWalk(element, around);
    return walk.go(most) || walk.hasShadows ? undefined : walk.items;
  },
};

/** Parts an outline's items into containers and blocks. */
export function outlineOf(items: readonly OutlineItem[]): Outline {
  const outline: Outline = { containers: [], blocks: [] };
  for (const item of items) {
    if ('runs' in item) outline.blocks.push(item);
    else outline.containers.push(item);
  }
  return outline;
}

export class OutlineWalk {
  /** What was found so far, in order. */
  readonly items: OutlineItem[] = [];
  /** Whether open shadow roots were walked. */
  hasShadows = false;
  #writer = new TextWriter();
  readonly #stack: Frame[] = [];

  /** Takes the element to walk, open shadow roots in their place, and what it stands in. */
  constructor(root: Element | null, around?: Around) {
    if (root) this.#enter(root, kindOfTag(root.localName), around);
  }

  /** Visits so many nodes; gives whether there are more. */
  go(count: number): boolean {
    const stack = this.#stack;
    for (let left = count; left > 0; left -= 1) {
      const frame = stack[stack.length - 1];
      if (!frame) return false;
      const node = frame.next;
      if (!node) {
        if (frame.isBlock) this.#flush(frame.container);
        stack.pop();
        continue;
      }
      if (frame.assigned) {
        frame.at += 1;
        frame.next = frame.assigned[frame.at] ?? null;
      } else {
        frame.next = node.nextSibling;
      }
      const { nodeType } = node;
      if (nodeType === 3 || nodeType === 4) this.#writer.add(node as Text, frame.preserve, frame.inLink);
      else if (nodeType === 1) this.#visit(node as Element, frame);
    }
    return stack.length > 0;
  }

  #visit(element: Element, frame: Frame): void {
    const kind = kindOfTag(element.localName);
    const { tag } = kind;
    if (tag === 'br') {
      if (this.#writer.addBreak() === 2 && !frame.preserve) this.#flush(frame.container);
    } else if (tag === 'hr') {
      this.#flush(frame.container);
    } else if (!isDropped(element, kind)) {
      this.#enter(element, kind, frame);
    } else if (controls.has(tag)) {
      if (frame.container) frame.container.hasControls = true;
    } else if (tag === 'figure' || tag === 'dialog') {
      this.#flush(frame.container);
    }
  }

  #enter(element: Element, kind: TagKind, around: Around | undefined): void {
    const isBlock = !isInline(kind, around?.container);
    let container = around?.container;
    if (isBlock) {
      this.#flush(container);
      container = this.#contain(element, kind, container);
    }
    const shadow = element.shadowRoot;
    if (shadow) this.hasShadows = true;
    const assigned = kind.tag === 'slot' && 'assignedNodes' in element ? (element as HTMLSlotElement).assignedNodes() : nothing;
    const isSlotted = assigned.length > 0;
    this.#stack.push({
      next: isSlotted ? (assigned[0] as Node) : (shadow ?? element).firstChild,
      assigned: isSlotted ? (assigned as readonly Node[]) : undefined,
      at: 0,
      container,
      isBlock,
      inLink: (around?.inLink ?? false) || (kind.tag === 'a' && element.hasAttribute('href')),
      preserve: (around?.preserve ?? false) || kind.tag === 'pre',
    });
  }

  #contain(element: Element, kind: TagKind, parent: Container | undefined): Container {
    const words = besideWords(element, kind);
    const { tag } = kind;
    const container: Container = {
      element, tag, parent, depth: (parent?.depth ?? -1) + 1, besideWords: words, chainWords: chained(parent?.chainWords ?? nothing, words),
      beside: false, inside: false, hasControls: false, prose: 0, score: 0,
    };
    this.items.push(container);
    if (tag === 'form' && parent) parent.hasControls = true;
    return container;
  }

  #flush(container: Container | undefined): void {
    if (this.#writer.length === 0 || !container) return;
    const { text, runs, linked } = this.#writer.take();
    this.#writer = new TextWriter();
    if (text === '') return;
    this.items.push({ kind: kindOf(container), tag: container.tag, container, text, runs, linked: linked / text.length });
  }
}

function isInline(kind: TagKind, around: Container | undefined): boolean {
  return kind.isInline || (kind.isCustom && around !== undefined && kindOfTag(around.tag).isLine);
}

function chained(words: readonly string[], more: readonly string[]): readonly string[] {
  if (more.length === 0) return words;
  const added = more.filter((word) => !words.includes(word));
  return added.length === 0 ? words : [...words, ...new Set(added)];
}

function kindOf(container: Container): BlockKind {
  const { tag } = container;
  if (kindOfTag(tag).isHeading) return 'heading';
  if (tag === 'dd' || tag === 'dt') return 'item';
  for (let at: Container | undefined = container, steps = 0; at && steps < 4; at = at.parent, steps += 1) {
    if (at.tag === 'li') return 'item';
    if (at.tag === 'blockquote') return 'quote';
  }
  return 'paragraph';
}
