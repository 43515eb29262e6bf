/** Packs made ready for the engines: looked up by id, each entity and claim knowing its pack. */
import type { Claim, Entity, Evidence, Pack, Source } from '../model.ts';
import { isSameAccount, isSameClaim, isSameThing, joinClaims, joinEntities, placesOf, referClaim, referEntity } from './join-packs.ts';

export interface Dataset {
  packs: readonly Pack[];
  /** The compiled forms of packs that brought them along, by the pack's id (`lib/match/form-table.ts`). */
  tables: ReadonlyMap<string, ArrayBuffer>;
  /** By id; where a later pack means something else by an id, that one by `pack/id`. */
  entities: ReadonlyMap<string, Entity & { pack: string }>;
  /** By id; where a later pack says something else under an id, that one by `pack/id`. */
  claims: ReadonlyMap<string, Claim & { pack: string }>;
  /** Where packs describe an id differently: what each says of it. */
  accounts: ReadonlyMap<string, readonly (Entity & { pack: string })[]>;
  /** The article that a place of evidence stands in. */
  source(evidence: Evidence): Source | undefined;
}

/** Makes packs into one dataset. Packs that agree are put together, packs that disagree both stand: `join-packs.ts` says how. `tables` are forms compiled beforehand. */
export function createDataset(packs: readonly Pack[], tables: ReadonlyMap<string, ArrayBuffer> = new Map()): Dataset {
  const entities = new Map<string, Entity & { pack: string }>();
  const claims = new Map<string, Claim & { pack: string }>();
  const accounts = new Map<string, (Entity & { pack: string })[]>();
  for (const pack of packs) {
    const keys = new Map(pack.entities.filter((entity) => isTaken(entities, entity)).map(({ id }) => [id, `${pack.id}/${id}`]));
    for (const raw of pack.entities) {
      const own = { ...referEntity(raw, keys), pack: pack.id };
      const key = keys.get(own.id);
      const known = entities.get(own.id);
      if (known) keepAccount(accounts, known, own);
      if (key !== undefined) entities.set(key, { ...own, id: key });
      else entities.set(own.id, known ? joinEntities(known, own) : own);
    }
    for (const raw of pack.claims) {
      const own = { ...referClaim(raw, keys), pack: pack.id };
      const known = claims.get(own.id);
      if (!known) claims.set(own.id, own);
      else if (isSameClaim(known, own)) claims.set(own.id, joinClaims(known, own));
      else claims.set(`${pack.id}/${own.id}`, { ...own, id: `${pack.id}/${own.id}` });
    }
  }
  return { packs, tables, entities, claims, accounts, source: sourceFinder(packs) };
}

function isTaken(entities: ReadonlyMap<string, Entity>, entity: Entity): boolean {
  const known = entities.get(entity.id);
  return known !== undefined && !isSameThing(known, entity);
}

function keepAccount(accounts: Map<string, (Entity & { pack: string })[]>, first: Entity & { pack: string }, other: Entity & { pack: string }): void {
  const known = accounts.get(other.id) ?? [first];
  if (!known.some((one) => isSameAccount(one, other))) accounts.set(other.id, [...known, other]);
}

/** Two packs may use one id for different sources: then each place must remember its own. */
function sourceFinder(packs: readonly Pack[]): Dataset['source'] {
  const sources = new Map<string, Source>();
  const shadowed = new WeakMap<Evidence, Source>();
  for (const pack of packs) {
    for (const source of pack.sources) {
      if (!sources.has(source.id)) sources.set(source.id, source);
      else for (const place of placesOf([...pack.entities, ...pack.claims, ...pack.findings])) if (place.source === source.id) shadowed.set(place, source);
    }
  }
  return (evidence) => shadowed.get(evidence) ?? sources.get(evidence.source);
}
