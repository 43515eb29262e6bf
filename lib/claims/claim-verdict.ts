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

/** Everything the decision looks at. Most sentences are no match for most claims: what few decisions come to is measured when it is asked for. */
export class Measures {
  readonly subject: Participant | undefined;
  /** The strongest sign of the claim's predicate. */
  readonly predicate: PredicateSign | undefined;
  readonly objects: readonly Participant[];
  readonly quantity: { verdict: QuantityVerdict | 'absent'; stated?: StatedQuantity };
  readonly #statement: Statement;
  readonly #touched: TouchedStems;
  readonly #indexed: IndexedClaim;

  /** Measures one sentence against one claim. */
  constructor(statement: Statement, touched: TouchedStems, indexed: IndexedClaim) {
    this.#statement = statement;
    this.#touched = touched;
    this.#indexed = indexed;
    this.subject = mentionOf(statement, indexed.claim.subject);
    this.predicate = strongestSign(statement, indexed.claim.predicate);
    this.objects = indexed.keyObjects.length === 0 ? nobody : indexed.keyObjects.flatMap((id) => mentionOf(statement, id, isObject) ?? nobody);
    this.quantity = indexed.figure ? measureQuantity(statement, indexed.figure) : noQuantity;
  }

  /** Key objects of the claim that the sentence names, as a share; 1 for a claim without any. */
  get objectShare(): number {
    const { keyObjects } = this.#indexed;
    return keyObjects.length === 0 ? 1 : this.objects.length / keyObjects.length;
  }

  /** Whether the sentence names the claim's concepts, where it has any. */
  get concepts(): 'named' | 'missing' | 'none' {
    const { concepts } = this.#indexed;
    return concepts.length === 0 ? 'none' : this.#statement.participants.some(({ id }) => concepts.includes(id)) ? 'named' : 'missing';
  }

  /** Whether subject, predicate and all key objects stand in one clause. */
  get together(): boolean {
    const { subject, predicate, objects } = this;
    const clause = predicate && this.#statement.clauses[this.#statement.clauseOf(predicate)];
    return subject !== undefined && clause !== undefined && this.objectShare === 1 && [subject, ...objects].every(({ begin }) => begin >= clause.begin && begin < clause.end);
  }

  /** How much of the claim's own words the sentence shares, 0..1. */
  get share(): number {
    return sharedPart(this.#indexed, this.#touched);
  }

  /** Those words of the sentence. */
  get shared(): readonly ContentWord[] {
    return sharedWords(this.#indexed, this.#touched);
  }

  /** The first year that the sentence states, where the claim has one too. */
  get year(): StatedQuantity | undefined {
    return this.#indexed.years.length === 0 ? undefined : this.#statement.quantities.find(isYear);
  }

  get time(): 'same' | 'other' | 'absent' {
    if (this.year === undefined) return 'absent';
    const { years } = this.#indexed;
    return this.#statement.quantities.some((quantity) => isYear(quantity) && years.includes(quantity.value)) ? 'same' : 'other';
  }
}

const nobody: readonly Participant[] = [];

function isYear({ unit, denied }: StatedQuantity): boolean {
  return unit === 'year' && !denied;
}

function isObject({ denied, asTime }: Participant): boolean {
  return !denied && !asTime;
}

function strongestSign({ signs }: Statement, predicate: string): PredicateSign | undefined {
  let strongest: PredicateSign | undefined;
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at]!;
    if (sign.id !== predicate) continue;
    if (sign.strength === 1) return sign;
    strongest ??= sign;
  }
  return strongest;
}

const noQuantity: Measures['quantity'] = { verdict: 'absent' };

function measureQuantity(statement: Statement, there: NonNullable<IndexedClaim['figure']>): Measures['quantity'] {
  let closest = noQuantity;
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

/** Of several mentions of one entity (that count) the surest, the first of those: not denied, not compared, by name. */
function mentionOf({ participants }: Statement, id: string, counts?: (one: Participant) => boolean): Participant | undefined {
  let best: Participant | undefined;
  for (let at = 0; at < participants.length; at += 1) {
    const one = participants[at]!;
    if (one.id === id && (!counts || counts(one)) && (!best || doubt(one) < doubt(best))) best = one;
  }
  return best;
}

/** How unsure it is that a mention is what a sentence is about. */
function doubt({ denied, aside, how }: Participant): number {
  return (denied ? 6 : 0) + (aside ? 3 : 0) + ranks[how];
}

/** The hull of the clauses in which the given places stand. */
export function hullOf(statement: Statement, places: readonly { begin: number }[]): { begin: number; end: number } {
  const clauses = statement.clauses.filter((clause) => places.some((place) => place.begin >= clause.begin && place.begin < clause.end));
  const first = clauses[0] ?? statement;
  const last = clauses.at(-1) ?? statement;
  return { begin: first.begin, end: last.end };
}
