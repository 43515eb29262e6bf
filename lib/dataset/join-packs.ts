/**
 * When two packs use one id. The id of an entity is shared by all packs (`seeds/README.md`): whoever has the same id, type and a name in common
 * means the same thing. Then its names are put together, and each pack's own words for it are kept as an account, shown by source. Whoever has
 * nothing but the id in common means something else, and gets a key of its own: `pack/id`, which no id can be.
 *
 * Claims with one id are one claim only where they say the same; its evidence then is that of both. Otherwise both stand.
 */
import type { Claim, Entity, Evidence, Relation } from '../model.ts';

/** Whether two entities of one id are the same thing. */
export function isSameThing(one: Entity, other: Entity): boolean {
  if (one.type !== other.type) return false;
  const names = new Set(one.forms.map(({ text }) => text.toLowerCase()));
  return other.forms.some(({ text }) => names.has(text.toLowerCase()));
}

/** Whether two packs describe the same thing alike, so that one account is enough. */
export function isSameAccount(one: Entity, other: Entity): boolean {
  return one.name === other.name && one.description === other.description && one.link === other.link;
}

/** The first's words for it; the names, relations and evidence of both. */
export function joinEntities<One extends Entity>(first: One, other: Entity): One {
  return {
    ...first,
    forms: [...first.forms, ...other.forms.filter(({ text }) => first.forms.every((form) => form.text !== text))],
    roles: union(first.roles, other.roles),
    context: union(first.context, other.context),
    excludes: union(first.excludes, other.excludes),
    relations: joinRelations(first.relations, other.relations),
    evidence: [...first.evidence, ...other.evidence],
  };
}

function joinRelations(first: readonly Relation[], others: readonly Relation[]): Relation[] {
  const isSame = (one: Relation, other: Relation): boolean => one.predicate === other.predicate && one.to === other.to;
  const joined = first.map((relation) => ({ ...relation, evidence: [...relation.evidence, ...others.filter((other) => isSame(relation, other)).flatMap(({ evidence }) => evidence)] }));
  return [...joined, ...others.filter((other) => !first.some((relation) => isSame(relation, other)))];
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

/** Whether two claims say the same, whatever their evidence and the words that help to find them. */
export function isSameClaim(one: Claim, other: Claim): boolean {
  const said = ({ statement, subject, predicate, objects, quantity, time, polarity, attribution }: Claim): string =>
    JSON.stringify([statement, subject, predicate, objects, quantity?.value, quantity?.unit, quantity?.vague, time, polarity, attribution.source, attribution.name]);
  return said(one) === said(other);
}

/** The first claim with the evidence of both. */
export function joinClaims<One extends Claim>(first: One, other: Claim): One {
  return { ...first, words: union(first.words, other.words), evidence: [...first.evidence, ...other.evidence] };
}

/** Takes what an id stands for in a pack; gives the rows with every reference put right. */
export function refer(id: string, keys: ReadonlyMap<string, string>): string {
  return keys.get(id) ?? id;
}

/** An entity with its relations put right. */
export function referEntity<One extends Entity>(entity: One, keys: ReadonlyMap<string, string>): One {
  return keys.size === 0 ? entity : { ...entity, relations: entity.relations.map((relation) => ({ ...relation, to: refer(relation.to, keys) })) };
}

/** A claim with its subject and objects put right. */
export function referClaim<One extends Claim>(claim: One, keys: ReadonlyMap<string, string>): One {
  return keys.size === 0 ? claim : { ...claim, subject: refer(claim.subject, keys), objects: claim.objects.map((id) => refer(id, keys)) };
}

/** Every place of evidence of some rows. */
export function* placesOf(rows: Iterable<{ evidence: readonly Evidence[]; relations?: readonly Relation[] }>): Generator<Evidence> {
  for (const { evidence, relations } of rows) {
    yield* evidence;
    for (const relation of relations ?? []) yield* relation.evidence;
  }
}
