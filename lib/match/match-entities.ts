import type { Draft, EntityNote } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';

/** Finds the dataset's names in a text: through inflection and composition, longest first, ambiguous ones only in context. */
export function matchEntities(_reading: Reading, _dataset: Dataset): Draft<EntityNote>[] {
  return [];
}
