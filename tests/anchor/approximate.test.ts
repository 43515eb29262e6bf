import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findApproximately, leastDistance } from '../../lib/anchor/approximate.ts';

/** The plain table, slow and easy to believe: its last row, one number for each end in the text. `free`: a match may begin anywhere. */
function plainRow(text: string, pattern: string, free: boolean): number[] {
  let previous = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const last = [previous[pattern.length]!];
  for (let at = 0; at < text.length; at += 1) {
    const current = [free ? 0 : at + 1];
    for (let row = 1; row <= pattern.length; row += 1) {
      current.push(Math.min(previous[row - 1]! + (pattern[row - 1] === text[at] ? 0 : 1), previous[row]! + 1, current[row - 1]! + 1));
    }
    previous = current;
    last.push(current[pattern.length]!);
  }
  return last;
}

const plainLeast = (text: string, pattern: string) => Math.min(...plainRow(text, pattern, true));
const plainDistance = (text: string, pattern: string) => plainRow(text, pattern, false).at(-1);

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength });

describe('the bit vectors', () => {
  it('agree with the plain table, over one block and over several', () => {
    fc.assert(
      fc.property(letters(120), letters(100), (text, pattern) => {
        expect(leastDistance(text, pattern)).toBe(plainLeast(text, pattern));
      }),
      { numRuns: 400 },
    );
  });

  it('find every place that the plain table allows, and none besides', () => {
    fc.assert(
      fc.property(letters(150), letters(70), fc.nat(20), (text, pattern, largest) => {
        const hits = findApproximately(text, pattern, largest);
        expect(hits.length > 0).toBe(plainRow(text, pattern, true).slice(1).some((least) => least <= largest));
        for (const { begin, end, distance } of hits) {
          expect(distance).toBeLessThanOrEqual(largest);
          expect(plainDistance(text.slice(begin, end), pattern)).toBe(distance);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('find a place to the letter with distance 0', () => {
    expect(findApproximately('xx abcdefgh yy', 'abcdefgh', 2)).toEqual([{ begin: 3, end: 11, distance: 0 }]);
  });
});
