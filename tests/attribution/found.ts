import { attribute } from '../../lib/attribution/attribute.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { AttributionNote, Draft, Span } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';

/** The attribution notes of a text, without names of a dataset. */
export function notesOf(text: string): Draft<AttributionNote>[] {
  return attribute(readText(text), [], createDataset([]));
}

/** One line a note: `rule | content | speaker | cue`, pieces joined by ` … `. */
export function found(text: string): string[] {
  const words = (spans: readonly Span[]): string => spans.map(([begin, end]) => text.slice(begin, end)).join(' … ');
  return notesOf(text).map(({ rule, content, speaker, cue }) => `${rule.replace('attribution-', '')} | ${words(content)} | ${words(speaker)} | ${words(cue)}`);
}
