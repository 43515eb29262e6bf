/** What comparing one sentence with one claim gives, and the measures it is made from. */
import type { ClaimDifference, ClaimRelation } from '../model.ts';
import { compareQuantities, type QuantityVerdict } from './compare-quantities.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { Participant, PredicateSign, StatedQuantity, Statement } from './statements.ts';
import type { TouchedStems } from './claim-stems.ts';
import { sharedPart, sharedWords } from './word-overlap.ts';
import type { ContentWord } from './content-words.ts';

export interface ClaimVerdict {
  relation: ClaimRelation;
  difference?: ClaimDifference;
  confidence: number;
  begin: number;
  end: number;
}

/** Everything the decision looks at, measured once. */
export interface Measures {
  subject: Participant | undefined;
  /** Key objects of the claim that the sentence names, as a share; 1 for a claim without any. */
  objectShare: number;
  objects: readonly Participant[];
  /** Whether the sentence names the claim's concepts, where it has any. */
  concepts: 'named' | 'missing' | 'none';
  /** Subject, predicate and all key objects stand in one clause. */
  together: boolean;
  /** The strongest sign of the claim's predicate. */
  predicate: PredicateSign | undefined;
  /** How much of the claim's own words the sentence shares, 0..1. */
  share: number;
  /** Those words of the sentence. */
  shared: () => readonly ContentWord[];
  quantity: { verdict: QuantityVerdict | 'absent'; stated?: StatedQuantity };
  time: 'same' | 'other' | 'absent';
  year: StatedQuantity | undefined;
}

const none: readonly PredicateSign[] = [];
const nobody: readonly Participant[] = [];
const noYears: readonly StatedQuantity[] = [];

/** Measures one sentence against one claim. */
export function measure(statement: Statement, touched: TouchedStems, indexed: IndexedClaim): Measures {
  const { claim, keyObjects } = indexed;
  const objects = keyObjects.length === 0 ? nobody : keyObjects.flatMap((id) => best(statement.byEntity.get(id)?.filter((one) => !one.denied && !one.asTime) ?? nobody) ?? []);
  const signs = statement.predicates.get(claim.predicate) ?? none;
  const years = indexed.years.length === 0 ? noYears : statement.quantities.filter((quantity) => quantity.unit === 'year' && !quantity.denied);
  const sameYear = years.some((year) => indexed.years.includes(year.value));
  const otherYear = years[0];
  const subject = best(statement.byEntity.get(claim.subject) ?? nobody);
  const predicate = signs.find((sign) => sign.strength === 1) ?? signs[0];
  const clause = predicate && statement.clauses[predicate.clause];
  const inClause = (place: { begin: number } | undefined): boolean => place !== undefined && clause !== undefined && place.begin >= clause.begin && place.begin < clause.end;
  return {
    subject,
    together: inClause(subject) && objects.length === keyObjects.length && objects.every(inClause),
    predicate,
    objects,
    objectShare: keyObjects.length === 0 ? 1 : objects.length / keyObjects.length,
    concepts: indexed.concepts.length === 0 ? 'none' : indexed.concepts.some((id) => statement.byEntity.has(id)) ? 'named' : 'missing',
    share: sharedPart(indexed, touched),
    shared: () => sharedWords(indexed, touched),
    quantity: measureQuantity(statement, indexed),
    time: years.length === 0 || indexed.years.length === 0 ? 'absent' : sameYear ? 'same' : 'other',
    year: otherYear,
  };
}

function measureQuantity(statement: Statement, indexed: IndexedClaim): Measures['quantity'] {
  const there = indexed.figure;
  let closest: Measures['quantity'] = { verdict: 'absent' };
  if (!there) return closest;
  for (const stated of statement.quantities) {
    if (stated.denied || (stated.unit === 'count' && there.unit !== 'people')) continue;
    const verdict = compareQuantities(stated, there);
    if (verdict === 'incomparable' || (verdict !== 'same' && stated.unit !== there.unit)) continue;
    if (closeness[verdict] < closeness[closest.verdict]) closest = { verdict, stated };
  }
  return closest;
}

const closeness: Readonly<Record<QuantityVerdict | 'absent', number>> = { same: 0, unsure: 1, other: 2, incomparable: 3, absent: 3 };

const ranks = { named: 0, role: 1, inherited: 2 } as const;

/** Of several mentions of one entity the surest: not denied, not compared, by name. */
function best(mentions: readonly Participant[]): Participant | undefined {
  if (mentions.length < 2) return mentions[0];
  return mentions.toSorted((a, b) => Number(a.denied) - Number(b.denied) || Number(a.aside) - Number(b.aside) || ranks[a.how] - ranks[b.how])[0];
}

/** The hull of the clauses in which the given places stand. */
export function hullOf(statement: Statement, places: readonly { begin: number }[]): { begin: number; end: number } {
  const clauses = statement.clauses.filter((clause) => places.some((place) => place.begin >= clause.begin && place.begin < clause.end));
  const first = clauses[0] ?? statement;
  const last = clauses.at(-1) ?? statement;
  return { begin: first.begin, end: last.end };
}
