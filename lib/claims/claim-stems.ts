/**
 * All stems of a dataset's claims with a number each, and which of them a word of a text touches: as a whole, as the beginning or
 * end of a long word, or the other way round, where a long word of the claim begins or ends with the word (`Gründungsdatum` and
 * `gegründet`). What a word touches is worked out once; comparing a sentence with a claim then only compares numbers.
 */
import type { ContentWord } from './content-words.ts';
import { partsOf, wordsIn } from './word-overlap.ts';

/** How a word touches a stem of a claim, the closest first. */
const whole = 0;
const part = 1;
const inside = 2;
/** What counts 1 as a whole word counts this much as a part of one. */
const partWeight = 0.7;

interface Touch {
  stem: number;
  how: typeof whole | typeof part | typeof inside;
  /** Among words inside one claim word, the longest counts. */
  rank: number;
}

/** What of a claim's stems a sentence touches. */
export interface Touched {
  word: ContentWord;
  how: Touch['how'];
  rank: number;
}

/** By the number of a claim's stem: the words that touch it, and how much each counts (0 for none), which is asked for far more often. */
export interface TouchedStems {
  by: readonly (Touched | undefined)[];
  counts: Float64Array;
}

export class ClaimStems {
  readonly #numbers = new Map<string, number>();
  readonly #inside = new Map<string, Touch[]>();
  /** What the last sentence touched, by the stem's number, and those numbers: one list for all sentences, wiped and filled anew. */
  readonly #touched: (Touched | undefined)[] = [];
  #counts = new Float64Array(0);
  #used: number[] = [];
  /** By the array of stems, which a word shares with all others written like it. */
  readonly #touches = new WeakMap<readonly string[], readonly Touch[]>();

  /** The number of a claim's stem; a new stem gets the next one. All are numbered before any word is looked up. */
  numberOf(stem: string): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(stem, number);
    wordsIn(stem).forEach((word, rank) => {
      const touch: Touch = { stem: number, how: inside, rank };
      const list = this.#inside.get(word);
      if (list) list.push(touch);
      else this.#inside.set(word, [touch]);
    });
    return number;
  }

  /** The stems that the words of a sentence touch, by their numbers, each by the closest word. Stands until the next sentence is asked for. */
  touchedBy(words: readonly ContentWord[]): TouchedStems {
    const touched = this.#touched;
    while (touched.length < this.#numbers.size) touched.push(undefined);
    if (this.#counts.length < touched.length) this.#counts = new Float64Array(touched.length);
    const counts = this.#counts;
    for (const stem of this.#used) {
      touched[stem] = undefined;
      counts[stem] = 0;
    }
    this.#used = [];
    for (const word of words) {
      if (word.stems.length === 0) continue;
      for (const { stem, how, rank } of this.#touchesOf(word.stems)) {
        const before = touched[stem];
        if (!before) this.#used.push(stem);
        if (!before || how < before.how || (how === before.how && (how === part || (how === inside && rank < before.rank)))) {
          touched[stem] = { word, how, rank };
          counts[stem] = how === whole ? 1 : partWeight;
        }
      }
    }
    return { by: touched, counts };
  }

  #touchesOf(stems: readonly string[]): readonly Touch[] {
    let touches = this.#touches.get(stems);
    if (!touches) this.#touches.set(stems, (touches = this.#findTouches(stems)));
    return touches;
  }

  #findTouches(stems: readonly string[]): Touch[] {
    const touches: Touch[] = [];
    stems.forEach((stem, at) => {
      const number = this.#numbers.get(stem);
      if (number !== undefined) touches.push({ stem: number, how: whole, rank: 0 });
      for (const piece of at === 0 ? partsOf(stem) : []) {
        const longer = this.#numbers.get(piece);
        if (longer !== undefined) touches.push({ stem: longer, how: part, rank: 0 });
      }
      touches.push(...(this.#inside.get(stem) ?? []));
    });
    return touches;
  }
}
