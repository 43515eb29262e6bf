import type { Dataset } from '../dataset/dataset.ts';
import type { Claim, Entity } from '../model.ts';
import type { CardRelation, EntityCard } from './card.ts';
import { evidenceOf, factOf, linkTo } from './facts.ts';
import inverseTable from './inverse.yml';

const inverse = new Map((inverseTable as { entries: readonly { id: string; label: string }[] }).entries.map(({ id, label }) => [id, label]));

/**
 * Takes a dataset and an entity's id. Gives who or what it is, what the sources say of it and how it relates to others,
 * or undefined for an unknown id. Linear in the size of the dataset.
 */
export function entityCard(dataset: Dataset, id: string): EntityCard | undefined {
  const entity = dataset.entities.get(id);
  if (!entity) return undefined;
  return {
    kind: 'entity',
    id,
    name: entity.name,
    type: entity.type,
    description: entity.description,
    facts: claimsAbout(dataset, id).map((claim) => factOf(claim, dataset)),
    relations: relationsOf(dataset, entity),
    ...(entity.link ? { link: entity.link } : {}),
    ...accountsOf(dataset, id),
  };
}

/** Packs that describe it differently stand side by side, each under its title. */
function accountsOf(dataset: Dataset, id: string): Pick<EntityCard, 'accounts'> {
  const accounts = dataset.entities.accounts.get(id);
  const titleOf = (pack: string) => dataset.packs.find((one) => one.id === pack)?.title ?? pack;
  return accounts ? { accounts: accounts.map(({ name, description, pack }) => ({ name, description, pack: titleOf(pack) })) } : {};
}

/** Claims with it as subject come first, then those that carry the article's thread; otherwise in the dataset's order. */
function claimsAbout(dataset: Dataset, id: string): readonly Claim[] {
  const rank = (claim: Claim) => (claim.subject === id ? 0 : 2) + (claim.central ? 0 : 1);
  return [...dataset.claims.values()]
    .filter((claim) => claim.subject === id || claim.objects.includes(id))
    .sort((a, b) => rank(a) - rank(b));
}

/** Its own relations, then those of others to it, unless it already names that other itself: one pair, one way round. */
function relationsOf(dataset: Dataset, entity: Entity): readonly CardRelation[] {
  const own = entity.relations.flatMap((relation) => {
    const to = linkTo(relation.to, dataset);
    return to ? [{ ...to, label: relation.label, evidence: evidenceOf(relation.evidence, dataset) }] : [];
  });
  const named = new Set(own.map((relation) => relation.entity));
  const toward: CardRelation[] = [];
  for (const other of dataset.entities.filter(({ relations }) => relations.length > 0)) {
    if (other.id === entity.id || named.has(other.id)) continue;
    for (const relation of other.relations) {
      if (relation.to !== entity.id) continue;
      const label = relation.inverse ?? inverse.get(relation.predicate) ?? relation.label;
      toward.push({ entity: other.id, name: other.name, label, evidence: evidenceOf(relation.evidence, dataset) });
    }
  }
  return [...own, ...toward];
}
