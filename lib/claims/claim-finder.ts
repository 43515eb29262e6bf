/**
 * Which claims a sentence can be about, found from what stands in it instead of by asking every claim about those it names: a claim
 * comes into question where the sentence speaks of its predicate, has a figure as the claim has, or shares enough of its words; and
 * of these, where it names the claim's subject, or all its objects, so that somebody else may stand in the subject's place.
 */
import type { ContentWord } from './content-words.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { ClaimStems, TouchedStems } from './claim-stems.ts';
import { sharedPart } from './word-overlap.ts';

/** Without any sign of its predicate a claim is not recognised by a smaller share of its words. */
const fewestShared = 0.3;

const nearlyShared = fewestShared - 1e-6;

/** What a stem is of a claim's words. */
interface Share {
  indexed: IndexedClaim;
  share: number;
}

const none: readonly IndexedClaim[] = [];

export class ClaimFinder {
  readonly #byEntity: ReadonlyMap<string, readonly IndexedClaim[]>;
  readonly #byPredicate: ReadonlyMap<string, readonly IndexedClaim[]>;
  readonly #byStem: readonly Share[][];
  readonly #withFigure: readonly IndexedClaim[];
  /** By the number of a claim: the last sentence that hints at it; 0 when the sentence is through with it. */
  readonly #hinted: Int32Array;
  /** By the number of a claim: how much of its words the last sentence shares that was found to share any. */
  readonly #shares: Float64Array;
  readonly #sharing: Int32Array;
  #sentence = 0;

  constructor(claims: readonly IndexedClaim[], byEntity: ReadonlyMap<string, readonly IndexedClaim[]>, stems: ClaimStems) {
    this.#byEntity = byEntity;
    this.#byPredicate = Map.groupBy(claims, ({ claim }) => claim.predicate);
    this.#byStem = Array.from({ length: stems.size }, () => []);
    for (const indexed of claims) indexed.stems.forEach((stem, at) => this.#byStem[stem]!.push({ indexed, share: indexed.total === 0 ? 0 : indexed.weights[at]! / indexed.total }));
    this.#withFigure = claims.filter(({ claim }) => claim.quantity !== undefined);
    this.#hinted = new Int32Array(claims.length);
    this.#shares = new Float64Array(claims.length);
    this.#sharing = new Int32Array(claims.length);
  }

  /** The claims that a sentence of these words may be about, those about the first named entity first. */
  find(words: readonly ContentWord[], touched: TouchedStems, hasFigure: boolean, named: ReadonlySet<string>): IndexedClaim[] {
    this.#hint(words, touched, hasFigure);
    const found: IndexedClaim[] = [];
    for (const id of named) {
      for (const indexed of this.#byEntity.get(id) ?? none) {
        if (this.#hinted[indexed.at] !== this.#sentence) continue;
        this.#hinted[indexed.at] = 0;
        if (mayConcern(indexed, named)) found.push(indexed);
      }
    }
    return found;
  }

  #hint(words: readonly ContentWord[], touched: TouchedStems, hasFigure: boolean): void {
    const sentence = (this.#sentence += 1);
    for (const { hints } of words) for (const { id } of hints) for (const { at } of this.#byPredicate.get(id) ?? none) this.#hinted[at] = sentence;
    if (hasFigure) for (const { at } of this.#withFigure) this.#hinted[at] = sentence;
    for (const stem of touched.stems) for (const { indexed, share } of this.#byStem[stem]!) {
      if (this.#hinted[indexed.at] === sentence) continue;
      const sum = this.#addShare(indexed.at, share * touched.counts[stem]!);
      // The sum goes by the order of the sentence's words: what decides is summed in the claim's own order.
      if (sum >= nearlyShared && sharedPart(indexed, touched) >= fewestShared) this.#hinted[indexed.at] = sentence;
    }
  }

  /** Counts what one stem adds to the sentence's share of a claim, and gives the sum so far. */
  #addShare(claim: number, share: number): number {
    const sum = (this.#sharing[claim] === this.#sentence ? this.#shares[claim]! : 0) + share;
    this.#sharing[claim] = this.#sentence;
    this.#shares[claim] = sum;
    return sum;
  }
}

/** The subject is there, or all objects are and somebody else may stand in its place. */
function mayConcern({ claim, keyObjects }: IndexedClaim, named: ReadonlySet<string>): boolean {
  return named.has(claim.subject) || (keyObjects.length > 0 && keyObjects.every((id) => named.has(id)));
}
