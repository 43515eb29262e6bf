import type { AttributionNote, ClaimNote, Draft, EntityNote } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';

/** Finds sentences that state a claim of the dataset, say it differently, or only touch on it. */
export function matchClaims(
  _reading: Reading,
  _entities: readonly Draft<EntityNote>[],
  _attributions: readonly Draft<AttributionNote>[],
  _dataset: Dataset,
): Draft<ClaimNote>[] {
  return [];
}
