import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatesAt } from '../../lib/match/candidates.ts';
import { buildFormIndex } from '../../lib/match/form-index.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import { piecesOf } from '../../lib/match/pieces.ts';
import type { Entity } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { datasetOf, entityOf, smallDataset } from './small-dataset.ts';

const pieces = fc.constantFrom('Meta', 'Prometheus', 'Elon Musk', 'Musks', 'Bezos’', '„', '“', '-', ' ', '.', '\n', 'ß', 'ü', '👩‍🚀', '\u0301', "'", 'X', 'Google DeepMind', 'und', '3');
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')));
const companies = (forms: readonly string[]): Entity[] => forms.map((form, at) => entityOf({ id: `e${at}`, type: 'company', forms: [form] }));

describe('whatever the text', () => {
  test('spans lie inside, do not overlap, and come out the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readText(text);
        const notes = matchEntities(reading, smallDataset);
        let reached = 0;
        for (const note of notes) {
          expect(note.begin).toBeGreaterThanOrEqual(reached);
          expect(note.end).toBeGreaterThan(note.begin);
          expect(note.end).toBeLessThanOrEqual(text.length);
          expect(note.confidence).toBeGreaterThan(0);
          expect(note.confidence).toBeLessThanOrEqual(1);
          reached = note.end;
        }
        expect(matchEntities(reading, smallDataset)).toEqual(notes);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});

describe('whatever the forms', () => {
  test('any form is found in a text that is only that form, if it holds a letter or digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöüß][A-Za-zÄÖÜäöüß0-9 -]{0,20}[A-Za-zß]$/), (form) => {
        const text = form.replaceAll(/[ -]{2,}/g, ' ');
        const found = matchEntities(readText(`– ${text} –`), datasetOf(companies([text])));
        expect(found.map((note) => note.begin)).toEqual([2]);
      }),
    );
  });

  test('no form, a form without letters, and any Unicode form do no harm', () => {
    expect(matchEntities(readText('Google.'), datasetOf([]))).toEqual([]);
    expect(matchEntities(readText('+++ Google +++'), datasetOf(companies(['+++', ''])))).toEqual([]);
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 8 }), anyText, (forms, text) => void matchEntities(readText(text), datasetOf(companies(forms)))));
  }, 30_000);

  test('one-letter forms match only as whole words', () => {
    const dataset = datasetOf(companies(['Q']));
    expect(matchEntities(readText('Q wie Quelle, Qs und Quark.'), dataset).map((note) => note.begin)).toEqual([0, 14]);
  });

  test('of forms that are prefixes of each other the longest stands', () => {
    const dataset = datasetOf(companies(['Nord', 'Nord Kraft', 'Nord Kraft Werke', 'Nord Kraft Werke Süd']));
    const found = matchEntities(readText('Nord Kraft Werke Süd, Nord Kraft Werke Ost, Nord Kraft, Nord.'), dataset);
    expect(found.map((note) => note.entity)).toEqual(['e3', 'e2', 'e1', 'e0']);
  });

  test('a form of 5,000 characters', () => {
    const form = Array.from({ length: 500 }, (_, at) => `Wortteil${String(at).padStart(1, '0')}`).join(' ').slice(0, 5000).trim();
    const found = matchEntities(readText(`Davor ${form} danach.`), datasetOf(companies([form])));
    expect(found.map((note) => [note.begin, note.end])).toEqual([[6, 6 + form.length]]);
  });

  test('100,000 forms ask no more of the table than ten', () => {
    const reading = readText('Neben Firma7 Werk kam auch Anlage23 Nord zu Wort, sagte ein Sprecher von Haus9. '.repeat(40));
    const forms = (count: number): string[] => Array.from({ length: count }, (_, at) => `${['Firma', 'Anlage', 'Haus'][at % 3]}${at} ${['Werk', 'Nord', 'Süd'][at % 3]}`);
    const asked = (count: number): number => {
      const index = buildFormIndex(companies(forms(count)).map((entity) => ({ ...entity, pack: 'test' })));
      const scene = { text: reading.text, pieces: piecesOf(reading), inCapitals: () => false };
      let steps = 0;
      const { table } = index;
      const counted = { ...index, table: { count: table.count, mayHold: (hash: number) => (steps += 1) > 0 && table.mayHold(hash), find: (hash: number) => table.find(hash) } };
      for (let at = 0; at < scene.pieces.count; at += 1) steps += candidatesAt(scene, at, counted).length;
      return steps;
    };
    // A few questions a piece, whatever the number of forms; the rest are the names found.
    expect(asked(100_000) - asked(10)).toBeLessThanOrEqual(3 * 40);
  });
});
