/** What gets an endnote: names and claims once for all their places, every other note and every own flag for itself. */
import type { Note, PlacedFlag, Span } from '../../lib/model.ts';
import { pageTone, notePage } from '../card-pages.ts';
import type { Numbered } from './numbered-text.ts';

export interface Thing extends Numbered {
  /** Of several notes on the same thing the first. */
  note?: Note;
  placed?: PlacedFlag;
}

/** Takes the notes to show and the flags; gives the things, one for each place. */
export function thingsOf(notes: readonly Note[], flags: readonly PlacedFlag[]): Thing[] {
  const noted = notes.map((note): Thing => ({ key: keyOf(note), spans: spansOf(note), tone: pageTone(notePage(note)), note }));
  const flagged = flags.flatMap((placed): Thing[] => (placed.span ? [{ key: `flag ${placed.flag.id}`, spans: [placed.span], tone: 'flag', placed }] : []));
  return [...noted, ...flagged].sort((one, other) => one.spans[0]![0] - other.spans[0]![0]);
}

function keyOf(note: Note): string {
  if (note.kind === 'entity') return `entity ${note.entity}`;
  return note.kind === 'claim' ? `claim ${note.claim} ${note.relation}` : note.id;
}

/** Who says it is marked on the source phrase, never on what is said. */
function spansOf(note: Note): readonly Span[] {
  if (note.kind === 'consistency' && note.spans.length > 0) return note.spans;
  const phrase = note.kind === 'attribution' ? [...note.speaker, ...note.cue] : [];
  return phrase.length > 0 ? phrase.toSorted((one, other) => one[0] - other[0]) : [[note.begin, note.end]];
}
