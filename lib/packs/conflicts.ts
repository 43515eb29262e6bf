/**
 * Where a pack says something else than those beside it. Nothing is decided here: the preview shows each conflict with both sides, and once the
 * pack is installed, cards show both by their source.
 */
import type { Claim, Entity, Pack } from '../model.ts';
import { isSame } from '../notebook/canonical.ts';

export type ConflictKind =
  /** One id, described differently. */
  | 'entity'
  /** One name that means two things. */
  | 'form'
  /** One id, asserted differently. */
  | 'claim'
  /** Two claims on the same matter that cannot both be right: other figure, time or polarity. */
  | 'statement';

export interface Conflict {
  kind: ConflictKind;
  /** The entity or claim of the pack that comes. */
  id: string;
  /** In what they differ: a field of entity or claim. */
  field: string;
  here: string;
  /** What the other pack says, and its title. */
  there: string;
  pack: string;
}

const entityFields = ['name', 'type', 'description'] as const satisfies readonly (keyof Entity)[];
const claimFields = ['statement', 'subject', 'predicate', 'quantity', 'time', 'polarity'] as const satisfies readonly (keyof Claim)[];

/** Takes the pack that comes and those that are there (its own earlier version left out); gives every conflict. Linear in all their rows. */
export function findConflicts(pack: Pack, others: readonly Pack[]): Conflict[] {
  return others.filter(({ id }) => id !== pack.id).flatMap((other) => [...entityConflicts(pack, other), ...claimConflicts(pack, other)]);
}

function* entityConflicts(pack: Pack, other: Pack): Generator<Conflict> {
  const known = new Map(other.entities.map((entity) => [entity.id, entity]));
  const owners = new Map(other.entities.flatMap((entity) => entity.forms.filter((form) => !form.ambiguous).map((form) => [form.text, entity] as const)));
  for (const entity of pack.entities) {
    const twin = known.get(entity.id);
    if (twin) yield* differing('entity', entity, twin, entityFields, other.title);
    for (const { text, ambiguous } of entity.forms) {
      const owner = owners.get(text);
      if (owner && owner.id !== entity.id && !ambiguous) yield { kind: 'form', id: entity.id, field: 'forms', here: `${text}: ${entity.description}`, there: `${text}: ${owner.description}`, pack: other.title };
    }
  }
}

function* claimConflicts(pack: Pack, other: Pack): Generator<Conflict> {
  const known = new Map(other.claims.map((claim) => [claim.id, claim]));
  const matters = new Map<string, Claim[]>();
  for (const claim of other.claims) for (const matter of mattersOf(claim)) matters.set(matter, [...(matters.get(matter) ?? []), claim]);
  for (const claim of pack.claims) {
    const twin = known.get(claim.id);
    if (twin) yield* differing('claim', claim, twin, claimFields, other.title);
    const rivals = new Set(mattersOf(claim).flatMap((matter) => matters.get(matter) ?? []));
    for (const rival of rivals) {
      const field = rival.id === claim.id ? undefined : apart(claim, rival);
      if (field) yield { kind: 'statement', id: claim.id, field, here: claim.statement, there: rival.statement, pack: other.title };
    }
  }
}

/** Keys under which two claims are on the same matter: the same figure of somebody, or the same deed to somebody. */
function mattersOf({ subject, predicate, quantity, objects }: Claim): string[] {
  return quantity ? [`${subject} ${predicate} # ${quantity.unit}`] : objects.map((object) => `${subject} ${predicate} ${object}`);
}

function apart(one: Claim, other: Claim): string | undefined {
  if (one.polarity !== other.polarity) return 'polarity';
  if (one.time !== undefined && other.time !== undefined && one.time !== other.time) return one.quantity ? undefined : 'time';
  return one.quantity && other.quantity && one.quantity.value !== other.quantity.value && !one.quantity.vague && !other.quantity.vague ? 'quantity' : undefined;
}

function* differing<One extends { id: string }>(kind: ConflictKind, here: One, there: One, fields: readonly (keyof One & string)[], pack: string): Generator<Conflict> {
  for (const field of fields) {
    if (!isSame(here[field] ?? null, there[field] ?? null)) yield { kind, id: here.id, field, here: said(here[field]), there: said(there[field]), pack };
  }
}

function said(value: unknown): string {
  return value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}
