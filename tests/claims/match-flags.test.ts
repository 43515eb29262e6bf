import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { contentWords } from '../../lib/claims/content-words.ts';
import { flagIndexOf } from '../../lib/claims/flag-index.ts';
import { candidatesFor, matchFlags } from '../../lib/claims/match-flags.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import type { ClaimNote, Draft, Flag } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { flagOf } from './flag.ts';
import table from './flag-pairs.yml';

type Want = 'supports' | 'contradicts' | 'none';
const { pairs } = table as { pairs: { flag: string; text: string; want: Want }[] };
const dataset = createDataset(bundledPacks);

function notesOf(text: string, flags: readonly Flag[]): Draft<ClaimNote>[] {
  const reading = readText(text);
  return matchFlags(reading, matchEntities(reading, dataset), flags, dataset);
}

describe('flags found again in other articles', () => {
  const judged = pairs.map((pair) => ({ ...pair, got: notesOf(pair.text, [flagOf(pair.flag)])[0]?.relation ?? 'none' }));
  const said = judged.filter(({ got }) => got !== 'none');
  const right = said.filter(({ got, want }) => got === want);
  const recall = right.length / judged.filter(({ want }) => want !== 'none').length;

  test('60 pairs, half of them hard negatives', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(60);
    expect(pairs.filter(({ want }) => want !== 'supports').length).toBeGreaterThanOrEqual(30);
  });

  test('precision at least 0.95', () => {
    const wrong = said.filter(({ got, want }) => got !== want).map(({ flag, text, want, got }) => `${want} → ${got}: ${flag} / ${text}`);
    expect({ enough: right.length / said.length >= 0.95, wrong: right.length / said.length >= 0.95 ? [] : wrong }).toEqual({ enough: true, wrong: [] });
  });

  test('recall at least 0.8', () => {
    const missed = judged.filter(({ got, want }) => want !== 'none' && got !== want).map(({ flag, text }) => `${flag} / ${text}`);
    expect({ enough: recall >= 0.8, missed: recall >= 0.8 ? [] : missed }).toEqual({ enough: true, missed: [] });
  });
});

describe('whatever the flags and the text', () => {
  test('a flag thrown away is not looked for', () => {
    const flag = flagOf('Novotron entlässt in Jena 40 Mitarbeiter');
    expect(notesOf(flag.quote.exact, [flag])).toHaveLength(1);
    expect(notesOf(flag.quote.exact, [{ ...flag, deleted: 1 }])).toEqual([]);
  });

  test('spans lie inside; the same input gives the same notes', () => {
    const words = fc.constantFrom('Novotron', 'entlässt', 'in', 'Jena', '40', 'Mitarbeiter', 'nicht', '.', ',', '„', '“', '\u0301', '👍', '\n', '');
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (article, quotes) => {
        const flags = quotes.map((quote, at) => flagOf(quote, { id: `f${at}` }));
        const notes = notesOf(article, flags);
        for (const note of notes) {
          expect(note.begin).toBeGreaterThanOrEqual(0);
          expect(note.end).toBeGreaterThan(note.begin);
          expect(note.end).toBeLessThanOrEqual(article.length);
        }
        expect(notesOf(article, flags)).toEqual(notes);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('of a thousand flags a sentence is compared with those alone whose rarest name stands in it', () => {
    const many = Array.from({ length: 1000 }, (_, at) => flagOf(`Werk${at} liefert ${at + 3} Maschinen nach Ort${at} an die Firma Abnehmer${at}`, { id: `f${at}` }));
    const index = flagIndexOf(many);
    const text = 'In Ort9 freut sich Abnehmer7 über Maschinen einer Firma.';
    const candidates = candidatesFor(contentWords(text, 0, text.length), index);
    expect([...candidates].map(({ flag }) => flag.id).sort()).toEqual(['f7']);
    expect(flagIndexOf(many)).toBe(index);
  });
});
