import type { AttributionNote, Draft, EntityNote, Rule } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';

export const attributionRules: readonly Rule[] = [];

/** Finds who says what: direct, indirect, reported and free indirect speech, and plain assertions without a source. */
export function attribute(_reading: Reading, _entities: readonly Draft<EntityNote>[], _dataset: Dataset): Draft<AttributionNote>[] {
  return [];
}
