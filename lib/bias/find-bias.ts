/**
 * How it is said. Each rule family has its file; this one only asks them in turn and settles who speaks where two meet.
 * The author's own voice only: a word inside somebody's quotation or reported speech is never charged to the author.
 */
import type { AttributionNote, BiasNote, Draft, EntityNote, Rule } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { biasRules as rows } from './draft.ts';
import { findExclamations, findShouting } from './headlines.ts';
import { findLoadedWords } from './loaded-words.ts';
import { findPredictions } from './predictions.ts';
import { findQuestions } from './questions.ts';
import { findScareQuotes } from './scare-quotes.ts';
import { authorsVoice } from './voice.ts';

export const biasRules: readonly Rule[] = rows.map(({ id, kind, category, doc, on, precision }) => ({ id, kind, category, doc, on, ...(precision ? { precision } : {}) }));

/** Finds how it is said, in the author's own voice only. Gives notes in order of begin. */
export function findBias(reading: Reading, entities: readonly Draft<EntityNote>[], attributions: readonly Draft<AttributionNote>[]): Draft<BiasNote>[] {
  const voice = authorsVoice(reading, attributions);
  const notes = [
    ...findScareQuotes(reading, entities, voice),
    ...findLoadedWords(reading, voice),
    ...findQuestions(reading, voice),
    ...findShouting(reading, voice),
    ...findExclamations(reading, voice),
    ...findPredictions(reading, voice),
  ];
  return withoutInner(notes.sort((a, b) => a.begin - b.begin || b.end - a.end));
}

/** Of notes of one category that overlap only the first and longest stays: one place, one remark. */
function withoutInner(notes: readonly Draft<BiasNote>[]): Draft<BiasNote>[] {
  const ends = new Map<string, number>();
  return notes.filter((note) => {
    if (note.begin < (ends.get(note.category) ?? 0)) return false;
    ends.set(note.category, note.end);
    return true;
  });
}
