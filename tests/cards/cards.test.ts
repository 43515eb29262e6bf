import { describe, expect, it } from 'vitest';
import { claimCard } from '../../lib/cards/claim-card.ts';
import { entityCard } from '../../lib/cards/entity-card.ts';
import inverse from '../../lib/cards/inverse.yml';
import predicates from '../../lib/claims/predicates.yml';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { Claim, Entity, Evidence, Pack } from '../../lib/model.ts';

const evidence = (quote: string, source = 'article'): Evidence => ({ source, begin: 0, end: quote.length, quote });

function entity(id: string, more: Partial<Entity> = {}): Entity {
  return { id, name: id.toUpperCase(), type: 'company', description: `Das ist ${id}.`, forms: [], roles: [], context: [], excludes: [], relations: [], evidence: [evidence(id)], ...more };
}

function claim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id, statement: `${id}.`, subject: 'werft', predicate: 'employs', objects: [], polarity: 'affirmed', central: false, words: [], attribution: { source: 'none' }, evidence: [evidence(`so: ${id}`)], ...more,
  };
}

function datasetOf(pack: Partial<Pack>) {
  return createDataset([{
    schema: 'randnotiz.pack/1', id: 'p', version: '1.0.0', language: 'de', licence: 'CC0', title: 'p', findings: [], entities: [], claims: [],
    sources: [{ id: 'article', title: 'Neues von der Werft', language: 'de', publisherKind: 'Lokalzeitung', date: '2025-10-03', licence: 'CC0' }],
    ...pack,
  }]);
}

describe('entity card', () => {
  const dataset = datasetOf({
    entities: [
      entity('werft', { relations: [{ predicate: 'based-in', to: 'kiel', label: 'hat den Sitz in', evidence: [evidence('in Kiel')] }], link: 'https://de.wikipedia.org/wiki/Werft' }),
      entity('kiel', { type: 'place', relations: [{ predicate: 'part-of', to: 'nowhere', label: 'gehört zu', evidence: [] }] }),
      entity('petersen', { type: 'person', relations: [{ predicate: 'founded', to: 'werft', label: 'gründete 2023', evidence: [evidence('gründete 2023')] }] }),
    ],
    claims: [
      claim('aside', { subject: 'petersen', objects: ['werft'], central: true }),
      claim('minor'),
      claim('central', { central: true, attribution: { source: 'anonymous' }, time: '2025' }),
      claim('foreign', { subject: 'kiel' }),
    ],
  });

  it('says who or what it is, with the outside link apart', () => {
    expect(entityCard(dataset, 'werft')).toMatchObject({ kind: 'entity', name: 'WERFT', type: 'company', description: 'Das ist werft.', link: 'https://de.wikipedia.org/wiki/Werft' });
    expect(entityCard(dataset, 'kiel')).not.toHaveProperty('link');
  });

  it('puts what it is the subject of first, then what carries the article', () => {
    expect(entityCard(dataset, 'werft')?.facts.map((fact) => fact.claim)).toEqual(['central', 'minor', 'aside']);
  });

  it('gives every statement its verbatim words, with title, date and kind of source', () => {
    expect(entityCard(dataset, 'werft')?.facts[0]).toEqual({
      claim: 'central', statement: 'central.', attribution: { source: 'anonymous' }, time: '2025',
      evidence: [{ quote: 'so: central', source: 'Neues von der Werft', date: '2025-10-03', publisher: 'Lokalzeitung' }],
    });
  });

  it('shows relations both ways, the other way round in its own words', () => {
    expect(entityCard(dataset, 'werft')?.relations.map(({ entity, label }) => [entity, label])).toEqual([['kiel', 'hat den Sitz in'], ['petersen', 'gegründet von']]);
    expect(entityCard(dataset, 'kiel')?.relations.map(({ entity, label }) => [entity, label])).toEqual([['werft', 'Sitz von']]);
  });

  it('lets a pack say it in words of its own where the usual ones would claim too much', () => {
    const [werft, ...others] = dataset.packs[0]!.entities;
    const relations = werft!.relations.map((relation) => ({ ...relation, inverse: 'früherer Sitz von' }));
    expect(entityCard(datasetOf({ entities: [{ ...werft!, relations }, ...others] }), 'kiel')?.relations.map(({ label }) => label)).toEqual(['früherer Sitz von']);
  });

  it('leaves out relations to what the dataset does not hold, and knows no unknown id', () => {
    expect(entityCard(dataset, 'kiel')?.relations.some((relation) => relation.entity === 'nowhere')).toBe(false);
    expect(entityCard(dataset, 'nowhere')).toBeUndefined();
  });

  it('says one pair once when both name the other', () => {
    const mutual = datasetOf({
      entities: [
        entity('a', { relations: [{ predicate: 'works-with', to: 'b', label: 'arbeitet mit', evidence: [] }] }),
        entity('b', { relations: [{ predicate: 'works-with', to: 'a', label: 'arbeitet mit', evidence: [] }] }),
      ],
    });
    expect(entityCard(mutual, 'a')?.relations).toHaveLength(1);
  });
});

describe('claim card', () => {
  const dataset = datasetOf({
    entities: [entity('werft'), entity('kiel')],
    claims: [
      claim('sixty', { quantity: { value: 60, unit: 'people' }, objects: ['kiel', 'nowhere'] }),
      claim('hundred', { quantity: { value: 100, unit: 'people' } }),
      claim('money', { quantity: { value: 5, unit: 'EUR' } }),
      claim('other', { subject: 'kiel', quantity: { value: 60, unit: 'people' } }),
      claim('same-object', { objects: ['kiel'] }),
    ],
  });

  it('lays other statements on the same matter beside it', () => {
    expect(claimCard(dataset, 'sixty')?.others.map((fact) => fact.claim)).toEqual(['hundred', 'same-object']);
  });

  it('leads to those it is about, as far as the dataset holds them', () => {
    expect(claimCard(dataset, 'sixty')).toMatchObject({ subject: { entity: 'werft', name: 'WERFT' }, objects: [{ entity: 'kiel', name: 'KIEL' }] });
    expect(claimCard(dataset, 'unknown')).toBeUndefined();
  });
});

describe('inverse labels', () => {
  const ids = (table: unknown) => (table as { entries: { id: string }[] }).entries.map(({ id }) => id);

  it('stand for every predicate, sorted and once', () => {
    expect(ids(inverse)).toEqual([...new Set(ids(inverse))].sort());
    expect(ids(inverse)).toEqual(ids(predicates).sort());
  });
});
