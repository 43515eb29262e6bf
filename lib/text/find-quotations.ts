/**
 * Quotation marks are a bracket language with sloppy writers: the same sign opens in one tradition and closes in another
 * (“ » " '), closing marks are forgotten, and ’ is mostly an apostrophe. One pass over each block with a stack: a sign's place
 * (space before, letter after) says whether it can open; what is on the stack says whether it can close. Singles that find no
 * partner are apostrophes; doubles without a partner end, by guess, with their sentence.
 *
 * Linear: every mark is pushed and popped once, and a closing mark without an open partner is known at once from a count.
 */
import { isDigitCode, isLetterCode, isSpaceCode } from './characters.ts';
import { halve } from './halve.ts';
import type { Block, Span } from '../model.ts';
import type { Quotation } from './reading.ts';

type Family = 'double' | 'single' | 'guillemet' | 'angle';

interface Open {
  at: number;
  width: number;
  mark: string;
  family: Family;
}

const familyOf: Readonly<Record<string, Family>> = {
  '„': 'double', '“': 'double', '”': 'double', '"': 'double', '‟': 'double',
  '‚': 'single', '‘': 'single', '’': 'single', "'": 'single',
  '»': 'guillemet', '«': 'guillemet', '›': 'angle', '‹': 'angle',
};
const openingMark = /^(?:[„“"»«]|,,|'')/;
const anyMark = /''|‘‘|’’|´´|``|[„“”"‟‚‘’'»«›‹]|,,/g;
/** What may stand directly before an opening mark, besides space. */
const beforeOpening = new Set(['(', '[', '{', '–', '—', '-', '/', '„', '»', '«', '‚', '‘', '›', '‹', '"', "'", '“', '¿', '¡', '|']);
/** What may stand directly after an opening mark, besides letters and digits. */
const afterOpening = new Set(['(', '[', '…', '.', '„', '»', '«', '‚', '‘', '›', '‹', '"', "'", '“', '@', '#', '$', '€', '-', '–', '<', '/']);
/** A single straight or curly mark that opened longer ago than this did not open. */
const longestSingle = 400;

/** Finds quotations block by block, and those that one paragraph opens and the next one closes. Gives them ordered by begin; nested ones lie inside their parents. */
export function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
  const found = blocks.map((block, at) => inBlock(text, block, blocks[at + 1]));
  found.forEach(({ quotations }, at) => {
    // One opening mark, one closing mark, and a paragraph's end between them.
    const last = quotations.at(-1);
    const end = found[at + 1]?.orphan;
    if (last && !last.closed && last.depth === 0 && end !== undefined) quotations[quotations.length - 1] = { ...last, end: end.end, inner: [last.inner[0], end.begin], closed: true };
  });
  // No spread: a block of nothing but quotation marks holds more of them than a call may have arguments.
  return found.flatMap(({ quotations }) => quotations);
}

interface Found {
  quotations: Quotation[];
  /** A closing mark before any other mark, whose partner must stand in the block before. */
  orphan?: { begin: number; end: number };
}

/** Most blocks hold no mark at all. */
const without: Found = { quotations: [] };

function inBlock(text: string, block: Block, next: Block | undefined): Found {
  const slice = text.slice(block.begin, block.end);
  if (slice.search(anyMark) < 0) return without;
  const stack: Open[] = [];
  const open: Record<Family, number> = { double: 0, single: 0, guillemet: 0, angle: 0 };
  const closed: Quotation[] = [];
  const lost: Open[] = [];
  let orphan: Found['orphan'];
  let isFirst = true;
  const drop = (): void => {
    const top = stack.pop()!;
    open[top.family] -= 1;
    if (top.family === 'double' || top.family === 'guillemet') lost.push(top);
  };
  for (const match of slice.matchAll(anyMark)) {
    const at = match.index;
    const mark = match[0] === ',,' ? '„' : match[0].length === 2 ? '"' : match[0];
    const width = match[0].length;
    const family = familyOf[mark]!;
    if (match[0] === ',,' && !canOpen(slice, at, width)) continue;
    if (family === 'single' && isInsideWord(slice, at)) continue;
    if (opens(mark, slice, at, width, open[family] > 0, topOf(stack, family))) {
      stack.push({ at, width, mark, family });
      open[family] += 1;
      isFirst &&= family === 'single';
      continue;
    }
    if (mark === '„' || mark === '‚') continue;
    if (open[family] === 0) {
      if (isFirst && family === 'double') orphan = { begin: block.begin + at, end: block.begin + at + width };
      isFirst &&= family === 'single';
      continue;
    }
    while (stack.at(-1)!.family !== family) drop();
    const start = stack.pop()!;
    open[family] -= 1;
    if (family === 'single' && at - start.at > longestSingle) continue;
    closed.push(quotation(block.begin + start.at, start.width, block.begin + at + width, width, true));
  }
  while (stack.length > 0) drop();
  const goesOn = next !== undefined && openingMark.test(text.slice(next.begin, next.begin + 2));
  const all = [...closed, ...guessEnds(slice, block.begin, lost, closed, goesOn)];
  all.sort((a, b) => a.begin - b.begin || b.end - a.end);
  return { quotations: withDepth(all), ...(orphan && { orphan }) };
}

/** The stack's top where it is of this family (only the top can be closed without loss). */
function topOf(stack: readonly Open[], family: Family): Open | undefined {
  const top = stack.at(-1);
  return top?.family === family ? top : undefined;
}

function opens(mark: string, slice: string, at: number, width: number, isFamilyOpen: boolean, top: Open | undefined): boolean {
  if (mark === '„' || mark === '‚') return canOpen(slice, at, width) || (!isFamilyOpen && mark === '„');
  const able = canOpen(slice, at, width);
  if (mark === '”' || mark === '’') return able && !isFamilyOpen && mark === '”';
  if (mark === '»' || mark === '«' || mark === '›' || mark === '‹') {
    if (!isFamilyOpen) return able || isSpaceBefore(slice, at);
    return able && top?.mark !== opposite[mark];
  }
  return able && (!isFamilyOpen || isSpaceBefore(slice, at) || slice[at - 1] === '(');
}

const opposite: Readonly<Record<string, string>> = { '»': '«', '«': '»', '›': '‹', '‹': '›' };

function isSpaceBefore(slice: string, at: number): boolean {
  return at === 0 || isSpaceCode(slice.charCodeAt(at - 1));
}

function canOpen(slice: string, at: number, width: number): boolean {
  const before = slice[at - 1];
  const code = slice.codePointAt(at + width);
  if (code === undefined) return false;
  const opensLeft = isSpaceBefore(slice, at) || beforeOpening.has(before!);
  const next = String.fromCodePoint(code);
  return opensLeft && (isLetterCode(code) || isDigitCode(code) || afterOpening.has(next) || code > 0x2fff);
}

function isInsideWord(slice: string, at: number): boolean {
  const next = slice.codePointAt(at + 1);
  return at > 0 && next !== undefined && isLetterCode(next) && (isLetterCode(slice.charCodeAt(at - 1)) || isDigitCode(slice.charCodeAt(at - 1)));
}

/**
 * A quotation never closed ends with its sentence, before the next quotation, or with the block: there where it stood behind a colon, where the
 * next block opens with a mark too, as each paragraph of a long quotation does, and where it begins its block and nobody is said to say it.
 */
function guessEnds(slice: string, offset: number, lost: Open[], closed: readonly Quotation[], goesOn: boolean): Quotation[] {
  if (lost.length === 0) return [];
  const stops = [...slice.matchAll(/[.!?…](?=\s|$)/g)].map((match) => match.index + 1);
  const starts = [...closed.map((one) => one.begin - offset), ...lost.map((one) => one.at)].sort((a, b) => a - b);
  const guessed: Quotation[] = [];
  let stop = 0;
  let next = 0;
  for (const one of lost.sort((a, b) => a.at - b.at)) {
    const from = one.at + one.width;
    while (stop < stops.length && stops[stop]! <= from) stop += 1;
    while (next < starts.length && starts[next]! <= one.at) next += 1;
    const isLong = starts[next] === undefined && (goesOn || (one.at === 0 && !frame.test(slice)) || /:\s*$/.test(slice.slice(Math.max(0, one.at - 3), one.at)));
    const end = Math.min(isLong ? slice.length : (stops[stop] ?? slice.length), starts[next] ?? slice.length);
    const trimmed = slice.slice(from, end).trimEnd().length;
    if (trimmed > 0) guessed.push(quotation(offset + one.at, one.width, offset + from + trimmed, 0, false));
  }
  return guessed.filter((one) => !closed.length || !crosses(one, closed));
}

/** `…, sagte sie`, `…, so die Firma`: the author speaks again. */
const frame = /, (?:so|sagt|\p{Ll}{2,16}te[nt]?) /u;

/** Whether a guessed one starts inside a closed one and leaves it. `closed` is in order of its ends. */
function crosses(one: Quotation, closed: readonly Quotation[]): boolean {
  const low = halve(0, closed.length, (at) => closed[at]!.end <= one.begin);
  const parent = closed[low];
  return parent !== undefined && parent.begin < one.begin && parent.end < one.end;
}

function quotation(begin: number, opening: number, end: number, closing: number, closed: boolean): Quotation {
  const inner: Span = [begin + opening, Math.max(begin + opening, end - closing)];
  return { begin, end, inner, depth: 0, closed };
}

function withDepth(sorted: readonly Quotation[]): Quotation[] {
  const around: number[] = [];
  return sorted.map((one) => {
    while (around.length > 0 && around.at(-1)! <= one.begin) around.pop();
    const depth = around.length;
    around.push(one.end);
    return { ...one, depth };
  });
}
