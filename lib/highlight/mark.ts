/**
 * From a note to its mark: which words carry it, in which style, and which style lies on top. Pure.
 *
 * Styles differ by shape first and colour second; `public/marks.css` draws them. Where marks overlap, the rarer and graver
 * one paints on top, and the card lists them all.
 */
import type { Note, Span } from '../model.ts';

/** From the commonest to the gravest: the order is the painting priority. */
export const markStyles = ['entity', 'attribution', 'unsourced', 'claim', 'language', 'bias', 'differing'] as const;

export type MarkStyle = (typeof markStyles)[number];

export interface Mark {
  note: string;
  style: MarkStyle;
  /** The words that carry the mark, in order. */
  spans: readonly Span[];
}

/** Painting priority of a style: a higher one lies on top. Never 0, which is what the page's own highlights have. */
export function priorityOf(style: MarkStyle): number {
  return markStyles.indexOf(style) + 1;
}

/** The style of a note. An inconsistency inside the article is a contradiction like any other. */
export function styleOf(note: Note): MarkStyle {
  switch (note.kind) {
    case 'claim':
      return note.relation === 'contradicts' ? 'differing' : 'claim';
    case 'consistency':
      return 'differing';
    case 'attribution':
      return note.source === 'none' ? 'unsourced' : 'attribution';
    default:
      return note.kind;
  }
}

/** Takes a note; gives its mark. Who says it is marked on the source phrase (speaker and cue), never on what is said. */
export function markOf(note: Note): Mark {
  return { note: note.id, style: styleOf(note), spans: spansOf(note) };
}

function spansOf(note: Note): readonly Span[] {
  if (note.kind === 'consistency' && note.spans.length > 0) return joined(note.spans);
  if (note.kind === 'attribution') {
    const phrase = joined([...note.speaker, ...note.cue]);
    if (phrase.length > 0) return phrase;
  }
  return [[note.begin, note.end]];
}

/** In order; stretches that overlap or stand side by side, with one space between, become one line. */
function joined(spans: readonly Span[]): readonly Span[] {
  const lines: [number, number][] = [];
  for (const [begin, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = lines.at(-1);
    if (last && begin <= last[1] + 1) last[1] = Math.max(last[1], end);
    else lines.push([begin, end]);
  }
  return lines;
}
