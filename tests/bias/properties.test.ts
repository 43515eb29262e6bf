/** What must hold for any text: no throw, spans inside, the same notes twice. (That time grows no faster than the text is measured by the bench.) */
import { assert, property, string, array, constantFrom } from 'fast-check';
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
