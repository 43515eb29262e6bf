import { describe, expect, it } from 'vitest';
import { cutLexemes } from '../../lib/claims/lexemes.ts';

const cut = (text: string): string[] => cutLexemes(text, 0, text.length).map(({ word }) => word.written);

/** What a lexeme is, said once more as an expression: the scanner must agree with it on any text. */
const lexeme = /\d[\d.,'’]{0,30}\d|\d|US\$|[$€£%]|\p{L}[\p{L}\p{M}]{0,60}(?:-\p{L}[\p{L}\p{M}]{0,60}){0,4}|[,;:.!?()–—„“”"]/gu;

describe('lexemes of a quantity', () => {
  it.each([
    ['rund 6,2 Mrd. US$', ['rund', '6,2', 'Mrd', '.', 'US$']],
    ['1.200-mal, 6.2bn', ['1.200', 'mal', ',', '6.2', 'bn']],
    ['ein Zwei-Euro-Stück', ['ein', 'Zwei-Euro-Stück']],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected));

  it('agrees with the expression on any text', () => {
    const signs = '0 1 2 9 . , \' ’ - – US$ € % a ä ß Z Ж я ́ 会 𝒳 ½ ² „ “ ( ) !'.split(' ').concat(' ', '\n', 'a'.repeat(70), '1'.repeat(40), '-a-b-c-d-e-f', '\uD800');
    let state = 7;
    const next = (): string => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return signs[state % signs.length]!;
    };
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 14 }, next).join('');
      expect(cut(text), JSON.stringify(text)).toEqual([...text.matchAll(lexeme)].map(([found]) => found));
    }
  });
});
