import { halve } from '../text/halve.ts';
import type { Reading } from '../text/reading.ts';

/** Counts words of stretches of a text, each word once however often it is covered. */
export class Coverage {
  readonly #seen = new Set<number>();

  /** Adds the words between two offsets of the reading. */
  add(reading: Reading, begin: number, end: number): void {
    for (let at = firstTokenFrom(reading, begin); at < reading.tokens.length && reading.tokens[at]!.end <= end; at += 1) {
      if (reading.tokens[at]!.kind !== 'punctuation') this.#seen.add(at);
    }
  }

  get words(): number {
    return this.#seen.size;
  }
}

/** Index of the first token that begins at or behind an offset. */
export function firstTokenFrom({ tokens }: Reading, offset: number): number {
  return halve(0, tokens.length, (at) => tokens[at]!.begin < offset);
}
