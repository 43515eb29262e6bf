/** Where in a very long text a long quote could be at all, so that the costly search need not go through all of it. */

/** Blocks of 32 rows × characters that may be searched without asking where: a fraction of a second. */
const affordable = 40_000_000;
const piece = 24;
const hitsOfPiece = 4;

/** Takes a text and a pattern; gives the stretches worth searching, in order: all of a text of ordinary length, else those around verbatim pieces of the pattern. */
export function regionsFor(text: string, pattern: string): (readonly [begin: number, end: number])[] {
  if (text.length * Math.ceil(pattern.length / 32) <= affordable) return [[0, text.length]];
  const reach = Math.ceil(pattern.length * 0.35) + piece;
  const found: [number, number][] = [];
  const step = Math.max(piece, Math.ceil(pattern.length / 40));
  for (let at = 0; at + piece <= pattern.length; at += step) {
    for (const hit of occurrences(text, pattern.slice(at, at + piece), hitsOfPiece)) {
      found.push([Math.max(0, hit - at - reach), Math.min(text.length, hit - at + pattern.length + reach)]);
    }
  }
  const merged: [number, number][] = [];
  for (const [begin, end] of found.sort((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([begin, end]);
  }
  return merged;
}

/** Takes a text and what to look for; gives where it begins, in order, at most so many. */
export function occurrences(text: string, wanted: string, most: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1 && found.length < most; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
}
