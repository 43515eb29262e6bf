import { bundledPacks } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { Pack } from '../../lib/model.ts';

const first = bundledPacks.find(({ id }) => id === 'prometheus')!;

/** Another pack of the same content and ids, from another source of the same id. */
const second = { ...(JSON.parse(JSON.stringify(first)) as Pack), id: 'zweites', sources: [{ ...first.sources[0]!, title: 'Ein anderer Artikel' }] };

it('looks entities and claims up by id, each with its pack', () => {
  const dataset = createDataset([first]);
  expect(dataset.entities.get('jeff-bezos')).toMatchObject({ name: 'Jeff Bezos', pack: 'prometheus' });
  expect(dataset.claims.get('bezos-founded-amazon')).toMatchObject({ subject: 'jeff-bezos', pack: 'prometheus' });
  expect(dataset.entities.get('constructor')).toBeUndefined();
});

it('lets the first of two packs stand', () => {
  expect(createDataset([first, second]).entities.get('jeff-bezos')?.pack).toBe('prometheus');
  expect(createDataset([second, first]).entities.get('jeff-bezos')?.pack).toBe('zweites');
});

it('finds the source of a place, also when two packs use one id for theirs', () => {
  const dataset = createDataset([first, second]);
  expect(dataset.source(first.claims[0]!.evidence[0]!)?.title).toBe(first.sources[0]!.title);
  expect(dataset.source(second.claims[0]!.evidence[0]!)?.title).toBe('Ein anderer Artikel');
  expect(dataset.source({ source: 'unbekannt', begin: 0, end: 1, quote: 'x' })).toBeUndefined();
});

it('is empty without packs', () => {
  const dataset = createDataset([]);
  expect([dataset.entities.size, dataset.claims.size]).toEqual([0, 0]);
});

/** A copy of the first pack with one entity and one claim as given. */
function other(entity: Partial<Pack['entities'][number]>, claim: Partial<Pack['claims'][number]> = {}): Pack {
  const musk = first.entities.find(({ id }) => id === 'elon-musk')!;
  const said = first.claims.find(({ id }) => id === 'bezos-founded-amazon')!;
  return { ...second, entities: [{ ...musk, relations: [], ...entity }], claims: [structuredClone({ ...said, subject: 'elon-musk', ...claim })], findings: [] };
}

describe('two packs that use one id', () => {
  it('keep their own words for the same thing, and put their names together', () => {
    const dataset = createDataset([first, other({ description: 'Unternehmer.', forms: [{ text: 'Elon Musk', inflection: 'name' }, { text: 'E. Musk', inflection: 'name' }] })]);
    const musk = dataset.entities.get('elon-musk')!;
    expect(musk.forms.map(({ text }) => text)).toContain('E. Musk');
    expect(musk.description).toBe(first.entities.find(({ id }) => id === 'elon-musk')!.description);
    expect(dataset.entities.accounts.get('elon-musk')?.map(({ pack, description }) => [pack, description])).toEqual([['prometheus', musk.description], ['zweites', 'Unternehmer.']]);
  });

  it('mean something else where nothing but the id is common: each claim goes with its own', () => {
    const dataset = createDataset([first, other({ type: 'product', name: 'Musk', forms: [{ text: 'Moschus', inflection: 'noun-s' }] }, { id: 'musk-claim' })]);
    expect(dataset.entities.get('elon-musk')?.type).toBe('person');
    expect(dataset.entities.get('zweites/elon-musk')?.forms[0]?.text).toBe('Moschus');
    expect(dataset.claims.get('musk-claim')?.subject).toBe('zweites/elon-musk');
  });

  it('both stand with claims that differ; claims that agree have the evidence of both', () => {
    const differing = createDataset([first, other({}, {})]);
    expect(differing.claims.get('bezos-founded-amazon')?.subject).toBe('jeff-bezos');
    expect(differing.claims.get('zweites/bezos-founded-amazon')?.subject).toBe('elon-musk');
    const agreeing = createDataset([first, other({}, { subject: 'jeff-bezos' })]);
    expect(agreeing.claims.has('zweites/bezos-founded-amazon')).toBe(false);
    const { evidence } = agreeing.claims.get('bezos-founded-amazon')!;
    expect(new Set(evidence.map((place) => agreeing.source(place)?.title))).toEqual(new Set([first.sources[0]!.title, 'Ein anderer Artikel']));
  });
});
