/** Notes whose text has moved. Pure. */
import type { Note, Span } from './model.ts';

/** Takes a note and by how many code units its text has moved; gives it where it stands now. Its id stays: it is still the same note. */
export function movedNote(note: Note, by: number): Note {
  if (by === 0) return note;
  const move = (spans: readonly Span[]): Span[] => spans.map(([begin, end]) => [begin + by, end + by]);
  const place = { begin: note.begin + by, end: note.end + by };
  if (note.kind === 'attribution') return { ...note, ...place, content: move(note.content), speaker: move(note.speaker), cue: move(note.cue) };
  return note.kind === 'consistency' ? { ...note, ...place, spans: move(note.spans) } : { ...note, ...place };
}
