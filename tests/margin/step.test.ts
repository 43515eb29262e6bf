import { describe, expect, it } from 'vitest';
import { nextStop } from '../../lib/margin/step.ts';

const stops = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

describe('the next stop', () => {
  it('is the neighbour of where the reader is, round the ends', () => {
    expect(nextStop(stops, 'b', 0, 1)).toBe(2);
    expect(nextStop(stops, 'b', 0, -1)).toBe(0);
    expect(nextStop(stops, 'd', 0, 1)).toBe(0);
    expect(nextStop(stops, 'a', 0, -1)).toBe(3);
  });

  it('is the first in view, or the one before it, for a reader who is nowhere yet', () => {
    expect(nextStop(stops, undefined, 2, 1)).toBe(2);
    expect(nextStop(stops, undefined, 2, -1)).toBe(1);
    expect(nextStop(stops, 'gone', 0, -1)).toBe(3);
  });

  it('runs round when nothing is in view below', () => {
    expect(nextStop(stops, undefined, stops.length, 1)).toBe(0);
  });

  it('is none where nothing is marked', () => {
    expect(nextStop([], undefined, 0, 1)).toBe(-1);
  });
});
