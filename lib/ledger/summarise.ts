import type { AttributionNote, LedgerRow, Note, NoteKind, SourceClass, Summary } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { restsOf } from './rests.ts';
import { ledgerOf } from './sources.ts';

/**
 * Counts notes and keeps the ledger of sources: who, how often, how many words rest on them.
 * `toReading` maps an offset of the notes to one of the reading, where they differ (notes are sealed in the original's offsets).
 */
export function summarise(reading: Reading, notes: readonly Note[], toReading: (offset: number) => number = (offset) => offset): Summary {
  const words = reading.tokens.reduce((count, { kind }) => (kind === 'punctuation' ? count : count + 1), 0);
  const attributions = notes.filter((note): note is AttributionNote => note.kind === 'attribution');
  const sources: LedgerRow[] = ledgerOf(reading, attributions, toReading);
  const rests: Record<SourceClass, number> = restsOf(reading, attributions, toReading);
  return { words, minutes: Math.max(1, Math.round(words / 200)), notes: countKinds(notes), categories: countCategories(notes), sources, rests };
}

function countKinds(notes: readonly Note[]): Record<NoteKind, number> {
  const count: Record<NoteKind, number> = { entity: 0, claim: 0, attribution: 0, bias: 0, language: 0, consistency: 0 };
  for (const note of notes) count[note.kind] += 1;
  return count;
}

/** Keyed `kind/category`: an attribution's category is its type, a claim's its relation, an entity's its type. */
function countCategories(notes: readonly Note[]): Record<string, number> {
  const counts = new Map<NoteKind, Map<string, number>>();
  for (const note of notes) {
    let ofKind = counts.get(note.kind);
    if (!ofKind) counts.set(note.kind, (ofKind = new Map()));
    const category = categoryOf(note);
    ofKind.set(category, (ofKind.get(category) ?? 0) + 1);
  }
  const rows = [...counts].flatMap(([kind, ofKind]) => [...ofKind].map(([category, count]) => [`${kind}/${category}`, count] as const));
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function categoryOf(note: Note): string {
  switch (note.kind) {
    case 'entity': return note.type;
    case 'claim': return note.relation;
    case 'attribution': return note.source === 'none' && note.content.length === 0 ? 'unsourced' : note.type;
    default: return note.category;
  }
}
