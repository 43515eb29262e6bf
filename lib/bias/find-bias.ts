import type { AttributionNote, BiasNote, Draft, EntityNote, Rule } from '../model.ts';
import type { Reading } from '../text/reading.ts';

export const biasRules: readonly Rule[] = [];

/** Finds how it is said, in the author's own voice only: words inside somebody's quotation are never charged to the author. */
export function findBias(_reading: Reading, _entities: readonly Draft<EntityNote>[], _attributions: readonly Draft<AttributionNote>[]): Draft<BiasNote>[] {
  return [];
}
