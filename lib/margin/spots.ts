/** What a reader can point at or step to: the visible marks and the own flags, in the order of the text. Pure. */
import { type Mark, markOf } from '../highlight/mark.ts';
import type { Note, PlacedFlag, Span } from '../model.ts';
import { halve } from '../text/halve.ts';
import { isOwnFlag } from './visible-notes.ts';

export interface Spot {
  id: string;
  spans: readonly Span[];
  /** Where it begins and ends, gaps included. */
  span: Span;
  note?: Note;
  placed?: PlacedFlag;
}

/** Takes visible notes and the flags of the page; gives the spots. Flags that are not on this page have none. */
export function spotsOf(notes: readonly Note[], flags: readonly PlacedFlag[]): Spot[] {
  const marked = notes.map((note): Spot => spot(note.id, markOf(note).spans, { note }));
  const flagged = flags.flatMap((placed) => (placed.span ? [spot(placed.flag.id, [placed.span], { placed })] : []));
  return [...marked, ...flagged].sort((one, other) => one.span[0] - other.span[0] || other.span[1] - one.span[1]);
}

/** Notes that the article repeats a flag of the reader's, at other places than where the background has placed that flag itself. Private like all flags: drawn, never painted. */
export function repeatedFlags(notes: readonly Note[], flags: readonly PlacedFlag[]): Note[] {
  const placed = new Set(flags.flatMap(({ flag, span }) => (span ? [`${flag.id} ${span[0]}`] : [])));
  return notes.filter((note) => note.kind === 'claim' && isOwnFlag(note) && !placed.has(`${note.claim} ${note.begin}`));
}

/** Parts notes into those that may be painted and those found by packs of the reader's own: page scripts can read what is painted, so these are drawn like flags. */
export function partPersonal(notes: readonly Note[], ownPacks: readonly string[]): { painted: readonly Note[]; drawn: readonly Note[] } {
  if (ownPacks.length === 0) return { painted: notes, drawn: [] };
  const isOwn = (note: Note): boolean => (note.kind === 'entity' || note.kind === 'claim') && ownPacks.includes(note.pack);
  return { painted: notes.filter((note) => !isOwn(note)), drawn: notes.filter(isOwn) };
}

function spot(id: string, spans: readonly Span[], of: Pick<Spot, 'note' | 'placed'>): Spot {
  return { id, spans, span: [spans[0]![0], Math.max(...spans.map(([, end]) => end))], ...of };
}

/** The marks to paint for visible notes, in the order of the text. */
export function marksOf(notes: readonly Note[]): Mark[] {
  return notes.map(markOf).sort((one, other) => one.spans[0]![0] - other.spans[0]![0]);
}

/** Takes marks in the order of the text; gives the index of the first that begins at or behind an offset, their count where none does. */
export function nearestMark(marks: readonly Mark[], offset: number): number {
  return halve(0, marks.length, (at) => marks[at]!.spans[0]![0] < offset);
}

/**
 * So many marks are painted on either side of what is in view. In Chromium every painted mark makes every later change of the page dearer by 7 µs: with 7,300 of them
 * a frame took 61 ms, with none 8.
 */
export const reach = 500;

/** Of drawn marks so many: each line is an element of ours that is made, laid out and measured (1,000 marks: 60 ms in Firefox), and 200 fill more than a screen. */
export const drawnReach = 100;

/** Takes marks in the order of the text, the index of one, and how many on either side; gives those to paint, in the order in which to paint them: from that one on, then back from it. */
export function marksAround(marks: readonly Mark[], nearest: number, reach: number): Mark[] {
  return [...marks.slice(nearest, nearest + reach), ...marks.slice(Math.max(nearest - reach, 0), nearest).toReversed()];
}

/** What stands at the same words as the given spots: they themselves, and the names among all notes that lie there though the density leaves them unmarked. */
export function notesHere(spots: readonly Spot[], notes: readonly Note[], hidden: readonly string[], at: number): Note[] {
  const shown = spots.flatMap(({ note }) => note ?? []);
  const ids = new Set(shown.map(({ id }) => id));
  if (hidden.includes('entity')) return shown;
  const names = notes.filter((note) => note.kind === 'entity' && note.begin <= at && at <= note.end && !ids.has(note.id));
  return [...shown, ...names];
}

/** Of what kind a spot is, as the key of its name under `kind.`. */
export function kindKey({ note }: Spot): 'flag' | 'claim_differs' | Note['kind'] {
  if (!note || isOwnFlag(note)) return 'flag';
  return note.kind === 'claim' && note.relation === 'contradicts' ? 'claim_differs' : note.kind;
}

