/** How the names of an article hang together, as the sources tell it: from the cards of the names found. Pure. */
import type { EntityCard } from '../../lib/cards/card.ts';

/** One relation between two names that both stand in the article. */
export interface FoundRelation {
  from: string;
  to: string;
  /** In words, seen from the first: "gründete 2015". */
  label: string;
}

/**
 * The relations between the names found, each pair in one direction only: that of the name that is found first.
 * Cards know a relation from both ends ("gründete", "gegründet von"); what stands there twice in the same words is one.
 */
export function relationsOf(cards: readonly EntityCard[]): readonly FoundRelation[] {
  const order = new Map(cards.map(({ id }, index) => [id, index]));
  const all = cards.flatMap(({ id, relations }) => relations.filter(({ entity }) => entity !== id && order.has(entity)).map(({ entity, label }): FoundRelation => ({ from: id, to: entity, label })));
  const forward = all.filter(({ from, to }) => order.get(from)! < order.get(to)!);
  const told = new Set(forward.map(pairOf));
  const backward = all.filter((relation) => order.get(relation.from)! > order.get(relation.to)! && !told.has(pairOf(relation)));
  const once = new Map([...forward, ...backward].map((relation) => [JSON.stringify(relation), relation]));
  return [...once.values()];
}

/** Both names, whichever comes first. */
function pairOf({ from, to }: FoundRelation): string {
  return JSON.stringify([from, to].sort());
}

/** The names with most relations, at most so many; those found earlier first where they are equal. */
export function mostRelated(relations: readonly FoundRelation[], most: number): readonly string[] {
  const count = new Map<string, number>();
  for (const { from, to } of relations) for (const name of [from, to]) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort((one, other) => other[1] - one[1]).slice(0, most).map(([name]) => name);
}
