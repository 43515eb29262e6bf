/**
 * Compares one sentence with one claim, field by field. First: is it the same statement at all (subject, predicate, objects,
 * figure, content words; how much is needed depends on what the claim consists of)? Then: does a field exclude the other?
 * In doubt nothing is said; a contradiction needs its subject by name or role, never by a pronoun.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { ClaimDifference, ClaimField, EntityType } from '../model.ts';
import { type ClaimVerdict, hullOf, Measures } from './claim-verdict.ts';
import type { IndexedClaim } from './claim-index.ts';
import { hasCompanions, hasCopula, hasOtherScope, isExclusive, speaksOfTruth } from './polarity.ts';
import { predicateClasses } from './predicates.ts';
import { findQuantities } from './quantities.ts';
import type { Participant, Statement } from './statements.ts';
import type { TouchedStems } from './claim-stems.ts';

/** Predicates that speak of what is wanted or expected: intent does not weaken them. */
const intentional: ReadonlySet<string> = new Set(['aims-at', 'can', 'expects', 'interested-in', 'plans', 'proposes', 'requires', 'reshapes', 'used-in']);
const groups: ReadonlySet<EntityType> = new Set(['company', 'organisation', 'project']);

export interface Comparison {
  text: string;
  dataset: Dataset;
  statement: Statement;
  /** The claims' stems that the sentence touches. */
  touched: TouchedStems;
  /** Claims with the same subject and predicate, which a figure may mean instead. */
  siblings(indexed: IndexedClaim): readonly IndexedClaim[];
}

/** The relation of the sentence to the claim, or nothing. Of questions, and of claims that `ClaimFinder` does not find, nothing is to be asked. */
export function compareClaim(comparison: Comparison, indexed: IndexedClaim): ClaimVerdict | undefined {
  const { statement } = comparison;
  if (indexed.measure && namesOtherMeasure(statement, indexed)) return undefined;
  const found = new Measures(statement, comparison.touched, indexed);
  if (found.subject === undefined) return subjectSwapped(comparison, indexed, found);
  if (found.subject.aside) return undefined;
  if (found.subject.denied) return subjectDenied(comparison, indexed, found);
  const otherFigure = figureDiffers(comparison, indexed, found);
  if (otherFigure) return otherFigure;
  if (found.time === 'other' && found.objectShare === 1 && indexed.keyObjects.length > 0 && found.predicate?.strength === 1 && isSure(found.subject)) {
    return contradiction(comparison, indexed, found, 'time', textOf(comparison, found.year!), indexed.claim.time!);
  }
  if (saysNoneAtAll(comparison, indexed, found)) return polarityDiffers(comparison, indexed, found);
  const strength = sameness(indexed, found);
  if (strength === 0 || !speaksOfSubject(statement, indexed, found)) return objectSwapped(comparison, indexed, found);
  if (found.time === 'other' || isHalfNegated(statement, found)) return undefined;
  if (isNegatedHere(statement, found) !== (indexed.claim.polarity === 'negated')) return polarityDiffers(comparison, indexed, found);
  const intended = isIntendedHere(statement, indexed);
  const relation = intended || found.quantity.verdict === 'unsure' ? 'mentions' : 'supports';
  return { relation, confidence: Math.min(0.95, 0.5 + strength / 8) * (found.subject.how === 'inherited' ? 0.85 : 1), ...hull(statement, found) };
}

/** Whether the sentence makes the claim's statement, polarity and time aside: 0 for no, else how strongly (about 1 to 4). */
function sameness(indexed: IndexedClaim, found: Measures): number {
  const predicate = found.predicate?.strength ?? 0;
  const words = found.share;
  const hasObjects = indexed.keyObjects.length > 0;
  if (isIncidental(indexed) && found.quantity.verdict === 'other') return 0;
  const enoughObjects = indexed.keyObjects.length < 3 ? found.objectShare === 1 : found.objectShare >= 0.6;
  const sum = predicate + 1.5 * words + (hasObjects ? 1.2 * found.objectShare : 0) + (found.quantity.verdict === 'same' ? 1.5 : 0);
  if (indexed.claim.quantity && !isIncidental(indexed)) {
    if (found.quantity.verdict !== 'same' && found.quantity.verdict !== 'unsure') return 0;
    if (hasObjects && found.objectShare === 0 && predicate < 1) return 0;
    return predicate >= 0.5 || words >= 0.3 || (found.quantity.verdict === 'same' && indexed.claim.quantity.unit.length === 3) ? sum : 0;
  }
  if (hasObjects) return enoughObjects && (predicate === 1 || words >= 0.3 || (predicate > 0 && (words >= 0.15 || found.together))) ? sum : 0;
  if (indexed.claim.predicate === 'is-a') return found.concepts !== 'missing' && words >= 0.5 ? sum : 0;
  const withConcept = found.concepts === 'named' ? words + 0.15 : words;
  if (predicate > 0) return withConcept >= (predicate === 1 ? (indexed.ownWords <= 3 && isSure(found.subject) ? 0.15 : 0.3) : 0.36) ? sum : 0;
  return words >= 0.6 && found.shared.length > 1 ? sum : 0;
}

/**
 * Whether what the sentence says is said of the subject: it stands in the clause of the predicate (or of the shared words), or
 * that clause names nobody else, as in `…, sagte Bezos`. For `is` a copula and the words must
 * stand in the subject's own clause: an apposition (`die Firma X`) only names it.
 */
function speaksOfSubject(statement: Statement, { claim }: IndexedClaim, found: Measures): boolean {
  const subject = found.subject!;
  const own = statement.clauseOf(subject);
  if (claim.predicate === 'is-a') return isSure(subject) && hasCopula(statement.clauses[own]?.words ?? []) && found.shared.every((word) => statement.clauseOf(word) === own);
  const carrying = statement.clauseOf(found.predicate ?? found.shared[0] ?? subject);
  if (carrying === own) return true;
  const clause = statement.clauses[carrying];
  return clause === undefined || !statement.participants.some((one) => one.acts && one.id !== claim.subject && !claim.objects.includes(one.id) && one.begin >= clause.begin && one.begin < clause.end);
}

/** A small number of people beside named objects says who, not how many: it may be left out. */
function isIncidental({ claim, keyObjects }: IndexedClaim): boolean {
  return claim.quantity?.unit === 'people' && claim.quantity.value < 10 && keyObjects.length > 0;
}

/** Whether the predicate is only wanted or possible: a verb of it stands in such a clause (`will einsammeln`; not `will mit seinem Startkapital …`). */
function isIntendedHere(statement: Statement, { claim }: IndexedClaim): boolean {
  if (intentional.has(claim.predicate)) return false;
  return statement.signsOf(claim.predicate).some((sign) => !sign.noun && statement.clauses[statement.clauseOf(sign)]?.intended === true);
}

/** `hat kein Startkapital erhalten`, where the claim names a sum: the negating article stands right before a sure word of the predicate. */
function saysNoneAtAll({ statement }: Comparison, { claim }: IndexedClaim, found: Measures): boolean {
  if (!claim.quantity || claim.polarity === 'negated' || found.quantity.verdict !== 'absent') return false;
  const signs = statement.signsOf(claim.predicate);
  return signs.some((sign) => {
    const at = statement.words.findIndex((word) => word.begin === sign.begin);
    return signs.some((sure) => sure.strength === 1 && statement.clauseOf(sure) === statement.clauseOf(sign)) && statement.words.slice(Math.max(0, at - 2), at).some((word) => /^(?:keine?[nmrs]?|no)$/.test(word.lower));
  });
}

/** A sum of another kind, for a claim whose predicate tells the kind: valuation where the claim speaks of funding. */
function namesOtherMeasure(statement: Statement, { claim }: IndexedClaim): boolean {
  return statement.signs.some(({ id, measure, strength }) => measure && strength === 1 && id !== claim.predicate);
}

/** Another figure for the same thing: same subject, a sure predicate in the figure's clause, no other scope, no sibling claim with that figure. */
function figureDiffers(comparison: Comparison, indexed: IndexedClaim, found: Measures): ClaimVerdict | undefined {
  const { statement } = comparison;
  const { stated, verdict } = found.quantity;
  const there = indexed.claim.quantity;
  if (!there) return undefined;
  if (verdict !== 'other' || !stated || !isSure(found.subject)) return undefined;
  const deniedSame = statement.quantities.find((quantity) => quantity.denied && quantity.unit === there.unit && quantity.value === there.value);
  const own = statement.clauseOf(stated);
  const clause = statement.clauses[own];
  const sign = statement.signsOf(indexed.claim.predicate).find((one) => one.strength === 1 && (statement.clauseOf(one) === own || statement.clauses.length === 1 || Math.abs(one.begin - stated.begin) < 60));
  if (!clause || (!sign && !deniedSame) || clause.intended || hasOtherScope(clause.words)) return undefined;
  if (isIncidental(indexed) && found.objectShare < 1) return undefined;
  if (nearestGroup(comparison, stated, indexed)?.id !== indexed.claim.subject && groups.has(indexed.subjectType ?? 'concept')) return undefined;
  if (comparison.siblings(indexed).some((other) => other.claim.quantity?.unit === there.unit && new Measures(statement, comparison.touched, other).quantity.verdict === 'same')) return undefined;
  return contradiction(comparison, indexed, found, 'quantity', textOf(comparison, stated), figureThere(indexed));
}

/** The company or the like that stands nearest to a figure in its clause, the claim's objects aside; else in the sentence. */
function nearestGroup(comparison: Comparison, place: { begin: number }, indexed: IndexedClaim): Participant | undefined {
  const { statement, dataset } = comparison;
  const clause = statement.clauses[statement.clauseOf(place)];
  const all = statement.participants.filter((one) => groups.has(dataset.entities.get(one.id)?.type ?? 'concept') && !indexed.claim.objects.includes(one.id));
  const inside = all.filter((one) => clause && one.begin >= clause.begin && one.begin < clause.end);
  return (inside.length > 0 ? inside : all).toSorted((a, b) => Math.abs(a.begin - place.begin) - Math.abs(b.begin - place.begin))[0];
}

/** The subject stands in the denied part: `nicht X, sondern Y`. */
function subjectDenied(comparison: Comparison, indexed: IndexedClaim, found: Measures): ClaimVerdict | undefined {
  const instead = otherOfType(comparison, indexed, indexed.subjectType);
  if (sameness(indexed, found) === 0 || !isSure(found.subject)) return undefined;
  return contradiction(comparison, indexed, found, 'subject', instead ? textOf(comparison, instead) : statementText(comparison), nameOf(comparison, indexed.claim.subject));
}

/** Another takes the subject's place where only one can: all objects and a sure predicate stand there. */
function subjectSwapped(comparison: Comparison, indexed: IndexedClaim, found: Measures): ClaimVerdict | undefined {
  const { statement } = comparison;
  const exclusive = isExclusive(statement.words);
  if (indexed.keyObjects.length === 0 || found.objectShare < 1 || found.predicate === undefined || (found.predicate.strength < 1 && indexed.keyObjects.length < 2) || statement.denied) return undefined;
  if (!exclusive && (!predicateClasses.get(indexed.claim.predicate)?.functional || hasCompanions(statement.words))) return undefined;
  if (found.quantity.verdict === 'other' || found.time === 'other' || isNegatedHere(statement, found)) return undefined;
  const instead = otherOfType(comparison, indexed, indexed.subjectType);
  if (!instead || instead.how === 'inherited' || [instead, ...found.objects].some((one) => statement.clauseOf(one) !== statement.clauseOf(found.predicate!))) return undefined;
  if (isKnownToo(comparison, indexed, instead.id)) return undefined;
  return contradiction(comparison, indexed, found, 'subject', textOf(comparison, instead), nameOf(comparison, indexed.claim.subject));
}

/** An object in the denied part, or a prize or place of the same kind in its stead. */
function objectSwapped(comparison: Comparison, indexed: IndexedClaim, found: Measures): ClaimVerdict | undefined {
  const { statement, dataset } = comparison;
  if (indexed.keyObjects.length === 0 || found.predicate === undefined || !isSure(found.subject) || statement.denied) return undefined;
  const missing = indexed.keyObjects.filter((id) => !found.objects.some((one) => one.id === id));
  const denied = statement.participants.find((one) => one.denied && missing.includes(one.id));
  if (denied && missing.length === 1) {
    const instead = otherOfType(comparison, indexed, dataset.entities.get(denied.id)?.type);
    return contradiction(comparison, indexed, found, 'object', instead ? textOf(comparison, instead) : statementText(comparison), nameOf(comparison, denied.id));
  }
  if (missing.length !== 1 || found.predicate.strength < 1 || !predicateClasses.get(indexed.claim.predicate)?.functional || isNegatedHere(statement, found)) return undefined;
  const type = dataset.entities.get(missing[0]!)?.type;
  if (type !== 'place' && type !== 'award' && type !== 'event') return undefined;
  const instead = otherOfType(comparison, indexed, type);
  if (!instead || instead.how !== 'named') return undefined;
  return contradiction(comparison, indexed, found, 'object', textOf(comparison, instead), nameOf(comparison, missing[0]!));
}

function polarityDiffers(comparison: Comparison, indexed: IndexedClaim, found: Measures): ClaimVerdict | undefined {
  if (!isSure(found.subject) || found.quantity.verdict === 'unsure') return undefined;
  if (indexed.claim.polarity === 'negated' && found.share < 0.6) return undefined;
  if (found.predicate === undefined && found.share < 0.45) return undefined;
  const evidence = indexed.claim.evidence[0]?.quote ?? indexed.claim.statement;
  return contradiction(comparison, indexed, found, 'polarity', statementText(comparison), evidence);
}

/** The clause that carries the statement: the predicate's, else the one with most of the shared words. */
function carryingClause(statement: Statement, found: Measures): number {
  const counts = new Map<number, number>();
  const add = (begin: number, weight: number): void => {
    const clause = statement.clauseOf({ begin });
    counts.set(clause, (counts.get(clause) ?? 0) + weight);
  };
  for (const word of found.shared) add(word.begin, 1);
  for (const object of found.objects) add(object.begin, 1);
  if (found.predicate) add(found.predicate.begin, found.predicate.strength === 1 ? 3 : 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Whether the statement is negated: in its own clause, by the clause it depends on (`glaubt nicht, dass`), or by a verb of denial. */
function isNegatedHere(statement: Statement, found: Measures): boolean {
  if (!isAnyNegated(statement)) return statement.denied;
  const carrying = carryingClause(statement, found);
  const own = statement.clauses[carrying]?.negated ?? false;
  return (own !== governsNegation(statement, carrying)) !== statement.denied;
}

function isAnyNegated({ clauses }: Statement): boolean {
  return clauses.some((clause) => clause.negated);
}

/** `Sie glaubt nicht, dass …`, `nicht der Weg, sie zu retten`, `Er hat nicht behauptet, …`: what depends on a negated clause right before. */
function governsNegation(statement: Statement, clause: number): boolean {
  const before = statement.clauses[clause - 1];
  if (!before?.negated) return false;
  const opener = statement.clauses[clause]?.words[0]?.lower;
  if (opener === 'dass' || opener === 'daß' || opener === 'that') return true;
  const words = statement.clauses[clause]!.words;
  if (opener !== 'um' && opener !== 'ohne' && opener !== 'statt' && opener !== 'anstatt' && words.at(-2)?.lower === 'zu') return true;
  if (speaksOfTruth(before.words)) return true;
  return ['says', 'expects'].some((id) => statement.signsOf(id).some((sign) => statement.clauseOf(sign) === clause - 1));
}

/** A negated clause beside the carrying one holds part of the statement: what is negated is not sure, so nothing is said. */
function isHalfNegated(statement: Statement, found: Measures): boolean {
  if (!isAnyNegated(statement)) return false;
  const carrying = carryingClause(statement, found);
  const parts = [...found.objects, ...found.shared];
  return statement.clauses.some((clause, at) => clause.negated && at !== carrying && !governsNegation(statement, carrying) && !statement.clauses[carrying]?.negated
    && parts.some((part) => part.begin >= clause.begin && part.begin < clause.end));
}

/** Somebody of the same kind whom the claim does not name. */
function otherOfType(comparison: Comparison, { claim }: IndexedClaim, type: EntityType | undefined): Participant | undefined {
  const alike = (id: string): boolean => {
    const other = comparison.dataset.entities.get(id)?.type;
    return other !== undefined && type !== undefined && (other === type || (groups.has(other) && groups.has(type)));
  };
  return comparison.statement.participants.find((one) => !one.denied && !one.aside && one.id !== claim.subject && !claim.objects.includes(one.id) && alike(one.id));
}

/** Whether the dataset says the same of the other one too: then nothing is excluded. */
function isKnownToo(comparison: Comparison, { claim }: IndexedClaim, other: string): boolean {
  for (const one of comparison.dataset.claims.values()) {
    if (one.subject === other && one.predicate === claim.predicate && one.objects.some((id) => claim.objects.includes(id))) return true;
  }
  return false;
}

function isSure(participant: Participant | undefined): boolean {
  return participant !== undefined && participant.how !== 'inherited';
}

function contradiction(comparison: Comparison, indexed: IndexedClaim, found: Measures, field: ClaimField, here: string, there: string): ClaimVerdict {
  const mayHaveChanged = field === 'quantity' && indexed.claim.quantity !== undefined && indexed.claim.quantity.unit !== 'year';
  const difference: ClaimDifference = { field, here, there, ...(mayHaveChanged ? { mayHaveChanged } : {}) };
  return { relation: 'contradicts', difference, confidence: field === 'quantity' ? 0.85 : 0.8, ...hull(comparison.statement, found) };
}

function hull(statement: Statement, found: Measures): { begin: number; end: number } {
  const places = [found.subject, found.predicate, found.quantity.stated, ...found.objects, ...found.shared];
  return hullOf(statement, places.filter((place) => place !== undefined));
}

function figureThere({ claim }: IndexedClaim): string {
  for (const evidence of claim.evidence) {
    const stated = findQuantities(evidence.quote).find((quantity) => quantity.value === claim.quantity!.value);
    if (stated) return evidence.quote.slice(stated.begin, stated.end);
  }
  return `${claim.quantity!.value} ${claim.quantity!.unit}`;
}

function nameOf(comparison: Comparison, id: string): string {
  return comparison.dataset.entities.get(id)?.name ?? id;
}

function textOf(comparison: Comparison, place: { begin: number; end: number }): string {
  return comparison.text.slice(place.begin, place.end);
}

function statementText({ text, statement }: Comparison): string {
  return text.slice(statement.begin, statement.end);
}
