/**
 * Which claims a sentence can be about, found from what stands in it instead of by asking every claim: of the claims about those it
 * names come those into question of whose predicate it speaks, that have a figure as it has, or whose words it shares enough of; and
 * of these, where it names the claim's subject, or all its objects, so that somebody else may stand in the subject's place.
 */
import type { ContentWord } from './content-words.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { TouchedStems } from './claim-stems.ts';
import { predicateClasses } from './predicates.ts';
import { sharedPart } from './word-overlap.ts';

/** Without any sign of its predicate a claim is not recognised by a smaller share of its words. */
const fewestShared = 0.3;

const none: readonly IndexedClaim[] = [];

export class ClaimFinder {
  readonly #byEntity: ReadonlyMap<string, readonly IndexedClaim[]>;
  /** By the number of a predicate class: the last sentence that speaks of it. */
  readonly #spoken = new Int32Array(predicateClasses.size);
  /** By the number of a claim: the last sentence that is through with it, since it may be about several of those named. */
  readonly #done: Int32Array;
  #sentence = 0;

  constructor(claims: readonly IndexedClaim[], byEntity: ReadonlyMap<string, readonly IndexedClaim[]>) {
    this.#byEntity = byEntity;
    this.#done = new Int32Array(claims.length);
  }

  /** The claims that a sentence of these words may be about, those about the first named entity first. */
  find(words: readonly ContentWord[], touched: TouchedStems, hasFigure: boolean, named: ReadonlySet<string>): IndexedClaim[] {
    const sentence = (this.#sentence += 1);
    for (let at = 0; at < words.length; at += 1) {
      const { hints } = words[at]!;
      for (let next = 0; next < hints.length; next += 1) this.#spoken[hints[next]!.number] = sentence;
    }
    const found: IndexedClaim[] = [];
    for (const id of named) {
      const about = this.#byEntity.get(id) ?? none;
      for (let next = 0; next < about.length; next += 1) {
        const claim = about[next]!;
        if (this.#done[claim.at] === sentence) continue;
        this.#done[claim.at] = sentence;
        const isHinted = this.#spoken[claim.predicate] === sentence || (hasFigure && claim.figure !== undefined) || sharedPart(claim, touched) >= fewestShared;
        if (isHinted && mayConcern(claim, named)) found.push(claim);
      }
    }
    return found;
  }
}

/** The subject is there, or all objects are and somebody else may stand in its place. */
function mayConcern({ claim, keyObjects }: IndexedClaim, named: ReadonlySet<string>): boolean {
  return named.has(claim.subject) || (keyObjects.length > 0 && keyObjects.every((id) => named.has(id)));
}
