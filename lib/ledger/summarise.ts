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
  return { words, minutes: Math.max(1, Math.round(words / 200)), ...count(notes), sources, rests };
}

/** How many notes of each kind, and of each category, keyed `kind/category`: an attribution's category is its type, a claim's its relation, an entity's its type. */
function count(all: readonly Note[]): Pick<Summary, 'notes' | 'categories'> {
  const notes: Record<NoteKind, number> = { entity: 0, claim: 0, attribution: 0, bias: 0, language: 0, consistency: 0 };
  const rows: { kind: NoteKind; category: string; count: number }[] = [];
  for (const note of all) {
    notes[note.kind] += 1;
    const category = categoryOf(note);
    // A dozen rows: gone through sooner than looked up in tables of tables.
    const row = rows.find((one) => one.category === category && one.kind === note.kind);
    if (row) row.count += 1;
    else rows.push({ kind: note.kind, category, count: 1 });
  }
  const categories = rows.map((row) => [`${row.kind}/${row.category}`, row.count] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return { notes, categories: Object.fromEntries(categories) };
}

function categoryOf(note: Note): string {
  switch (note.kind) {
    case 'entity': return note.type;
    case 'claim': return note.relation;
    case 'attribution': return note.source === 'none' && note.content.length === 0 ? 'unsourced' : note.type;
    default: return note.category;
  }
}
