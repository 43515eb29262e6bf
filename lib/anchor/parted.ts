/** A quote into which something was put (an advertisement, a box, a word of the editors): all of it is still there, in two parts. */
import type { Hit } from './approximate.ts';
import { occurrences } from './regions.ts';

/** Shorter quotes have no two parts that would tell a place. */
const shortest = 60;
const end = 20;
const widestGap = 800;
const mostHits = 50;
/** Both parts together must be nearly all of the quote. */
const share = 0.95;

/** Takes a text and a pattern, both in normal form; gives places where the pattern stands in two parts. `distance` counts the characters that are missing. */
export function findParted(text: string, pattern: string): Hit[] {
  if (pattern.length < shortest) return [];
  const heads = occurrences(text, pattern.slice(0, end), mostHits);
  const tails = occurrences(text, pattern.slice(-end), mostHits).map((begin) => begin + end);
  const hits: Hit[] = [];
  for (const begin of heads) {
    for (const stop of tails) {
      const gap = stop - begin - pattern.length;
      if (gap <= 0 || gap > widestGap) continue;
      const whole = sameFrom(text, begin, pattern) + sameUpTo(text, stop, pattern);
      if (whole >= pattern.length * share) hits.push({ begin, end: stop, distance: Math.max(0, pattern.length - whole) });
    }
  }
  return hits;
}

function sameFrom(text: string, begin: number, pattern: string): number {
  let count = 0;
  while (count < pattern.length && text[begin + count] === pattern[count]) count += 1;
  return count;
}

function sameUpTo(text: string, stop: number, pattern: string): number {
  let count = 0;
  while (count < pattern.length && text[stop - 1 - count] === pattern[pattern.length - 1 - count]) count += 1;
  return count;
}
