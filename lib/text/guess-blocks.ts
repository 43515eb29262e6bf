/** Plain text has no markup: its blocks are guessed from line breaks. */
import type { Block, BlockKind } from '../model.ts';

const bullet = /^(?:[-*•–—·▪‣]|\d{1,2}[.)])\s/;
const finalMark = /[.!?…:;][“”"«»‘’')\]]*$/;
/** A line longer than this is a paragraph even without a final mark. */
const longestHeading = 120;
/** Text set to a fixed width: lines at least this long may go on in the next. */
const shortestWrapped = 50;
const longestWrapped = 100;

interface Line {
  begin: number;
  end: number;
  /** No blank line stands between it and the line before. */
  joined: boolean;
}

/** Takes any text; gives its blocks in order, without surrounding space. Linear. */
export function guessBlocks(text: string): Block[] {
  const lines = findLines(text);
  const isWrapped = looksWrapped(lines, text);
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const last = blocks.at(-1);
    if (isWrapped && line.joined && before && last && goesOn(text.slice(before.begin, before.end), text.slice(line.begin, line.end))) {
      last.end = line.end;
      return;
    }
    blocks.push({ kind: 'paragraph', begin: line.begin, end: line.end });
  });
  blocks.forEach((block, index) => (block.kind = kindOf(text.slice(block.begin, block.end), index === 0, blocks.length)));
  return blocks;
}

function findLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let blank = true;
  while (at <= text.length) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const raw = text.slice(at, stop);
    const trimmed = raw.trim();
    if (trimmed.length === 0) blank = true;
    else {
      const begin = at + raw.indexOf(trimmed[0]!);
      lines.push({ begin, end: begin + trimmed.length, joined: !blank });
      blank = false;
    }
    at = stop + 1;
  }
  return lines;
}

/** Only a text whose joined lines are nearly all of one moderate width is set to that width. */
function looksWrapped(lines: readonly Line[], text: string): boolean {
  const followed = lines.filter((line, index) => lines[index + 1]?.joined && line.end - line.begin > 0);
  if (followed.length === 0) return false;
  const fitting = followed.filter(({ begin, end }) => {
    const length = end - begin;
    return length >= shortestWrapped && length <= longestWrapped && !bullet.test(text.slice(begin, begin + 8));
  });
  return fitting.length >= 0.7 * followed.length;
}

function goesOn(before: string, line: string): boolean {
  if (bullet.test(line)) return false;
  return before.length >= shortestWrapped || !finalMark.test(before);
}

function kindOf(line: string, isFirst: boolean, blocks: number): BlockKind {
  if (bullet.test(line)) return 'item';
  if (line.length > longestHeading || finalMark.test(line)) return 'paragraph';
  if (isFirst && blocks > 1) return 'title';
  return blocks > 1 ? 'heading' : 'paragraph';
}
