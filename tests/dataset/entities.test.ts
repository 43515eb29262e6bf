import { expect, it } from 'vitest';
import { createDataset } from '../../lib/dataset/dataset.ts';
import { Entities } from '../../lib/dataset/entities.ts';
import { matchEntities } from '../../lib/match/match-entities.ts';
import { compileForms } from '../../lib/match/form-table.ts';
import type { Entity, Pack } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';

const entity = (id: string, fields: Partial<Entity> = {}): Entity => ({
  id, name: id, type: 'company', description: '', forms: [{ text: id, inflection: 'name' }], roles: [], context: [], excludes: [], relations: [], evidence: [], ...fields,
});
const pack = (id: string, entities: readonly Entity[]): Pack => ({ schema: 'randnotiz.pack/1', id, version: '1.0.0', language: 'de', licence: '', title: id, sources: [], entities, claims: [], findings: [] });

it('makes only the entities that an article names', () => {
  let made = 0;
  const counted = (raw: Entity): Entity => new Proxy(raw, { ownKeys: (target) => { made += 1; return Reflect.ownKeys(target); } });
  const many = pack('viele', Array.from({ length: 5000 }, (_, at) => counted(entity(`e${at}`, { forms: [{ text: `Werk${at} Nord`, inflection: 'name' }] }))));
  const found = matchEntities(readText('Werk7 Nord beliefert Werk4999 Nord und Werk5000 Nord.'), createDataset([many], new Map([[many.id, compileForms(many.entities)]])));
  expect(found.map(({ entity: id, pack: of }) => [id, of])).toEqual([['e7', 'viele'], ['e4999', 'viele']]);
  expect(made).toBe(2);
});

it('gives the same object each time, by place, by id and among all', () => {
  const entities = new Entities([pack('eins', [entity('a'), entity('b')]), pack('leer', []), pack('zwei', [entity('c'), entity('b'), entity('d')])]);
  expect([entities.size, [...entities.keys()], entities.values().map(({ id, pack: of }) => `${of} ${id}`)]).toEqual([4, ['a', 'b', 'c', 'd'], ['eins a', 'eins b', 'zwei c', 'zwei d']]);
  expect([0, 1, 2, 4].map((place) => entities.at(place))).toEqual(entities.values());
  for (const one of entities.values()) expect(entities.get(one.id)).toBe(one);
  expect([[...entities.joined], [0, 1, 2, 3, 4].map((place) => entities.isApart(place))]).toEqual([[1], [true, false, true, false, true]]);
});

it('puts together what three packs say of one thing', () => {
  const of = (id: string, role: string, description = '') => pack(id, [entity('a', { roles: [role], description })]);
  const entities = new Entities([of('eins', 'x'), of('zwei', 'y'), of('drei', 'z', 'anders')]);
  expect(entities.get('a')).toMatchObject({ pack: 'eins', roles: ['x', 'y', 'z'] });
  expect(entities.accounts.get('a')?.map(({ pack: by }) => by)).toEqual(['eins', 'drei']);
  expect(entities.filter(({ roles }) => roles.includes('z'))).toEqual([entities.get('a')]);
});
