import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { matchClaims } from '../../lib/claims/match-claims.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import type { ClaimNote, ClaimRelation, Draft } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { seedArticle } from '../reading/load.ts';
import table from './claim-pairs.yml';

interface Pair { text: string; claim?: string[]; relation?: ClaimRelation }

const dataset = createDataset(bundledPacks);
const { pairs } = table as { pairs: Pair[] };

function claimsIn(text: string): Draft<ClaimNote>[] {
  const reading = readText(text);
  return matchClaims(reading, matchEntities(reading, dataset), [], dataset);
}

/** What the reader would see: the relation to the pair's claim, or `none`; for a pair without claim any relation is one too many. */
function seen({ text, claim }: Pair): string {
  const notes = claimsIn(text).filter((note) => note.relation !== 'mentions' && (!claim || claim.includes(note.claim)));
  return notes.find((note) => note.relation === 'contradicts')?.relation ?? notes[0]?.relation ?? 'none';
}

describe('sentences of our own against the seed pack', () => {
  const judged = pairs.map((pair) => ({ pair, got: seen(pair), want: pair.relation ?? 'none' }));
  const wrong = judged.filter(({ got, want }) => got !== want).map(({ pair, got, want }) => `${want} → ${got}: ${pair.text}`);

  test('at least 60 sentences, all three kinds, and every claim id exists', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(60);
    for (const kind of ['supports', 'contradicts', undefined]) expect(pairs.filter((pair) => pair.relation === kind).length).toBeGreaterThanOrEqual(20);
    expect(pairs.flatMap((pair) => pair.claim ?? []).filter((id) => !dataset.claims.has(id))).toEqual([]);
  });

  test('the three-way decision is right for at least 90 of 100', () => {
    expect({ share: 1 - wrong.length / judged.length >= 0.9, wrong: wrong.length / judged.length > 0.1 ? wrong : [] }).toEqual({ share: true, wrong: [] });
  });

  test('no contradiction is called support, no support a contradiction', () => {
    expect(judged.filter(({ got, want }) => got !== want && got !== 'none' && want !== 'none').map(({ pair }) => pair.text)).toEqual([]);
  });
});

describe('the seed article', () => {
  const text = seedArticle();
  const notes = claimsIn(text);

  test('at least 65 claims are supported where they stand', () => {
    const inPlace = new Set(notes.filter((note) => note.relation === 'supports' && dataset.claims.get(note.claim)!.evidence.some((place) => place.begin === note.begin && place.end === note.end)).map((note) => note.claim));
    expect(inPlace.size).toBeGreaterThanOrEqual(65);
  });

  test('it does not contradict itself', () => {
    expect(notes.filter((note) => note.relation === 'contradicts').map((note) => note.claim)).toEqual([]);
  });
});

describe('differences and spans', () => {
  test('a difference names the field and both sides in their own words', () => {
    const note = claimsIn('Project Prometheus hat nur 2,6 Milliarden Dollar eingesammelt.').find(({ relation }) => relation === 'contradicts');
    expect(note?.difference).toEqual({ field: 'quantity', here: '2,6 Milliarden Dollar', there: '6,2 Milliarden US-Dollar', mayHaveChanged: true });
    const swapped = claimsIn('Nicht Vik Bajaj, sondern Sergey Brin gründete Verily.').find(({ relation }) => relation === 'contradicts');
    expect(swapped?.difference).toMatchObject({ field: 'subject', here: 'Sergey Brin', there: 'Vik Bajaj' });
    const later = claimsIn('Vik Bajaj hat Verily erst 2019 mitgegründet.').find(({ relation }) => relation === 'contradicts');
    expect(later?.difference).toEqual({ field: 'time', here: '2019', there: '2015' });
  });

  test('a pronoun stands for the last one named, but never contradicts', () => {
    const notes = claimsIn('Über Project Prometheus ist wenig bekannt. Das Start-up hat 6,2 Milliarden Dollar eingesammelt.');
    expect(notes.some((note) => note.claim === 'prometheus-raised-6-2-billion' && note.relation === 'supports')).toBe(true);
    const other = claimsIn('Über Project Prometheus ist wenig bekannt. Das Start-up hat 9 Milliarden Dollar eingesammelt.');
    expect(other.filter((note) => note.relation === 'contradicts')).toEqual([]);
  });

  test('the source’s words count where they stand, not where they are taken back', () => {
    const words = 'Periodic Labs hat bereits 300 Millionen US-Dollar an Finanzierung erhalten';
    const relations = (text: string): string[] => claimsIn(text).filter((note) => note.claim === 'periodic-labs-raised-300-million').map((note) => note.relation);
    expect(relations(`${words}.`)).toEqual(['supports']);
    expect(relations(`Es ist nicht wahr: „${words}“.`)).not.toContain('supports');
    expect(relations(`Ein Sprecher bestritt den Satz „${words}“.`)).not.toContain('supports');
  });

  test('the span is the clause that says it', () => {
    const text = 'Am Abend regnete es in Turin; Periodic Labs hat 300 Millionen Dollar eingesammelt.';
    const note = claimsIn(text).find(({ claim }) => claim === 'periodic-labs-raised-300-million');
    expect(text.slice(note?.begin, note?.end)).toBe('Periodic Labs hat 300 Millionen Dollar eingesammelt.');
  });
});

describe('whatever the text', () => {
  const parts = fc.constantFrom('Project Prometheus', 'Vik Bajaj', 'Bezos', 'hat', '6,2 Milliarden Dollar', 'nicht', 'sondern', 'gegründet', 'eingesammelt', '2015', ',', '.', '?', '„', '(', '\n', 'Er', '👍');
  test('spans lie inside, contradictions name their field, and nothing changes on a second run', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(parts, { maxLength: 40 }).map((all) => all.join(' '))), (text) => {
        const notes = claimsIn(text);
        for (const note of notes) {
          expect(note.begin).toBeGreaterThanOrEqual(0);
          expect(note.end).toBeGreaterThan(note.begin);
          expect(note.end).toBeLessThanOrEqual(text.length);
          expect(note.difference !== undefined).toBe(note.relation === 'contradicts');
        }
        expect(claimsIn(text)).toEqual(notes);
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});
