import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../lib/attribution/attribute.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { EntityNote, Draft } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { notesOf } from './found.ts';

const words = ['sagte', 'Kern', 'die', 'Polizei', ',', '.', '„', '“', ':', 'dass', 'sei', 'er', 'nach', 'Angaben', 'laut', 'so', 'zufolge', 'wie', 'mitteilte', 'soll', 'haben', 'und', 'zu', 'gehen', '(', ')', '–', 'das', 'teilte', 'mit', '\n', 'Der', '17', 'wonach', 'hätten', 'unter', 'Berufung', 'auf'];
const shuffled = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' '));
const anyText = fc.oneof(shuffled, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

describe('attribution of any text', () => {
  it('never throws, keeps spans inside the text, in order, with words in them, and is deterministic', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const notes = notesOf(text);
        expect(notesOf(text)).toEqual(notes);
        for (const note of notes) {
          const spans = [...note.content, ...note.speaker, ...note.cue];
          for (const [begin, end] of spans) expect(0 <= begin && begin < end && end <= text.length).toBe(true);
          expect(note.begin).toBe(Math.min(...spans.map((span) => span[0])));
          expect(note.end).toBe(Math.max(...spans.map((span) => span[1])));
          for (const index of note.chain) expect(notes[index]).toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('marks an assertion without source by its sentence, with empty spans', () => {
    const text = 'Nordwerk hat 300 Millionen Dollar erhalten. Nordwerk liegt am Fluss.';
    const entity: Draft<EntityNote> = { kind: 'entity', begin: 0, end: 8, rule: 'nordwerk', confidence: 1, entity: 'nordwerk', label: 'Nordwerk', type: 'company', pack: 'test', reason: { key: 'reason.entity.form', values: [] } };
    const notes = attribute(readText(text), [entity, { ...entity, begin: 44, end: 52 }], createDataset([]));
    expect(notes).toMatchObject([{ rule: 'attribution-unsourced', source: 'none', content: [], speaker: [], cue: [], begin: 0, end: 43 }]);
  });

  it('takes hostile texts', () => {
    for (const text of ['„'.repeat(5000), 'sagte, '.repeat(5000), 'a'.repeat(100_000), 'nach Angaben '.repeat(4000), '(so Kern '.repeat(3000), 'Er sei. '.repeat(3000), '„Ja.“ '.repeat(3000)]) {
      expect(() => notesOf(text)).not.toThrow();
    }
  }, 60_000);
});
