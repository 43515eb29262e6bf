/**
 * Which claims a sentence can be about, found from what stands in it instead of by asking every claim about those it names: a claim
 * comes into question where the sentence speaks of its predicate, has a figure as the claim has, or shares enough of its words; and
 * of these, where it names the claim's subject, or all its objects, so that somebody else may stand in the subject's place.
 */
import type { ContentWord } from './content-words.ts';
import type { IndexedClaim } from './claim-index.ts';
import type { ClaimStems, TouchedStems } from './claim-stems.ts';
import { predicateClasses } from './predicates.ts';
import { sharedPart } from './word-overlap.ts';

/** Without any sign of its predicate a claim is not recognised by a smaller share of its words. */
const fewestShared = 0.3;

const nearlyShared = fewestShared - 1e-6;

/** Lists of claims, by their numbers, one behind the other: the list `at` is `claims[begins[at]]` up to `claims[begins[at + 1]]`. A sentence goes through dozens of them. */
interface Lists {
  begins: Int32Array;
  claims: Int32Array;
}

function layOut(lists: readonly (readonly number[])[]): Lists {
  const begins = new Int32Array(lists.length + 1);
  for (let at = 0; at < lists.length; at += 1) begins[at + 1] = begins[at]! + lists[at]!.length;
  return { begins, claims: Int32Array.from(lists.flat()) };
}

const none = new Int32Array(0);

export class ClaimFinder {
  readonly #claims: readonly IndexedClaim[];
  readonly #byEntity: ReadonlyMap<string, Int32Array>;
  /** By the number of a predicate class. */
  readonly #byPredicate: Lists;
  /** By the number of a stem, with what it is of each claim's words. */
  readonly #byStem: Lists;
  readonly #shareOf: Float64Array;
  readonly #withFigure: Int32Array;
  /** By the number of a claim: the last sentence that hints at it; 0 when the sentence is through with it. */
  readonly #hinted: Int32Array;
  /** By the number of a claim: how much of its words the last sentence shares that was found to share any. */
  readonly #shares: Float64Array;
  readonly #sharing: Int32Array;
  #sentence = 0;

  constructor(claims: readonly IndexedClaim[], byEntity: ReadonlyMap<string, readonly IndexedClaim[]>, stems: ClaimStems) {
    this.#claims = claims;
    this.#byEntity = new Map(Array.from(byEntity, ([id, list]) => [id, Int32Array.from(list, ({ at }) => at)]));
    const numbersOf = (list: readonly IndexedClaim[] = []): number[] => list.map(({ at }) => at);
    const ofPredicate = Map.groupBy(claims, ({ claim }) => claim.predicate);
    this.#byPredicate = layOut(Array.from(predicateClasses.keys(), (id) => numbersOf(ofPredicate.get(id))));
    const ofStem = Array.from({ length: stems.size }, (): { at: number; share: number }[] => []);
    for (const { at, stems: own, weights, total } of claims) own.forEach((stem, which) => ofStem[stem]!.push({ at, share: total === 0 ? 0 : weights[which]! / total }));
    this.#byStem = layOut(ofStem.map((list) => list.map(({ at }) => at)));
    this.#shareOf = Float64Array.from(ofStem.flat(), ({ share }) => share);
    this.#withFigure = Int32Array.from(numbersOf(claims.filter(({ claim }) => claim.quantity !== undefined)));
    this.#hinted = new Int32Array(claims.length);
    this.#shares = new Float64Array(claims.length);
    this.#sharing = new Int32Array(claims.length);
  }

  /** The claims that a sentence of these words may be about, those about the first named entity first. */
  find(words: readonly ContentWord[], touched: TouchedStems, hasFigure: boolean, named: ReadonlySet<string>): IndexedClaim[] {
    this.#hint(words, touched, hasFigure);
    const found: IndexedClaim[] = [];
    for (const id of named) {
      const about = this.#byEntity.get(id) ?? none;
      for (let next = 0; next < about.length; next += 1) {
        const at = about[next]!;
        if (this.#hinted[at] !== this.#sentence) continue;
        this.#hinted[at] = 0;
        if (mayConcern(this.#claims[at]!, named)) found.push(this.#claims[at]!);
      }
    }
    return found;
  }

  #hint(words: readonly ContentWord[], touched: TouchedStems, hasFigure: boolean): void {
    const sentence = (this.#sentence += 1);
    const hinted = this.#hinted;
    for (let at = 0; at < words.length; at += 1) {
      const { hints } = words[at]!;
      for (let next = 0; next < hints.length; next += 1) this.#hintAll(this.#byPredicate, hints[next]!.number);
    }
    if (hasFigure) for (let next = 0; next < this.#withFigure.length; next += 1) hinted[this.#withFigure[next]!] = sentence;
    const { begins, claims } = this.#byStem;
    for (let at = 0; at < touched.many; at += 1) {
      const stem = touched.stems[at]!;
      for (let next = begins[stem]!; next < begins[stem + 1]!; next += 1) {
        const claim = claims[next]!;
        if (hinted[claim] === sentence) continue;
        const sum = this.#addShare(claim, this.#shareOf[next]! * touched.counts[stem]!);
        // The sum goes by the order of the sentence's words: what decides is summed in the claim's own order.
        if (sum >= nearlyShared && sharedPart(this.#claims[claim]!, touched) >= fewestShared) hinted[claim] = sentence;
      }
    }
  }

  #hintAll({ begins, claims }: Lists, list: number): void {
    for (let next = begins[list]!; next < begins[list + 1]!; next += 1) this.#hinted[claims[next]!] = this.#sentence;
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
