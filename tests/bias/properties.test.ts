/** What must hold for any text: no throw, spans inside, the same notes twice, linear time. */
import { assert, property, string, array, constantFrom } from 'fast-check';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { findBias } from '../../lib/bias/find-bias.ts';
import { findInconsistencies } from '../../lib/consistency/find-inconsistencies.ts';
import { findSlips } from '../../lib/language/find-slips.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';

const engines = (text: string) => {
  const reading = readText(cleanText(text).text);
  return { reading, notes: [...findBias(reading, [], []), ...findSlips(reading, []), ...findInconsistencies(reading, [], [], [])] };
};

const scraps = constantFrom('„', '“', '"', '»', '«', ' ', '.', '?', '!', ',', ':', '-', '\n', 'der ', 'Hype ', 'hat ', 'zugeben', 'kein Wunder', 'als ', 'mehr ', 'Mitbewerber', 'revolutionär', '100 Forscher ', 'settle ', '(', ')', 'Es scheint, dass ');

describe('any text', () => {
  it('gives notes inside the text, the same each time', { timeout: 30_000 }, () => {
    const holds = (text: string): void => {
      const first = engines(text);
      for (const { begin, end } of first.notes) {
        expect(begin).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(begin);
        expect(end).toBeLessThanOrEqual(first.reading.text.length);
      }
      expect(engines(text).notes).toEqual(first.notes);
    };
    assert(property(string({ unit: 'binary', maxLength: 200 }), holds), { numRuns: 60 });
    assert(property(array(scraps, { maxLength: 60 }), (parts) => holds(parts.join(''))), { numRuns: 150 });
  });
});

describe('time', () => {
  const sentence = 'Das „Werk“ hat weit mehr als die meisten Mitbewerber, kein Wunder, und Anna Berger sah 100 Forscher mehr als revolutionär zugeben? ';
  const timeOf = (text: string): number => {
    const reading = readText(text);
    const start = performance.now();
    findBias(reading, [], []);
    findSlips(reading, []);
    findInconsistencies(reading, [], [], []);
    return (performance.now() - start) / text.length;
  };

  it.each([
    ['ordinary sentences', sentence],
    ['a text without a full stop', sentence.replaceAll(/[?,]/g, ' ')],
    ['nothing but quotation marks', '„“"»«'],
    ['nothing but capitals', 'Haus Projekt '],
    ['haben over and over', 'hat '],
  ])('grows no faster than the text: %s', { timeout: 30_000 }, (_, piece) => {
    const of = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    timeOf(of(50_000));
    const small = Math.min(timeOf(of(20_000)), timeOf(of(20_000)), timeOf(of(20_000)));
    const large = Math.min(timeOf(of(200_000)), timeOf(of(200_000)));
    expect(large, `µs per character: ${(1000 * small).toFixed(2)} at 20 KB, ${(1000 * large).toFixed(2)} at 200 KB`).toBeLessThan(5 * small + 0.0005);
  });
});
