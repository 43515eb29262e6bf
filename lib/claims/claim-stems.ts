/**
 * All stems of a dataset's claims with a number each, and which of them a word of a text touches: as a whole, as the beginning or
 * end of a long word, or the other way round, where a long word of the claim begins or ends with the word (`Gründungsdatum` and
 * `gegründet`). What a word touches is worked out once; comparing a sentence with a claim then only compares numbers.
 */
import { sharedFact } from '../text/words.ts';
import type { ContentWord } from './content-words.ts';
import { partsOf, wordsIn } from './word-overlap.ts';
import { wordStems } from './word-stems.ts';

/** How closely a word touches a stem of a claim: as a whole, as a part; from `inside` on, inside it, the longest word first. */
const whole = 0;
const part = 1;
const inside = 2;
/** What counts 1 as a whole word counts this much as a part of one. */
const partWeight = 0.7;

/** What a word touches, two numbers each: the stem's and how closely. Without an object for each: a sentence goes over dozens of them. */
type Touches = number[];

/** What of the claims' stems a sentence touches, by their numbers. */
export interface TouchedStems {
  /** The numbers of the touched ones: the first `many`. */
  stems: Int32Array;
  many: number;
  /** The closest word that touches each. */
  words: readonly (ContentWord | undefined)[];
  /** How much each counts, 0 for none. */
  counts: Float64Array;
}

const keepTouches = sharedFact<Touches>();

/** One for all words that touch nothing. */
const untouched: Touches = [];

export class ClaimStems {
  readonly #numbers = new Map<string, number>();
  readonly #inside = new Map<string, Touches>();
  /** What the last sentence touched: the same lists for all sentences, wiped and filled anew. */
  readonly #words: (ContentWord | undefined)[] = [];
  #counts = new Float64Array(0);
  #closeness = new Int32Array(0);
  #stems = new Int32Array(0);
  #many = 0;
  readonly #touchesOf = keepTouches((word) => this.#findTouches(wordStems(word)));

  /** How many stems there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a claim's stem; a new stem gets the next one. All are numbered before any word is looked up. */
  numberOf(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(stem, number);
    wordsIn(stem).forEach((word, rank) => {
      const list = this.#inside.get(word);
      if (list) list.push(number, inside + rank);
      else this.#inside.set(word, [number, inside + rank]);
    });
    return number;
  }

  /** The stems that the words of a sentence touch, each by the closest word. Stands until the next sentence is asked for. */
  touchedBy(words: readonly ContentWord[]): TouchedStems {
    this.#wipe();
    const touched = this.#words;
    const counts = this.#counts;
    const closest = this.#closeness;
    const stems = this.#stems;
    let many = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      if (word.stems.length === 0) continue;
      const touches = this.#touchesOf(word.word);
      for (let next = 0; next < touches.length; next += 2) {
        const stem = touches[next]!;
        const closeness = touches[next + 1]!;
        if (touched[stem] === undefined) {
          stems[many] = stem;
          many += 1;
        } else if (closeness > closest[stem]! || (closeness === closest[stem] && closeness !== part)) continue;
        touched[stem] = word;
        closest[stem] = closeness;
        counts[stem] = closeness === whole ? 1 : partWeight;
      }
    }
    this.#many = many;
    return { stems, many, words: touched, counts };
  }

  #wipe(): void {
    while (this.#words.length < this.size) this.#words.push(undefined);
    if (this.#counts.length < this.size) [this.#counts, this.#closeness, this.#stems] = [new Float64Array(this.size), new Int32Array(this.size), new Int32Array(this.size)];
    for (let at = 0; at < this.#many; at += 1) {
      const stem = this.#stems[at]!;
      this.#words[stem] = undefined;
      this.#counts[stem] = 0;
    }
    this.#many = 0;
  }

  #findTouches(stems: readonly string[]): Touches {
    const touches: Touches = [];
    stems.forEach((stem, at) => {
      const number = this.#numbers.get(stem);
      if (number !== undefined) touches.push(number, whole);
      for (const piece of at === 0 ? partsOf(stem) : []) {
        const longer = this.#numbers.get(piece);
        if (longer !== undefined) touches.push(longer, part);
      }
      for (const one of this.#inside.get(stem) ?? []) touches.push(one);
    });
    return touches.length === 0 ? untouched : touches;
  }
}
