/** The article against itself: numbers, claims, posts and names that do not go together. Few and certain. */
import type { AttributionNote, ClaimNote, ConsistencyNote, Draft, EntityNote, Rule } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { findClaimDiscord } from './claims-apart.ts';
import { discordRules } from './discord.ts';
import { findNumberDiscord } from './numbers.ts';
import { findNameDiscord, findRoleDiscord, fullNames } from './people.ts';
import { countedFacts } from './sentence-facts.ts';
import { findTermDiscord } from './terms.ts';

export const consistencyRules: readonly Rule[] = discordRules.map(({ id, kind, category, doc, on, precision }) => ({ id, kind, category, doc, on, ...(precision ? { precision } : {}) }));

/** Finds places of one article that disagree with each other; in order of begin. */
export function findInconsistencies(
  reading: Reading,
  entities: readonly Draft<EntityNote>[],
  attributions: readonly Draft<AttributionNote>[],
  claims: readonly Draft<ClaimNote>[],
): Draft<ConsistencyNote>[] {
  const names = fullNames(reading);
  const found = [
    ...findNumberDiscord(reading, countedFacts(reading, entities, attributions)),
    ...findClaimDiscord(reading.text, claims),
    ...findNameDiscord(reading, names),
    ...findRoleDiscord(reading, names),
    ...findTermDiscord(reading.text, entities),
  ];
  return found.sort((a, b) => a.begin - b.begin || b.end - a.end);
}
