import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQuantities } from '../../lib/claims/compare-quantities.ts';
import { quantitiesIn } from '../../lib/claims/quantities-in.ts';
import { findQuantities } from '../../lib/claims/quantities.ts';
import quantityWords from '../../lib/claims/quantity-words.yml';
import { readText } from '../../lib/text/read-text.ts';

const read = (text: string): string => findQuantities(text).map(({ value, unit, vague }) => `${vague ? `${vague} ` : ''}${value} ${unit}`).join(', ');

describe('quantities in one form', () => {
  test.each([
    ['6,2 Milliarden US-Dollar', '6200000000 USD'],
    ['6,2 Mrd. Dollar', '6200000000 USD'],
    ['$6.2 billion', '6200000000 USD'],
    ['$6.2bn', '6200000000 USD'],
    ['6.200 Mio. USD', '6200000000 USD'],
    ['6.200 Millionen Dollar', '6200000000 USD'],
    ['US$300 million', '300000000 USD'],
    ['zwei Milliarden Dollar', '2000000000 USD'],
    ['eine Milliarde Euro', '1000000000 EUR'],
    ['eine halbe Milliarde Euro', '500000000 EUR'],
    ['anderthalb Millionen Euro', '1500000 EUR'],
    ['€ 12,50', '12.5 EUR'],
    ['fast hundert Forscher', 'almost 100 people'],
    ['knapp dreihundertfünfzig Beschäftigte', 'almost 350 people'],
    ['rund 1.000 Menschen', 'about 1000 people'],
    ['mehr als 40 hoch bezahlte Mitarbeiter', 'over 40 people'],
    ['mindestens zwölf Leute', 'at-least 12 people'],
    ['bis zu 30 Prozent', 'at-most 30 percent'],
    ['um die 20 Jahre', 'about 20 years'],
    ['im Jahr 2015', '2015 year'],
    ['2015 und 2018', '2015 year, 2018 year'],
    ['3,5 %', '3.5 percent'],
    ['fünfundzwanzig Prozent', '25 percent'],
    ['zwei Forscher', '2 people'],
    ['nearly 100 employees', 'almost 100 people'],
    ['two thousand people', '2000 people'],
    ['eine Firma', ''],
    ['ein 2-Zimmer-Büro', '2 count'],
    ['1,000 engineers', '1000 people'],
    ['12.345,67 Euro', '12345.67 EUR'],
    ['eine Billion Dollar', '1000000000000 USD'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('spans lie inside, in order, whatever the text', () => {
    const parts = fc.constantFrom('6,2', 'Milliarden', '$', 'zwei', '1.000', 'Menschen', '.', ',', ' ', 'fast', '2015', '%', 'Mrd.');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(parts, { maxLength: 40 }).map((all) => all.join(' '))), (text) => {
        let reached = 0;
        for (const quantity of findQuantities(text)) {
          expect(quantity.begin).toBeGreaterThanOrEqual(reached);
          expect(quantity.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(quantity.value)).toBe(true);
          reached = quantity.end;
        }
      }),
    );
  }, 30_000);
});

describe('two statements of a figure', () => {
  test.each([
    ['6,2 Milliarden Dollar', '$6.2 billion', 'same'],
    ['gut sechs Milliarden Dollar', '6,2 Milliarden Dollar', 'same'],
    ['rund 6 Milliarden Dollar', '6,2 Milliarden Dollar', 'same'],
    ['2,6 Milliarden Dollar', '6,2 Milliarden Dollar', 'other'],
    ['6,9 Milliarden Dollar', '6,2 Milliarden Dollar', 'other'],
    ['7 Milliarden Dollar', '6,2 Milliarden Dollar', 'other'],
    ['6,2 Milliarden Euro', '6,2 Milliarden Dollar', 'incomparable'],
    ['6,2 Millionen Dollar', '6,2 Milliarden Dollar', 'other'],
    ['rund 100 Leute', 'fast 100 Mitarbeiter', 'same'],
    ['95 Leute', 'fast 100 Mitarbeiter', 'same'],
    ['mehr als 100 Leute', 'fast 100 Mitarbeiter', 'unsure'],
    ['rund 1.000 Menschen', 'fast 100 Mitarbeiter', 'other'],
    ['40 Leute', 'fast 100 Mitarbeiter', 'other'],
    ['mindestens 5 Milliarden Dollar', '6,2 Milliarden Dollar', 'unsure'],
    ['2012', '2015', 'other'],
    ['2015', '2015', 'same'],
  ])('%s against %s: %s', (here, there, verdict) => {
    expect(compareQuantities(findQuantities(here)[0]!, findQuantities(there)[0]!)).toBe(verdict);
  });
});

test('a sentence read by its tokens holds what it holds read by its letters', () => {
  const parts = ['6,2', '2015', '1', '17-', '5G', 'ein', 'zwei', 'zwölf', 'Mio', 'Milliarden', 'Dollar', 'US', 'US-Dollar', 'Personen', 'Musk’s', 'rund', 'um', 'die', 'a-b-c-d-e-f', '会', '1'.repeat(40), ...'$ € % . , : ’ \' „ “ ( ) –'.split(' '), '\n'];
  fc.assert(fc.property(fc.array(fc.constantFrom(...parts, ' ', ' ', ' '), { maxLength: 24 }), (chosen) => {
    const reading = readText(chosen.join(''));
    for (const sentence of reading.sentences) expect(quantitiesIn(reading, sentence)).toEqual(findQuantities(reading.text, sentence.begin, sentence.end));
  }), { numRuns: 3000 });
});

test('the table of quantity words is sorted and unique', () => {
  const { about, ...lists } = quantityWords as { about: string } & Record<string, { words: string[] }[]>;
  expect(about).not.toBe('');
  for (const [name, rows] of Object.entries(lists)) {
    for (const row of rows) expect([name, row.words]).toEqual([name, row.words.toSorted()]);
    const all = rows.flatMap((row) => row.words);
    expect([name, new Set(all).size]).toEqual([name, all.length]);
  }
});
