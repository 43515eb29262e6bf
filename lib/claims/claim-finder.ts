/**
 * Which claims a sentence can be about, found from what stands in it instead of by asking every claim about those it names: a claim
 * comes into question where the sentence speaks of its predicate, has a figure as the claim has, or shares enough of its words; and
 * of these, where it names the claim's subject, or all its objects, so that somebody else may stand in the subject's place.
 */
import type { ContentWord } from './content-words.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { ClaimStems, TouchedStems } from './claim-stems.ts';
import { classesOfWord } from './predicates.ts';
import { sharedPart } from './word-overlap.ts';

/** Without any sign of its predicate a claim is not recognised by a smaller share of its words. */
const fewestShared = 0.3;

const none: readonly IndexedClaim[] = [];

export class ClaimFinder {
  readonly #byEntity: ReadonlyMap<string, readonly IndexedClaim[]>;
  readonly #byPredicate: ReadonlyMap<string, readonly IndexedClaim[]>;
  readonly #byStem: readonly IndexedClaim[][];
  readonly #withFigure: readonly IndexedClaim[];
  /** By the number of a claim: the last sentence that hints at it; 0 when the sentence is through with it. */
  readonly #hinted: Int32Array;
  #sentence = 0;

  constructor(claims: readonly IndexedClaim[], byEntity: ReadonlyMap<string, readonly IndexedClaim[]>, stems: ClaimStems) {
    this.#byEntity = byEntity;
    this.#byPredicate = Map.groupBy(claims, ({ claim }) => claim.predicate);
    this.#byStem = Array.from({ length: stems.size }, () => []);
    for (const indexed of claims) for (const stem of indexed.stems) this.#byStem[stem]!.push(indexed);
    this.#withFigure = claims.filter(({ claim }) => claim.quantity !== undefined);
    this.#hinted = new Int32Array(claims.length);
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
    for (const { word } of words) for (const { id } of classesOfWord(word)) for (const { at } of this.#byPredicate.get(id) ?? none) this.#hinted[at] = sentence;
    if (hasFigure) for (const { at } of this.#withFigure) this.#hinted[at] = sentence;
    for (const stem of touched.stems) {
      for (const indexed of this.#byStem[stem]!) {
        if (this.#hinted[indexed.at] !== sentence && sharedPart(indexed, touched) >= fewestShared) this.#hinted[indexed.at] = sentence;
      }
    }
  }
}

/** The subject is there, or all objects are and somebody else may stand in its place. */
function mayConcern({ claim, keyObjects }: IndexedClaim, named: ReadonlySet<string>): boolean {
  return named.has(claim.subject) || (keyObjects.length > 0 && keyObjects.every((id) => named.has(id)));
}
