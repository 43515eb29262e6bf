/** A claim of the dataset that the article states in one place and contradicts in another disagrees with itself, whoever is right. */
import type { ClaimNote, ConsistencyCategory, ConsistencyNote, Draft } from '../model.ts';
import { discord } from './discord.ts';

const categoryOf: Readonly<Partial<Record<string, ConsistencyCategory>>> = { quantity: 'quantity', time: 'time' };

/** Only quantity and time: a different actor or object is mostly a different claim. */
export function findClaimDiscord(text: string, claims: readonly Draft<ClaimNote>[]): Draft<ConsistencyNote>[] {
  const stated = new Map<string, Draft<ClaimNote>>();
  for (const claim of claims) if (claim.relation === 'supports' && !stated.has(claim.claim)) stated.set(claim.claim, claim);
  return claims.flatMap((claim) => {
    const category = claim.relation === 'contradicts' && claim.difference && !claim.difference.mayHaveChanged ? categoryOf[claim.difference.field] : undefined;
    const other = stated.get(claim.claim);
    if (!category || !other || (other.begin < claim.end && other.end > claim.begin)) return [];
    return [discord(text, 'consistency.claim', [[other.begin, other.end], [claim.begin, claim.end]], category)];
  });
}
