import type { AttributionNote, Draft, EntityNote, Rule, Span } from '../model.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';
import { findAttributions } from './find-attributions.ts';
import type { Finding } from './finding.ts';
import rules from './rules.yml';
import { setScene } from './scene.ts';
import { classOfSource } from './source-class.ts';

export const attributionRules: readonly Rule[] = rules as Rule[];

/** Finds who says what: direct, indirect, reported and free indirect speech, and plain assertions without a source. */
export function attribute(reading: Reading, _entities: readonly Draft<EntityNote>[], _dataset: Dataset): Draft<AttributionNote>[] {
  return findAttributions(setScene(reading)).map((finding) => draft(reading, finding));
}

function draft(reading: Reading, finding: Finding): Draft<AttributionNote> {
  const { rule, type, content, speaker, cue, confidence } = finding;
  const all: readonly Span[] = [...content, ...cue, ...speaker];
  const begin = Math.min(...all.map((span) => span[0]));
  const end = Math.max(...all.map((span) => span[1]));
  const words = speaker.map((span) => reading.text.slice(...span)).join(' ');
  const source = classOfSource(words);
  return {
    kind: 'attribution', begin, end, rule: `attribution-${rule}`, confidence, type, content, speaker, cue, source, chain: [],
    reason: { key: `reason.attribution.${rule.replaceAll('-', '_')}`, values: [words] },
  };
}
