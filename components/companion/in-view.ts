/** What stands in the part of the article that the reader sees. Pure. */
import type { Note, Span } from '../../lib/model.ts';

/** The notes that touch a stretch of text, in its order; a name once, however often it stands there. */
export function notesIn(notes: readonly Note[], [begin, end]: Span): readonly Note[] {
  const named = new Set<string>();
  return notes.filter((note) => {
    if (note.end <= begin || note.begin >= end) return false;
    if (note.kind !== 'entity') return true;
    const isNew = !named.has(note.entity);
    named.add(note.entity);
    return isNew;
  });
}
