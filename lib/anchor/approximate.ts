/**
 * Finding a pattern in a text although some characters differ: for every place where a match could end, the least number of characters inserted, deleted or
 * replaced. Method: Gene Myers, "A fast bit-vector algorithm for approximate string matching" (1999), in blocks of 32 rows: one step of the text moves
 * a whole block by a dozen bit operations, so a quote of 200 characters costs seven blocks a character, whatever the differences.
 *
 * Bits of a block: `up` has a 1 where the distance grows from one row to the next, `down` where it falls.
 */

export interface Hit {
  begin: number;
  end: number;
  /** Characters inserted, deleted or replaced. */
  distance: number;
}

const rows = 32;

/**
 * Takes a text, a pattern and the largest distance; gives the best place of each region where the pattern is found, in order. Regions do not overlap.
 * Time: length of the text × blocks of the pattern.
 */
export function findApproximately(text: string, pattern: string, largest: number): Hit[] {
  if (pattern.length === 0) return [];
  const hits: Hit[] = [];
  for (const { end, distance } of bestEnds(text, pattern, largest)) {
    const begin = beginOf(text, pattern, end, distance);
    const previous = hits.at(-1);
    if (previous && begin < previous.end) {
      if (distance < previous.distance) hits[hits.length - 1] = { begin, end, distance };
    } else {
      hits.push({ begin, end, distance });
    }
  }
  return hits;
}

/** Least distance of the pattern to any stretch of the text: 0 when it stands there to the letter, its length when nothing agrees. */
export function leastDistance(text: string, pattern: string): number {
  let least = pattern.length;
  scan(text, pattern, 0, (_end, distance) => {
    if (distance < least) least = distance;
  });
  return least;
}

/** Ends of matches; of neighbouring ends only the best, since around each true match many worse ones end too. */
function bestEnds(text: string, pattern: string, largest: number): { end: number; distance: number }[] {
  const ends: { end: number; distance: number }[] = [];
  const apart = Math.max(1, pattern.length >> 1);
  scan(text, pattern, 0, (end, distance) => {
    if (distance > largest) return;
    const previous = ends.at(-1);
    if (!previous || end - previous.end > apart) ends.push({ end, distance });
    else if (distance < previous.distance) ends[ends.length - 1] = { end, distance };
  });
  return ends;
}

/** Where the match with this end and distance begins: the pattern sought backwards from there. Of equal ones the one nearest in length to the pattern. */
function beginOf(text: string, pattern: string, end: number, distance: number): number {
  const from = Math.max(0, end - pattern.length - distance);
  const backwards = reverse(text.slice(from, end));
  let best = end - pattern.length;
  let least = Infinity;
  scan(backwards, reverse(pattern), 1, (length, found) => {
    const isBetter = found < least || (found === least && Math.abs(length - pattern.length) < Math.abs(end - best - pattern.length));
    if (!isBetter) return;
    least = found;
    best = end - length;
  });
  return Math.max(0, best);
}

function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at -= 1) reversed += text[at]!;
  return reversed;
}

/** Moves through the text and says, after each character, the least distance of a match that ends there: one that begins anywhere (`skip` 0: characters before it cost nothing), or at the text's begin (1). */
function scan(text: string, pattern: string, skip: 0 | 1, say: (end: number, distance: number) => void): void {
  const blocks = Math.ceil(pattern.length / rows);
  const rowsOf = rowsByCharacter(pattern, blocks);
  const none = new Int32Array(blocks);
  const up = new Int32Array(blocks).fill(-1);
  const down = new Int32Array(blocks);
  const lastRow = 1 << ((pattern.length - 1) % rows);
  let distance = pattern.length;
  for (let at = 0; at < text.length; at += 1) {
    const equal = rowsOf.get(text.charCodeAt(at)) ?? none;
    let carry: number = skip;
    for (let block = 0; block < blocks; block += 1) {
      const isLast = block === blocks - 1;
      carry = advance(block, equal[block]!, carry, up, down, isLast ? lastRow : 1 << (rows - 1));
      if (isLast) distance += carry;
    }
    say(at + 1, distance);
  }
}

/** One column of one block. Takes and gives the change of distance at its upper and lower edge (-1, 0 or 1). */
function advance(block: number, equalRows: number, carryIn: number, up: Int32Array, down: Int32Array, edge: number): number {
  const upBefore = up[block]!;
  const downBefore = down[block]!;
  const fallsIn = carryIn < 0 ? 1 : 0;
  const equal = equalRows | fallsIn;
  const diagonal = (((equal & upBefore) + upBefore) ^ upBefore) | equal;
  let grows = downBefore | ~(diagonal | upBefore);
  let falls = upBefore & diagonal;
  const carryOut = (grows & edge ? 1 : 0) - (falls & edge ? 1 : 0);
  grows = (grows << 1) | (carryIn > 0 ? 1 : 0);
  falls = (falls << 1) | fallsIn;
  const vertical = equalRows | downBefore;
  up[block] = falls | ~(vertical | grows);
  down[block] = grows & vertical;
  return carryOut;
}

/** For each character of the pattern: a bit for every row at which it stands. */
function rowsByCharacter(pattern: string, blocks: number): Map<number, Int32Array> {
  const rowsOf = new Map<number, Int32Array>();
  for (let row = 0; row < pattern.length; row += 1) {
    const code = pattern.charCodeAt(row);
    let bits = rowsOf.get(code);
    if (!bits) rowsOf.set(code, (bits = new Int32Array(blocks)));
    const block = (row / rows) | 0;
    bits[block] = bits[block]! | (1 << (row % rows));
  }
  return rowsOf;
}
