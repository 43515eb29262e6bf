import { describe, expect, it } from 'vitest';
import { inventedArticle, seedArticle } from './articles.ts';
import { measure, type Row, table } from './measure.ts';

const share = (rows: readonly Row[], kind: Row['kind'], what: 'right' | 'wrong') => {
  const { ours } = rows.find((row) => row.kind === kind)!;
  return ours[what] / ours.cases;
};

/** Small enough for every run; `measure` with more cases gives the figures of `docs/reliability.md`. */
describe('after a page has changed', { timeout: 60_000 }, () => {
  it('flags of a real article are where they were, or are said to be lost', () => {
    const { rows } = measure(300, () => seedArticle);
    console.log(table(rows));
    expect(share(rows, 'to the letter', 'right')).toBeGreaterThanOrEqual(0.99);
    expect(share(rows, 'changed', 'right')).toBeGreaterThanOrEqual(0.9);
    for (const kind of ['to the letter', 'changed', 'gone'] as const) expect(share(rows, kind, 'wrong')).toBeLessThanOrEqual(0.001);
  });

  it('flags among sentences that all look alike are hardly ever on the wrong one', () => {
    const { rows } = measure(300, (chance) => inventedArticle(chance.below(400)));
    console.log(table(rows));
    expect(share(rows, 'to the letter', 'right')).toBeGreaterThanOrEqual(0.98);
    expect(share(rows, 'changed', 'right')).toBeGreaterThanOrEqual(0.9);
    expect(share(rows, 'to the letter', 'wrong')).toBeLessThanOrEqual(0.001);
    expect(share(rows, 'changed', 'wrong')).toBeLessThanOrEqual(0.001);
    // Where the quote is gone and its pattern stands a dozen times more, between the same neighbours.
    expect(share(rows, 'gone', 'wrong')).toBeLessThanOrEqual(0.01);
  });
});
