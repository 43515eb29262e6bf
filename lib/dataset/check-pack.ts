/**
 * What a shape cannot say: whether the parts of a pack fit together. Used for packs compiled from `seeds/` and for packs
 * that come from a file, so that both keep the same promises to the engines.
 */
import type { Claim, Entity, Evidence, Pack, Source } from '../model.ts';
import { findingCategories } from './categories.ts';
import { type Fault, type PackFaultCode, showValue } from './fault.ts';
import { cyclesOf } from './hierarchy.ts';

/** What a pack may lean on besides itself. */
export interface PackContext {
  /** Ids of `lib/claims/predicates.yml`. */
  predicates: ReadonlySet<string>;
  /** Entities of packs beside it, which it may speak of. */
  known?: ReadonlySet<string>;
  /** Entities and claims it must not define again, by id, with the place where they are defined. */
  taken?: { entities: ReadonlyMap<string, string>; claims: ReadonlyMap<string, string> };
}

/** A fault within a pack, before anyone knows which file that part came from. */
export type PackFault = Omit<Fault, 'file'>;

function fault(path: string, value: unknown, reason: string, code?: PackFaultCode): PackFault {
  return { path, value: showValue(value), reason, ...(code ? { code } : {}) };
}

type Sources = ReadonlyMap<string, Source>;

/** Ids stand once in their list, and not in another pack's. */
function* checkIds(list: 'entities' | 'claims' | 'sources', rows: readonly { id: string }[], taken?: ReadonlyMap<string, string>): Generator<PackFault> {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) yield fault(`${list}[${id}].id`, id, 'stands twice; an id is used once', 'duplicate');
    const owner = taken?.get(id);
    if (owner !== undefined) yield fault(`${list}[${id}].id`, id, `is already defined in ${owner}; refer to it instead`, 'duplicate');
    seen.add(id);
  }
}

/** Evidence names a source of this pack, once a place; where the pack carries the source's text, the quote stands there to the letter. */
function* checkEvidence(path: string, evidence: readonly Evidence[], sources: Sources): Generator<PackFault> {
  const seen = new Set<string>();
  for (const [index, { source, begin, end, quote }] of evidence.entries()) {
    const text = sources.get(source)?.text;
    if (text !== undefined && text.slice(begin, end) !== quote) {
      yield fault(`${path}.evidence[${index}]`, quote, `does not stand in ${source} at ${begin}, where it says »${showValue(text.slice(begin, end))}«`, 'evidence');
    }
    if (!sources.has(source)) yield fault(`${path}.evidence[${index}].source`, source, 'is not a source of this pack', 'evidence');
    const place = `${source} ${begin} ${end}`;
    if (seen.has(place)) yield fault(`${path}.evidence[${index}]`, quote, 'is the same place twice', 'duplicate');
    seen.add(place);
  }
}

/** Forms can be told apart: within the entity they differ, and no exclusion is idle. */
function* checkForms(entity: Entity): Generator<PackFault> {
  const path = `entities[${entity.id}]`;
  const texts = new Set<string>();
  for (const [index, { text }] of entity.forms.entries()) {
    if (texts.has(text)) yield fault(`${path}.forms[${index}].text`, text, 'stands twice', 'duplicate');
    texts.add(text);
  }
  if (!texts.has(entity.name)) yield fault(`${path}.name`, entity.name, 'must be one of the forms');
  for (const [index, phrase] of entity.excludes.entries()) {
    const idle = entity.forms.every(({ text }) => !phrase.toLowerCase().includes(text.toLowerCase()));
    if (idle) yield fault(`${path}.excludes[${index}]`, phrase, 'contains none of the forms, so it can never exclude anything');
  }
  if (entity.context.length === 0 && entity.forms.every((form) => form.ambiguous)) {
    yield fault(`${path}.context`, '', 'is missing: every form is ambiguous, so without context words the entity could never be found');
  }
}

/** A form of two entities must be declared ambiguous in both: the matcher then asks the context. */
function* checkSharedForms(entities: readonly Entity[]): Generator<PackFault> {
  const owners = new Map<string, string[]>();
  for (const { id, forms } of entities) for (const { text } of forms) owners.set(text, [...new Set([...(owners.get(text) ?? []), id])]);
  for (const entity of entities) {
    for (const [index, form] of entity.forms.entries()) {
      const others = (owners.get(form.text) ?? []).filter((id) => id !== entity.id);
      if (others.length > 0 && !form.ambiguous) {
        yield fault(`entities[${entity.id}].forms[${index}].text`, form.text, `is a form of ${others.join(', ')} too: declare it "ambiguous: true" in each`);
      }
    }
  }
}

/** What belongs to something cannot contain it. */
function* checkHierarchies(entities: readonly Entity[]): Generator<PackFault> {
  for (const { predicate, ring } of cyclesOf(entities)) {
    const at = entities.find(({ id }) => id === ring[0])!.relations.findIndex((relation) => relation.predicate === predicate && relation.to === ring[1]);
    yield fault(`entities[${ring[0]}].relations[${at}]`, ring.join(' → '), `goes in a circle by "${predicate}": take one of these relations out`, 'cycle');
  }
}

function* checkEntity(entity: Entity, known: (id: string) => boolean, context: PackContext, sources: Sources): Generator<PackFault> {
  const path = `entities[${entity.id}]`;
  yield* checkForms(entity);
  yield* checkEvidence(path, entity.evidence, sources);
  for (const [index, relation] of entity.relations.entries()) {
    const at = `${path}.relations[${index}]`;
    if (!context.predicates.has(relation.predicate)) yield fault(`${at}.predicate`, relation.predicate, 'is not in lib/claims/predicates.yml: take one of its ids', 'unknown_reference');
    if (relation.to === entity.id) yield fault(`${at}.to`, relation.to, 'relates the entity to itself', 'cycle');
    else if (!known(relation.to)) yield fault(`${at}.to`, relation.to, 'is not an entity of this pack or of one beside it: define it, or take this out', 'unknown_reference');
    yield* checkEvidence(at, relation.evidence, sources);
  }
}

function* checkClaim(claim: Claim, known: (id: string) => boolean, context: PackContext, sources: Sources): Generator<PackFault> {
  const path = `claims[${claim.id}]`;
  if (!context.predicates.has(claim.predicate)) yield fault(`${path}.predicate`, claim.predicate, 'is not in lib/claims/predicates.yml: take one of its ids', 'unknown_reference');
  if (!known(claim.subject)) yield fault(`${path}.subject`, claim.subject, 'is not an entity of this pack or of one beside it: define it, or take this out', 'unknown_reference');
  const seen = new Set([claim.subject]);
  for (const [index, object] of claim.objects.entries()) {
    if (!known(object)) yield fault(`${path}.objects[${index}]`, object, 'is not an entity of this pack or of one beside it: define it, or take this out', 'unknown_reference');
    if (seen.has(object)) yield fault(`${path}.objects[${index}]`, object, 'is the subject or stands twice');
    seen.add(object);
  }
  const { source, name } = claim.attribution;
  if ((source === 'none') !== (name === undefined)) {
    yield fault(`${path}.attribution`, claim.attribution, 'must have a name exactly when it has a source');
  }
  yield* checkEvidence(path, claim.evidence, sources);
}

/** All that does not fit together in a pack of right shape, in the order of its parts. */
export function checkPack(pack: Pack, context: PackContext): PackFault[] {
  const own = new Set(pack.entities.map(({ id }) => id));
  const known = (id: string): boolean => own.has(id) || (context.known?.has(id) ?? false);
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const faults: PackFault[] = [
    ...checkIds('sources', pack.sources),
    ...checkIds('entities', pack.entities, context.taken?.entities),
    ...checkSharedForms(pack.entities),
    ...checkHierarchies(pack.entities),
    ...checkIds('claims', pack.claims, context.taken?.claims),
  ];
  for (const entity of pack.entities) faults.push(...checkEntity(entity, known, context, sources));
  for (const claim of pack.claims) faults.push(...checkClaim(claim, known, context, sources));
  for (const [index, finding] of pack.findings.entries()) {
    const allowed = findingCategories[finding.kind];
    if (!allowed.includes(finding.category)) faults.push(fault(`findings[${index}].category`, finding.category, `must be one of: ${allowed.join(', ')}`));
    faults.push(...checkEvidence(`findings[${index}]`, finding.evidence, sources));
  }
  return faults;
}
