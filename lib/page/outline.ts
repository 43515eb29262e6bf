/**
 * One pass over the page: its blocks of text in document order, each with the chain of containers it stands in.
 *
 * Nothing is judged here but what can never be read (scripts, captions, hidden parts). No recursion, so that nesting may be of any
 * depth; no layout, no style and no change of the page. It begins at the document element, because linkedom leaves `body` empty on
 * pages with a nested `<html>`.
 */
import type { BlockKind } from '../model.ts';
import { besideWords, isDropped, isInline, tagOf } from './element-kinds.ts';
import type { TextRun } from './text-map.ts';
import { TextWriter } from './text-writer.ts';

/** An element that can hold blocks. */
export interface Container {
  element: Element;
  parent: Container | undefined;
  /** What of its tag and names says that it stands beside the article. */
  besideWords: readonly string[];
  /** Whether it does: `find-body.ts` decides, by what those words name on this page. */
  beside: boolean;
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
  runs: TextRun[];
  /** Share of its text in links, 0..1. */
  linked: number;
  /** Code units of prose it counts for, and whether its wording leads elsewhere: found once, see `find-body.ts`. */
  prose?: number;
  points?: boolean;
}

export interface Outline {
  containers: Container[];
  blocks: PageBlock[];
}

interface Frame {
  element: Element | undefined;
  /** The next child to visit: one of `assigned` when given (a slot), else by sibling. */
  next: Node | null;
  assigned: readonly Node[];
  at: number;
  container: Container | undefined;
  isBlock: boolean;
  inLink: boolean;
  preserve: boolean;
}

/** What asks the reader to do something. */
const controls = new Set(['button', 'input', 'select', 'textarea']);

/** Outlines everything below the document element, open shadow roots in their place. */
export function outlinePage(document: Document): Outline {
  const outline: Outline = { containers: [], blocks: [] };
  const writer = new TextWriter();
  const stack: Frame[] = [];
  const root = document.documentElement as Element | null;
  if (!root) return outline;

  const flush = (): void => {
    const frame = stack[stack.length - 1];
    if (writer.length === 0 || !frame?.container) return;
    const { text, runs, linked } = writer.take();
    if (text === '') return;
    const tag = tagOf(frame.container.element);
    outline.blocks.push({ kind: kindOf(frame.container, tag), tag, container: frame.container, text, runs, linked: linked / text.length });
  };

  const enter = (element: Element, parent: Frame | undefined): void => {
    const tag = tagOf(element);
    const isBlock = !isInline(element, tag, parent?.container?.element);
    if (isBlock) flush();
    let container = parent?.container;
    if (isBlock) {
      container = { element, parent: container, besideWords: besideWords(element, tag), beside: false, hasControls: false, prose: 0, score: 0 };
      outline.containers.push(container);
      if (tag === 'form' && container.parent) container.parent.hasControls = true;
    }
    const shadow = element.shadowRoot;
    const assigned = tag === 'slot' && 'assignedNodes' in element ? (element as HTMLSlotElement).assignedNodes() : [];
    stack.push({
      element,
      next: assigned.length > 0 ? assigned[0]! : (shadow ?? element).firstChild,
      assigned,
      at: 0,
      container,
      isBlock,
      inLink: (parent?.inLink ?? false) || (tag === 'a' && element.hasAttribute('href')),
      preserve: (parent?.preserve ?? false) || tag === 'pre',
    });
  };

  enter(root, undefined);
  for (let frame = stack[stack.length - 1]; frame; frame = stack[stack.length - 1]) {
    const node = frame.next;
    if (!node) {
      if (frame.isBlock) flush();
      stack.pop();
      continue;
    }
    frame.at += 1;
    frame.next = frame.assigned.length > 0 ? (frame.assigned[frame.at] ?? null) : node.nextSibling;
    if (node.nodeType === 3 || node.nodeType === 4) writer.add(node as Text, frame.preserve, frame.inLink);
    else if (node.nodeType === 1) visit(node as Element, frame);
  }
  return outline;

  function visit(element: Element, frame: Frame): void {
    const tag = tagOf(element);
    if (tag === 'br') {
      if (writer.addBreak() === 2 && !frame.preserve) flush();
    } else if (tag === 'hr') {
      flush();
    } else if (!isDropped(element, tag)) {
      enter(element, frame);
    } else if (controls.has(tag)) {
      if (frame.container) frame.container.hasControls = true;
    } else if (tag === 'figure' || tag === 'dialog') {
      flush();
    }
  }
}

function kindOf(container: Container, tag: string): BlockKind {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'item';
  for (let at: Container | undefined = container, steps = 0; at && steps < 4; at = at.parent, steps += 1) {
    const name = tagOf(at.element);
    if (name === 'li') return 'item';
    if (name === 'blockquote') return 'quote';
  }
  return 'paragraph';
}
