import { describe, expect, it } from 'vitest';
import { consistencyRules, findInconsistencies } from '../../lib/consistency/find-inconsistencies.ts';
import type { AttributionNote, ClaimNote, Draft, EntityNote, SourceClass } from '../../lib/model.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';

/** Every place of each name becomes an entity note. */
function named(text: string, ...names: string[]): Draft<EntityNote>[] {
  return names
    .flatMap((name) =>
      [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
        kind: 'entity' as const, rule: name, begin: index, end: index + name.length, confidence: 1, reason: { key: 'test', values: [] }, entity: name.toLowerCase(), label: name, type: 'company' as const, pack: 'test',
      })),
    )
    .sort((a, b) => a.begin - b.begin);
}

function said(text: string, content: string, speaker: string, source: SourceClass): Draft<AttributionNote> {
  const begin = text.indexOf(content);
  const from = text.indexOf(speaker);
  return {
    kind: 'attribution', rule: 'test', begin: Math.min(begin, from), end: begin + content.length, confidence: 1, reason: { key: 'test', values: [] },
    type: 'indirect', content: [[begin, begin + content.length]], speaker: [[from, from + speaker.length]], cue: [], source, chain: [],
  };
}

function claim(text: string, words: string, relation: ClaimNote['relation'], difference?: ClaimNote['difference']): Draft<ClaimNote> {
  const begin = text.indexOf(words);
  return { kind: 'claim', rule: 'c', begin, end: begin + words.length, confidence: 1, reason: { key: 'test', values: [] }, claim: 'c', relation, pack: 'test', ...(difference ? { difference } : {}) };
}

function found(text: string, entities: Draft<EntityNote>[] = [], attributions: Draft<AttributionNote>[] = [], claims: Draft<ClaimNote>[] = []): string[] {
  return findInconsistencies(readText(cleanText(text).text), entities, attributions, claims).map((note) => `${note.rule}: ${note.spans.map(([begin, end]) => text.slice(begin, end)).join(' / ')}`);
}

describe('numbers', () => {
  it('finds one number for a group and for a part of it', () => {
    const text = 'Nordwerk hat fast sechzig Ingenieure von Südwerk geholt. Nordwerk hat fast 60 Mitarbeiter, darunter Ingenieure von Südwerk.';
    expect(found(text, named(text, 'Nordwerk', 'Südwerk'))).toContain('consistency.counted: fast sechzig Ingenieure / fast 60 Mitarbeiter');
  });

  it('leaves alone two groups of one size that have nothing to do with each other', () => {
    const text = 'Nordwerk hat 60 Ingenieure. Nordwerk betreut 60 Forscher in Wien.';
    expect(found(text, named(text, 'Nordwerk'))).toEqual([]);
  });

  it('finds a figure that is a fact here and hearsay there', () => {
    const text = 'Nordwerk zahlte Südwerk 40 Millionen Euro. Insidern zufolge zahlte Nordwerk 40 Millionen Euro an Südwerk.';
    const attribution = said(text, 'zahlte Nordwerk 40 Millionen Euro an Südwerk', 'Insidern', 'anonymous');
    expect(found(text, named(text, 'Nordwerk', 'Südwerk'), [attribution])).toEqual(['consistency.anonymous-figure: 40 Millionen Euro / 40 Millionen Euro']);
    expect(found(text, named(text, 'Nordwerk', 'Südwerk'), [{ ...attribution, source: 'named' }])).toEqual([]);
  });

  it('finds two numbers for one thing, unless time lies between them', () => {
    const text = 'Nordwerk beschäftigt 300 Mitarbeiter. Im Tal beschäftigt Nordwerk 450 Mitarbeiter.';
    expect(found(text, named(text, 'Nordwerk'))).toEqual(['consistency.number: 300 Mitarbeiter / 450 Mitarbeiter']);
    const later = 'Nordwerk beschäftigt 300 Mitarbeiter. Früher beschäftigt Nordwerk 450 Mitarbeiter.';
    expect(found(later, named(later, 'Nordwerk'))).toEqual([]);
  });
});

describe('claims', () => {
  const text = 'Nordwerk sammelte 40 Millionen Euro. Die Runde brachte 60 Millionen Euro.';

  it('finds a claim stated here and contradicted there', () => {
    const claims = [claim(text, 'Nordwerk sammelte 40 Millionen Euro', 'supports'), claim(text, 'Die Runde brachte 60 Millionen Euro', 'contradicts', { field: 'quantity', here: '60', there: '40' })];
    expect(found(text, [], [], claims)).toEqual(['consistency.claim: Nordwerk sammelte 40 Millionen Euro / Die Runde brachte 60 Millionen Euro']);
  });

  it('leaves alone a value that may have changed since, and another actor', () => {
    const stated = claim(text, 'Nordwerk sammelte 40 Millionen Euro', 'supports');
    expect(found(text, [], [], [stated, claim(text, 'Die Runde brachte 60 Millionen Euro', 'contradicts', { field: 'quantity', here: '60', there: '40', mayHaveChanged: true })])).toEqual([]);
    expect(found(text, [], [], [stated, claim(text, 'Die Runde brachte 60 Millionen Euro', 'contradicts', { field: 'subject', here: 'a', there: 'b' })])).toEqual([]);
  });
});

describe('people', () => {
  it('finds a name in two spellings', () => {
    expect(found('Gestern sprach Mark Zuckermann in Wien. Später lobte Marc Zuckermann die Stadt.')).toEqual(['consistency.name: Mark Zuckermann / Marc Zuckermann']);
    expect(found('Gestern sprach Eva Brandstätter. Später ging Eva Brandstäter.')).toEqual(['consistency.name: Eva Brandstätter / Eva Brandstäter']);
  });

  it('takes no ending for a spelling', () => {
    expect(found('Das sagte Eva Brandstätter. Die Rede Eva Brandstätters war kurz.')).toEqual([]);
    expect(found('Das entschied das Landgericht Musterstadt. Der Saal des Landgerichts Musterstadt war voll.')).toEqual([]);
    expect(found('Ein Film über den Kalten Krieg. Damals war Kalter Krieg.')).toEqual([]);
  });

  it('finds one post with two holders', () => {
    expect(found('Das sagte Nordwerk-Chefin Eva Brandt. Später widersprach Nordwerk-Chefin Lena Moser.')).toEqual(['consistency.role: Eva Brandt / Lena Moser']);
    expect(found('Das sagte Nordwerk-Chefin Eva Brandt. Später widersprach die frühere Nordwerk-Chefin Lena Moser.')).toEqual([]);
  });
});

it('finds one concept under two names, not its endings or abbreviation', () => {
  const concept = (text: string, ...names: string[]) => named(text, ...names).map((note) => ({ ...note, entity: 'quantum', type: 'concept' as const }));
  const two = 'Das stille Rechnen kam auf. Heute heißt es lautlose Rechnen.';
  expect(found(two, concept(two, 'stille Rechnen', 'lautlose Rechnen'))).toEqual(['consistency.term: stille Rechnen / lautlose Rechnen']);
  const one = 'Das stille Rechnen kam auf. Mit dem stillen Rechnen kam die SR.';
  expect(found(one, concept(one, 'stille Rechnen', 'stillen Rechnen', 'SR'))).toEqual([]);
});

it('has a line of explanation for each rule', () => {
  for (const rule of consistencyRules) expect(rule.doc.length).toBeGreaterThan(20);
});
