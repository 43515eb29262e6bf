import fc from 'fast-check';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { parsePack } from '../../lib/dataset/parse-pack.ts';
import { packFromFlags } from '../../lib/proposal/pack-from-flags.ts';
import { exampleFlag, exampleId } from '../store/example-flag.ts';

const head = { title: 'Meine Notizen zu Wärmepumpen', licence: 'CC BY 4.0', authors: ['Ada'] };
const quote = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' }, position: { start: 10, end: 10 + exact.length } });
const faults = (pack: unknown) => {
  const parsed = parsePack(JSON.parse(JSON.stringify(pack)), { predicateIds, bundledPacks });
  return parsed.ok ? [] : parsed.faults;
};

describe('a pack from flags', () => {
  const flags = [
    exampleFlag({ id: exampleId(1), ...quote('Die Softwarefirma Wolkenheiz sammelte 2024 vier Millionen Euro ein.'), note: 'geheim', tags: ['privat'], stance: 'doubtful', link: 'https://beleg.example/' }),
    exampleFlag({ id: exampleId(2), ...quote('Jeff Bezos hat Amazon gegründet.'), says: { source: 'Handelsregister', time: '1994' } }),
    exampleFlag({ id: exampleId(3), ...quote('Und so weiter.') }),
    exampleFlag({ id: exampleId(4), ...quote('Wolkenheiz hat 30 Mitarbeiter.'), deleted: 5 }),
  ];
  const { pack, left } = packFromFlags(flags, head, bundledPacks);

  it('is sound, with one source a page', () => {
    expect(faults(pack)).toEqual([]);
    expect(pack.sources).toEqual([expect.objectContaining({ title: 'Ein Artikel', url: 'https://zeitung.example/netz/artikel' })]);
  });

  it('has a claim for each statement, with its words as evidence', () => {
    expect(pack.claims).toEqual([
      expect.objectContaining({ subject: 'wolkenheiz', predicate: 'funding', quantity: { value: 4_000_000, unit: 'EUR' }, time: '2024', evidence: [expect.objectContaining({ begin: 10, quote: flags[0]!.quote.exact })] }),
      expect.objectContaining({ subject: 'jeff-bezos', predicate: 'founded', objects: ['amazon'], time: '1994', attribution: { source: 'named', name: 'Handelsregister' } }),
    ]);
  });

  it('refers to what other packs define, and defines what they do not', () => {
    expect(pack.entities.map(({ id }) => id)).toEqual(['wolkenheiz']);
  });

  it('says which flags it could not use; those in the bin are none', () => {
    expect(left).toEqual([exampleId(3)]);
  });

  it('holds nothing that is the reader\'s own', () => {
    const json = JSON.stringify(pack);
    expect(['geheim', 'privat', 'doubtful', 'beleg.example'].filter((word) => json.includes(word))).toEqual([]);
  });

  it('is sound whatever was flagged', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.constantFrom('Anna Müller gründete „Blaue Kiste“.', 'XYZ (KI) hat 3 Mitarbeiter', '2015', '  ', 'Die Firma Nord-Süd AG kaufte Ost.'));
    const flag = fc.record({ exact: text, title: text, subject: fc.option(text, { nil: undefined }), source: fc.option(text, { nil: undefined }), time: fc.option(text, { nil: undefined }) });
    fc.assert(fc.property(fc.array(flag, { maxLength: 6 }), (rows) => {
      const made = rows.map(({ exact, title, ...says }, at) => exampleFlag({ id: exampleId(at), ...quote(exact), says: JSON.parse(JSON.stringify(says)) as object, page: { ...exampleFlag().page, title } }));
      const { pack: some } = packFromFlags(made, head, bundledPacks);
      if (some.sources.length > 0) expect(faults(some)).toEqual([]);
    }), { numRuns: 120 });
  });
});
