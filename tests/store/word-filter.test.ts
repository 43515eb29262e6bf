import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWord, emptyFilter, mayHold } from '../../lib/store/word-filter.ts';

describe('the filter of words', () => {
  it('never denies a word that it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 })), (words) => {
        const filter = emptyFilter();
        for (const word of words) addWord(filter, word);
        expect(words.filter((word) => !mayHold(filter, word))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('denies nearly all others, also when it holds 200,000', () => {
    const filter = emptyFilter();
    for (let n = 0; n < 200_000; n += 1) addWord(filter, `nordstern${n}`);
    const wrong = Array.from({ length: 20_000 }, (_, n) => `südstern${n}`).filter((word) => mayHold(filter, word)).length;
    expect(wrong / 20_000).toBeLessThan(0.002);
  });
});
