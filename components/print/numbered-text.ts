/** The article's text with numbered marks: blocks of runs, each run with the marks that lie on it and the numbers that end there. Pure. */
import type { Block, BlockKind, Span } from '../../lib/model.ts';

/** What an endnote is about: all places where the same thing is said share one number. */
export interface Numbered {
  /** The same for the same thing. */
  key: string;
  spans: readonly Span[];
  /** Chooses the mark's shape. */
  tone: string;
}

export interface Run {
  text: string;
  tones: readonly string[];
  /** Numbers of the endnotes whose mark ends with this run, in ascending order. */
  numbers: readonly number[];
  /** Of these, the ones that stand here for the first time: where an endnote leads back to. */
  first: readonly number[];
}

export interface NumberedBlock {
  kind: BlockKind;
  runs: readonly Run[];
}

export interface NumberedText {
  blocks: readonly NumberedBlock[];
  /** Keys of the endnotes; the first has number 1. */
  keys: readonly string[];
}

interface Mark {
  begin: number;
  end: number;
  tone: string;
  number: number;
}

/** Takes a text, its blocks (each line is one where there are none) and what is to be numbered, in the order of the text. Linear but for marks that lie on each other. */
export function numberText(text: string, blocks: readonly Block[], things: readonly Numbered[]): NumberedText {
  const numbers = new Map<string, number>();
  const marks: Mark[] = [];
  // A number stands behind its words, so it is the end that counts the order.
  for (const { key, spans, tone } of things.toSorted((one, other) => endOf(one) - endOf(other))) {
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    for (const [begin, end] of spans) marks.push({ begin, end, tone, number: numbers.get(key)! });
  }
  marks.sort((one, other) => one.begin - other.begin);
  let next = 0;
  let open: Mark[] = [];
  const seen = new Set<number>();
  const numbered = (blocks.length > 0 ? blocks : linesOf(text)).map((block): NumberedBlock => {
    open = open.filter(({ end }) => end > block.begin);
    while (next < marks.length && marks[next]!.begin < block.end) open.push(marks[next++]!);
    return { kind: block.kind, runs: runsOf(text, block, open, seen) };
  });
  return { blocks: numbered, keys: [...numbers.keys()] };
}

/** Where a thing's number stands first. */
function endOf({ spans }: Numbered): number {
  return spans[0]?.[1] ?? 0;
}

function runsOf(text: string, { begin, end }: Block, marks: readonly Mark[], seen: Set<number>): Run[] {
  const edges = [...new Set([begin, end, ...marks.flatMap((mark) => [mark.begin, mark.end])])].filter((edge) => edge >= begin && edge <= end).sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const here = marks.filter((mark) => mark.begin < to && mark.end > from);
    const numbers = [...new Set(here.filter((mark) => mark.end === to).map(({ number }) => number))].sort((a, b) => a - b);
    const first = numbers.filter((number) => !seen.has(number));
    for (const number of first) seen.add(number);
    return { text: text.slice(from, to), tones: [...new Set(here.map(({ tone }) => tone))], numbers, first };
  });
}

/** Each line that says something, the first one as the title. */
function linesOf(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }, at) => ({ kind: at === 0 ? 'title' : 'paragraph', begin: index, end: index + line.length }));
}
