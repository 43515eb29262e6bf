/** A text with its bias notes, as the tests want them; attributions only where a test gives them. */
import { findBias } from '../../lib/bias/find-bias.ts';
import type { AttributionNote, BiasNote, Draft, EntityNote } from '../../lib/model.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';

export interface Given {
  entities?: readonly Draft<EntityNote>[];
  attributions?: readonly Draft<AttributionNote>[];
}

/** All notes of the bias engine, in order. */
export function biasOf(text: string, { entities = [], attributions = [] }: Given = {}): Draft<BiasNote>[] {
  return findBias(readText(cleanText(text).text), entities, attributions);
}

/** `rule: words` of each note. */
export function said(text: string, given: Given = {}): string[] {
  return biasOf(text, given).map((note) => `${note.rule}: ${text.slice(note.begin, note.end)}`);
}

/** An attribution whose content is `words` of `text`, said by `speaker`. */
export function attributed(text: string, words: string, speaker: string): Draft<AttributionNote> {
  const begin = text.indexOf(words);
  const from = text.indexOf(speaker);
  return {
    kind: 'attribution', rule: 'test', begin: Math.min(begin, from), end: Math.max(begin + words.length, from + speaker.length), confidence: 1, reason: { key: 'test', values: [] },
    type: 'indirect', content: [[begin, begin + words.length]], speaker: [[from, from + speaker.length]], cue: [], source: 'named', chain: [],
  };
}
