import type { ClaimNote, Draft, EntityNote, Flag } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';

/** Finds sentences that repeat a claim the reader flagged, on any page. A flag with too few content words matches only to the letter. */
export function matchFlags(_reading: Reading, _entities: readonly Draft<EntityNote>[], _flags: readonly Flag[], _dataset: Dataset): Draft<ClaimNote>[] {
  return [];
}
