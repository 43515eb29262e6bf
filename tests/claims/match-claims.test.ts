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
