/** Packs made ready for the engines: looked up by id, each entity and claim knowing its pack. */
import type { Claim, Entity, Evidence, Pack, Source } from '../model.ts';

export interface Dataset {
  packs: readonly Pack[];
  entities: ReadonlyMap<string, Entity & { pack: string }>;
  claims: ReadonlyMap<string, Claim & { pack: string }>;
  /** The article that a place of evidence stands in. */
  source(evidence: Evidence): Source | undefined;
}

/** Makes packs into one dataset. Of two packs with the same id for an entity or claim, the first one stands; nothing is merged. */
export function createDataset(packs: readonly Pack[]): Dataset {
  const entities = new Map<string, Entity & { pack: string }>();
  const claims = new Map<string, Claim & { pack: string }>();
  const sources = new Map<string, Source>();
  const shadowed = new WeakMap<Evidence, Source>();
  for (const pack of packs) {
    for (const entity of pack.entities) if (!entities.has(entity.id)) entities.set(entity.id, { ...entity, pack: pack.id });
    for (const claim of pack.claims) if (!claims.has(claim.id)) claims.set(claim.id, { ...claim, pack: pack.id });
    for (const source of pack.sources) {
      if (!sources.has(source.id)) sources.set(source.id, source);
      else for (const place of evidenceOf(pack)) if (place.source === source.id) shadowed.set(place, source);
    }
  }
  return { packs, entities, claims, source: (evidence) => shadowed.get(evidence) ?? sources.get(evidence.source) };
}

/** Every place of evidence in a pack. Two packs may use one id for different sources: then each place must remember its own. */
function* evidenceOf(pack: Pack): Generator<Evidence> {
  for (const entity of pack.entities) {
    yield* entity.evidence;
    for (const relation of entity.relations) yield* relation.evidence;
  }
  for (const claim of pack.claims) yield* claim.evidence;
  for (const finding of pack.findings) yield* finding.evidence;
}
