import type { Dataset } from '../dataset/dataset.ts';
import type { Claim } from '../model.ts';
import type { ClaimCard } from './card.ts';
import { factOf, linkTo } from './facts.ts';

/** More than this many further statements would bury the one that is asked for. */
const furtherStatements = 5;

/**
 * Takes a dataset and a claim's id. Gives its statement with the verbatim words, whom it is about, and what else the sources say
 * of the same matter, or undefined for an unknown id. Linear in the size of the dataset.
 */
export function claimCard(dataset: Dataset, id: string): ClaimCard | undefined {
  const claim = dataset.claims.get(id);
  if (!claim) return undefined;
  const others = [...dataset.claims.values()].filter((other) => other.id !== id && isSameMatter(claim, other)).slice(0, furtherStatements);
  return {
    kind: 'claim',
    id,
    fact: factOf(claim, dataset),
    subject: linkTo(claim.subject, dataset) ?? { entity: claim.subject, name: claim.subject },
    objects: claim.objects.flatMap((object) => linkTo(object, dataset) ?? []),
    others: others.map((other) => factOf(other, dataset)),
  };
}

/** The same subject and predicate, and either figures of one unit or an object in common: what a reader would lay side by side. */
function isSameMatter(one: Claim, other: Claim): boolean {
  if (one.subject !== other.subject || one.predicate !== other.predicate) return false;
  if (one.quantity && one.quantity.unit === other.quantity?.unit) return true;
  return one.objects.some((object) => other.objects.includes(object));
}
