/** Every rule has an example, and marks in it what the example says. Examples of the consistency engine are given their names by hand: there is no dataset here. */
import { describe, expect, it } from 'vitest';
import { findInconsistencies } from '../../lib/consistency/find-inconsistencies.ts';
import { collectSlips } from '../../lib/language/find-slips.ts';
import type { AttributionNote, ClaimNote, Draft, EntityNote, Span } from '../../lib/model.ts';
import { exampleOf } from '../../lib/rule-example.ts';
import { rules } from '../../lib/rules.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';
import { notesOf } from '../attribution/found.ts';
import { biasOf } from '../bias/read.ts';

const read = (text: string) => readText(cleanText(text).text);
const base = { confidence: 1, reason: { key: 'test', values: [] } };

function entities(text: string): Draft<EntityNote>[] {
  return [...text.matchAll(/Nordwerk|Südwerk|(?:stille|lautlose) Rechnen/g)].map(({ index, 0: words }) => {
    const isTerm = words.endsWith('Rechnen');
    return { ...base, kind: 'entity', rule: words, begin: index, end: index + words.length, entity: isTerm ? 'term' : words, label: words, type: isTerm ? 'concept' : 'company', pack: 'test' };
  });
}

/** Two claims about one thing, as the claims engine would give them: the first stands in the dataset, the second differs. */
function claims(text: string): Draft<ClaimNote>[] {
  const sentences = [...text.matchAll(/[^.]+\d+ Millionen Euro/g)].map(({ index, 0: words }) => [index + words.search(/\S/), index + words.length] as const);
  return sentences.map(([begin, end], index): Draft<ClaimNote> => ({ ...base, kind: 'claim', rule: 'c', claim: 'c', pack: 'test', begin, end, ...(index === 0 ? { relation: 'supports' } : { relation: 'contradicts', difference: { field: 'quantity', here: '60', there: '40' } }) }));
}

function found(kind: string, id: string, text: string): { rule: string; begin: number; end: number; spans?: readonly Span[] }[] {
  if (kind === 'bias') return biasOf(text);
  if (kind === 'language') return collectSlips(read(text), []);
  if (kind === 'attribution') return notesOf(text).map((note: Draft<AttributionNote>) => ({ ...note, spans: note.content }));
  const attributions = notesOf(text).map((note): Draft<AttributionNote> => ({ ...note, chain: [] }));
  return findInconsistencies(read(text), entities(text), attributions, id === 'consistency.claim' ? claims(text) : []);
}

describe('every rule has an example that it marks', () => {
  it.each(rules.map((rule) => [rule.id, rule.kind] as const))('%s', (id, kind) => {
    const example = exampleOf(id);
    expect(example, `lib/rule-examples.yml has no example of ${id}`).toBeDefined();
    const { text, marked } = example!;
    // Figures without source need names of a dataset: tested with the engine.
    if (id === 'attribution-unsourced') return;
    const hits = found(kind, id, text).filter(({ rule }) => rule === id);
    const words = hits.flatMap(({ begin, end, spans }) => [text.slice(begin, end), ...(spans ?? []).map((span) => text.slice(...span))]);
    expect(words.some((one) => one === marked || one.startsWith(marked))).toBe(true);
  });
});
