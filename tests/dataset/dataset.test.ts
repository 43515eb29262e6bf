import { bundledPacks } from 'virtual:randnotiz/packs';
import { expect, it } from 'vitest';
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
