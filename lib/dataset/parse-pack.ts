/**
 * The way in for a pack as a value: one kept in the store. A file takes `lib/packs/pack-file.ts`, which adds size and checksum. Nothing of it is
 * believed before its depth, its shape and the fit of its parts are checked; what comes out holds copies of known fields only.
 */
import type { Pack } from '../model.ts';
import { checkPack } from './check-pack.ts';
import { packSchema } from './schema.ts';
import { type Valid, validate } from './validate.ts';

/** What a pack from outside may lean on: the virtual module `virtual:randnotiz/packs` gives both. */
export interface Surroundings {
  /** Ids of `lib/claims/predicates.yml`. */
  predicateIds: readonly string[];
  /** Packs whose entities it may refer to without defining them. */
  bundledPacks?: readonly Pack[];
}

/** A pack's own structure is 6 deep: pack, entities, entity, relations, relation, evidence with its fields. */
const deepest = 10;
const mostValues = 2_000_000;
const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Takes what `JSON.parse` gave; gives the reason to refuse it unread (depth, number of values, dangerous keys), if there is one. Walks without recursion, so that depth cannot exhaust the stack. */
export function refusal(value: unknown): { value: string; reason: string } | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > deepest) return { value: '', reason: `is nested deeper than ${deepest} levels` };
    const keys = Array.isArray(next.value) ? [] : Object.keys(next.value);
    const key = keys.find((name) => dangerous.has(name));
    if (key !== undefined) return { value: key, reason: 'is a key that a pack cannot have' };
    const values: readonly unknown[] = Array.isArray(next.value) ? next.value : keys.map((name) => Reflect.get(next.value as object, name) as unknown);
    count += values.length;
    if (count > mostValues) return { value: '', reason: `has more than ${mostValues} values` };
    for (const inner of values) if (typeof inner === 'object') waiting.push({ value: inner, depth: next.depth + 1 });
  }
  return undefined;
}

/**
 * Checks a value that should be a compiled pack.
 * @param value what `JSON.parse` gave.
 * @returns the pack, or all faults of the first check that failed.
 */
export function parsePack(value: unknown, { predicateIds, bundledPacks = [] }: Surroundings): Valid<Pack> {
  const refused = refusal(value);
  if (refused) return { ok: false, faults: [{ path: '', ...refused }] };
  const shaped = validate(packSchema, value);
  if (!shaped.ok) return shaped;
  const known = new Set(bundledPacks.flatMap((pack) => pack.entities.map(({ id }) => id)));
  const faults = checkPack(shaped.value, { predicates: new Set(predicateIds), known });
  return faults.length > 0 ? { ok: false, faults } : shaped;
}
