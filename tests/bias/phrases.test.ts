import { describe, expect, it } from 'vitest';
import { findPhrases, formsOf, indexPhrases, readPattern } from '../../lib/text/phrases.ts';
import { readText } from '../../lib/text/read-text.ts';

const found = (text: string, ...patterns: string[]): string[] => findPhrases(readText(text), indexPhrases(patterns.map((find) => ({ find })))).map((hit) => text.slice(hit.begin, hit.end));

describe('patterns', () => {
  it('are guarded by the case of their words', () => {
    expect(found('Das war kein Wunder.', 'kein Wunder')).toEqual(['kein Wunder']);
    expect(found('Kein Wunder, dass es fiel.', 'kein Wunder')).toEqual(['Kein Wunder']);
    expect(found('Der Name Kein Wunder gefällt. Das ist kein wunder Punkt.', 'kein Wunder')).toEqual([]);
  });

  it('bend adjectives, nouns and verbs', () => {
    expect(found('Ein glitzerndes Fest, glitzernde Feste.', 'glitzernd~')).toEqual(['glitzerndes', 'glitzernde']);
    expect(found('Zwei Farcen, eine Farce.', 'Farce~')).toEqual(['Farcen', 'Farce']);
    expect(found('Er wetterte, sie haben gewettert, alle wettern.', 'wettern^')).toEqual(['wetterte', 'gewettert', 'wettern']);
    expect(formsOf('verramschen^')).toContain('verramscht');
    expect(formsOf('verramschen^')).not.toContain('geverramscht');
  });

  it('leave gaps of up to four words, never across a mark', () => {
    expect(found('Er lacht sich ins Fäustchen.', 'lacht … Fäustchen')).toEqual(['lacht sich ins Fäustchen']);
    expect(found('Er lacht, das Fäustchen ballt sich.', 'lacht … Fäustchen')).toEqual([]);
    expect(found('Er lacht a b c d e Fäustchen.', 'lacht … Fäustchen')).toEqual([]);
  });

  it('do not cross sentences', () => {
    expect(found('Es ist kein. Wunder gibt es.', 'kein Wunder')).toEqual([]);
  });

  it('must begin and end with a word', () => {
    expect(() => readPattern('… Wunder')).toThrow('must begin and end with a word');
    expect(() => readPattern('kein …')).toThrow('must begin and end with a word');
    expect(() => readPattern('* Wunder')).toThrow('must begin and end with a word');
  });
});
