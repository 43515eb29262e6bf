import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { candidatesAt } from '../../lib/match/candidates.ts';
import { buildFormIndex, formIndexOf } from '../../lib/match/form-index.ts';
import { compileForms } from '../../lib/match/form-table.ts';
import { piecesOf } from '../../lib/match/pieces.ts';
import type { Entity, Pack } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { entityOf } from './small-dataset.ts';

const form = fc.constantFrom('Nord', 'Nord Werk', 'Nordwerk', 'Süd', 'Süß', 'Süss', 'Nord & Co', 'Q');
const entity = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), type: fc.constantFrom('company' as const, 'place' as const), forms: fc.uniqueArray(form, { minLength: 1, maxLength: 3 }), ambiguous: fc.uniqueArray(form, { maxLength: 1 }), excludes: fc.uniqueArray(form, { maxLength: 1 }) }).map(entityOf);
const entities = fc.uniqueArray(entity, { maxLength: 4, selector: ({ id }) => id });

function packOf(own: readonly Entity[], at: number): Pack {
  return { schema: 'randnotiz.pack/1', id: `p${at}`, version: '1.0.0', language: 'de', licence: '', title: '', sources: [], entities: own, claims: [], findings: [] };
}

test('tables of several packs find what one table of all their entities finds, in the same order, whichever ids they share', () => {
  fc.assert(fc.property(fc.array(entities, { maxLength: 3 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.array(form, { maxLength: 8 }), (packs, compiled, words) => {
    const all = packs.map(packOf);
    const dataset = createDataset(all, new Map(all.filter((_, at) => compiled[at]).map((pack) => [pack.id, compileForms(pack.entities)])));
    const reading = readText(words.join(' '));
    const scene = { text: reading.text, pieces: piecesOf(reading), inCapitals: () => false };
    const found = (index: ReturnType<typeof formIndexOf>): unknown[] => Array.from({ length: scene.pieces.count }, (_, at) => candidatesAt(scene, at, index));
    expect(found(formIndexOf(dataset))).toEqual(found(buildFormIndex(dataset.entities.values())));
  }), { numRuns: 500 });
});
