import { describe, expect, it } from 'vitest';
import { placeTicks, type Tick } from '../../lib/margin/ruler.ts';

const tick = (style: Tick['style'], top: number | undefined): Tick => ({ style, top: () => top, go: () => {} });

describe('the ticks of the overview', () => {
  it('stand where their words lie in the page', () => {
    expect(placeTicks([tick('entity', 100), tick('claim', 500)], (top) => top / 10).map(([, at]) => at)).toEqual([10, 50]);
  });

  it('are one where two of a style would lie on each other', () => {
    const placed = placeTicks([tick('entity', 100), tick('claim', 101), tick('entity', 102), tick('entity', 140)], (top) => top / 10);
    expect(placed.map(([{ style }, at]) => [style, at])).toEqual([['entity', 10], ['claim', 10.1], ['entity', 14]]);
  });

  it('leave out words that are not on the page, and are never too many', () => {
    expect(placeTicks([tick('entity', undefined)], (top) => top)).toEqual([]);
    expect(placeTicks(Array.from({ length: 5000 }, (_, index) => tick('entity', index * 10)), (top) => top).length).toBeLessThanOrEqual(600);
  });
});
