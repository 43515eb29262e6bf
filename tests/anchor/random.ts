/** Chance that can be repeated: mulberry32, seeded. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** 0 <= n < below */
  below(below: number): number;
  one<T>(list: readonly T[]): T;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, one: (list) => list[below(list.length)]! };
}
