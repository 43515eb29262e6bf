import type { AttributionNote, ClaimNote, ConsistencyNote, Draft, EntityNote, Rule } from '../model.ts';
import type { Reading } from '../text/reading.ts';

export const consistencyRules: readonly Rule[] = [];

/** Finds places of one article that disagree with each other. */
export function findInconsistencies(
  _reading: Reading,
  _entities: readonly Draft<EntityNote>[],
  _attributions: readonly Draft<AttributionNote>[],
  _claims: readonly Draft<ClaimNote>[],
): Draft<ConsistencyNote>[] {
  return [];
}
