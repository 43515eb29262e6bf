/** Packs made ready for the engines: looked up by id, each entity and claim knowing its pack. */
import type { Claim, Evidence, Pack, Source } from '../model.ts';
import { Entities } from './entities.ts';
import { isSameClaim, joinClaims, placesOf, referClaim } from './join-packs.ts';

export interface Dataset {
  packs: readonly Pack[];
  /** The compiled forms of packs that brought them along, by the pack's id (`lib/match/form-table.ts`). */
  tables: ReadonlyMap<string, ArrayBuffer>;
  entities: Entities;
  /** By id; where a later pack says something else under an id, that one by `pack/id`. */
  claims: ReadonlyMap<string, Claim & { pack: string }>;
  /** The article that a place of evidence stands in. */
  source(evidence: Evidence): Source | undefined;
}

/** Makes packs into one dataset. Packs that agree are put together, packs that disagree both stand: `join-packs.ts` says how. `tables` are forms compiled beforehand. */
export function createDataset(packs: readonly Pack[], tables: ReadonlyMap<string, ArrayBuffer> = new Map()): Dataset {
  const entities = new Entities(packs);
  const claims = new Map<string, Claim & { pack: string }>();
  for (const [at, pack] of packs.entries()) {
    for (const raw of pack.claims) {
      const own = { ...referClaim(raw, entities.keysOf(at)), pack: pack.id };
      const known = claims.get(own.id);
      if (!known) claims.set(own.id, own);
      else if (isSameClaim(known, own)) claims.set(own.id, joinClaims(known, own));
      else claims.set(`${pack.id}/${own.id}`, { ...own, id: `${pack.id}/${own.id}` });
    }
  }
  return { packs, tables, entities, claims, source: sourceFinder(packs) };
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
