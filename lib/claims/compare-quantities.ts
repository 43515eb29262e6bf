/**
 * Whether two quantities can be the same figure. Each hedge opens a range (`knapp 100`: from 88 to 100), a round number
 * allows for rounding, and where ranges only nearly meet the answer is `unsure`: then nothing is said.
 */
import type { Quantity } from '../model.ts';

export type QuantityVerdict = 'same' | 'other' | 'unsure' | 'incomparable';

interface Stated extends Quantity { round?: boolean }

/** Compares what a text says (`here`) with what the dataset says (`there`). Units must be the same kind of thing. */
export function compareQuantities(here: Stated, there: Stated): QuantityVerdict {
  if (here.unit !== there.unit && !(isHead(here.unit) && isHead(there.unit))) return 'incomparable';
  if (here.value === there.value) return openWays(here, there) ? 'unsure' : 'same';
  if (here.unit === 'year') return 'other';
  const [low, high] = range(here);
  const [from, to] = range(there);
  if (low <= to && from <= high) {
    const isBound = [here, there].some((side) => side.vague === 'at-least' || side.vague === 'at-most');
    return isBound ? 'unsure' : 'same';
  }
  const gap = low > to ? low / to : from / high;
  return gap < 1.03 ? 'unsure' : 'other';
}

/** `people` and a bare count may be compared: "fast hundert" stands for heads where the claim is about heads. */
function isHead(unit: string): boolean {
  return unit === 'people' || unit === 'count';
}

/** `fast 100` and `mehr als 100` name one figure and say two things. */
function openWays(here: Quantity, there: Quantity): boolean {
  const ways = new Set([here.vague, there.vague]);
  return (ways.has('almost') || ways.has('at-most')) && (ways.has('over') || ways.has('at-least'));
}

function range(stated: Stated): [low: number, high: number] {
  const { value } = stated;
  const slack = stated.round ? 0.03 : 0.005;
  switch (stated.vague) {
    case 'about': return [value * 0.93, value * 1.07];
    case 'almost': return [value * 0.88, value];
    case 'over': return [value, value * (stated.round ? 1.15 : 1.08)];
    case 'at-least': return [value, Number.MAX_VALUE];
    case 'at-most': return [0, value];
    default: return [value * (1 - slack), value * (1 + slack)];
  }
}
