/** The first index in `[low, high)` of which `isBefore` says no, found by halving: it must say yes up to there and no from there on. `high` when it never does. */
export function halve(low: number, high: number, isBefore: (at: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Index of the first of ascending numbers that is not below `wanted`; their count when all are. */
export function firstFrom(numbers: readonly number[], wanted: number): number {
  return halve(0, numbers.length, (at) => numbers[at]! < wanted);
}
