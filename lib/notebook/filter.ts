/** Which flags the notebook shows, and in which order. */
import type { Flag, Stance } from '../model.ts';
import { isInBin } from './bin.ts';
import { compareText } from './order.ts';

/** What is not named does not narrow; several values of one kind are alternatives, except tags, which must all be there. */
export interface FlagFilter {
  sites?: readonly string[];
  /** Address of an article. */
  address?: string;
  /** Dataset ids of entities; needs `entitiesOf`. */
  entities?: readonly string[];
  stances?: readonly Stance[];
  tags?: readonly string[];
  /** Flagged at this time or later, and before that one (ms). */
  from?: number;
  to?: number;
  /** `only`: the bin; else the bin stays shut. */
  bin?: 'only';
}

/** Takes a filter and what finds the entities in a flag's words; gives whether a flag passes. */
export function createFilter(filter: FlagFilter, entitiesOf: (flag: Flag) => readonly string[] = () => []): (flag: Flag) => boolean {
  const sites = filter.sites && new Set(filter.sites);
  const stances = filter.stances && new Set(filter.stances);
  const { entities, tags = [], address, from = -Infinity, to = Infinity, bin } = filter;
  return (flag) =>
    isInBin(flag) === (bin === 'only') &&
    (!sites || sites.has(flag.page.site)) &&
    (address === undefined || flag.page.address === address) &&
    (!stances || stances.has(flag.stance)) &&
    tags.every((tag) => flag.tags.includes(tag)) &&
    flag.created >= from &&
    flag.created < to &&
    (!entities || entitiesOf(flag).some((id) => entities.includes(id)));
}

export type FlagOrder = 'newest' | 'oldest' | 'changed' | 'article' | 'stance' | 'deleted';

const stanceOrder: Readonly<Record<Stance, number>> = { doubtful: 0, unsure: 1, confirmed: 2 };

/** Takes flags; gives them sorted. Equals stand in the order of their ids, so that the list never flickers. */
export function sortFlags(flags: readonly Flag[], order: FlagOrder): Flag[] {
  const by: Readonly<Record<FlagOrder, (one: Flag, other: Flag) => number>> = {
    newest: (one, other) => other.created - one.created,
    oldest: (one, other) => one.created - other.created,
    changed: (one, other) => other.changed - one.changed,
    article: (one, other) => compareText(one.page.title, other.page.title) || compareText(one.page.address, other.page.address) || one.position.start - other.position.start,
    stance: (one, other) => stanceOrder[one.stance] - stanceOrder[other.stance] || other.created - one.created,
    deleted: (one, other) => (other.deleted ?? 0) - (one.deleted ?? 0),
  };
  return flags.toSorted((one, other) => by[order](one, other) || compareText(one.id, other.id));
}

export interface Facet {
  value: string;
  count: number;
}

/** Takes flags; gives which sites, tags and stances they have and how many of each, the most frequent first: what the filters offer. */
export function facetsOf(flags: readonly Flag[]): Record<'sites' | 'tags' | 'stances', Facet[]> {
  return {
    sites: countFacets(flags.map(({ page }) => page.site)),
    tags: countFacets(flags.flatMap(({ tags }) => tags)),
    stances: countFacets(flags.map(({ stance }) => stance)),
  };
}

/** How often each value stands in a list, the most frequent first. */
export function countFacets(values: readonly string[]): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, number]) => ({ value, count: number })).sort((one, other) => other.count - one.count || compareText(one.value, other.value));
}
