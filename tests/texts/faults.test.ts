/** What a reader is told of a file that cannot be used: what is wrong, what was expected, what to do, where; in their own language, and that nothing was taken in. */
import { describe, expect, it } from 'vitest';
import { packFaultCodes } from '../../lib/dataset/fault.ts';
import { faultCodes } from '../../lib/exchange/fault.ts';
import { fileLimits } from '../../lib/exchange/limits.ts';
import { explainFault } from '../../lib/texts/flag-words.ts';
import { englishTexts, germanTexts } from '../../lib/texts/table-texts.ts';
import type { Texts } from '../../lib/texts/texts.ts';

const fault = { place: '$.items[3].target, line 12', expected: 'an object', found: '7' };

describe('a fault of a file', () => {
  it.each(faultCodes)('%s says what was expected, what to do, and that nothing was taken in', (code) => {
    const german = explainFault({ code, ...fault }, germanTexts);
    expect(german.fault).toMatch(/\. Erwartet (?:wird|werden) .*\p{L}n Sie .*\. Stelle: \$\.items\[3\]\.target, Zeile 12\. Dort steht: 7\. Es wurde nichts übernommen\.$/u);
    const english = explainFault({ code, ...fault }, englishTexts);
    expect(english.fault).toMatch(/\. Expected (?:is|are) .*; .*\. Place: \$\.items\[3\]\.target, line 12\. Found: 7\. Nothing was taken in\.$/);
  });

  it('keeps what the format demands, which is English, out of the sentences', () => {
    const { fault: said, detail } = explainFault({ code: 'bad_entry', ...fault }, germanTexts);
    expect(said).not.toContain('an object');
    expect(detail).toBe('an object');
  });

  it('names no place where the whole file is meant', () => {
    expect(explainFault({ code: 'empty', place: '', expected: 'JSON' }, germanTexts).fault).not.toContain('Stelle');
  });

  it('names the limits that hold', () => {
    const said = (texts: Texts): string => faultCodes.map((code) => texts.t(`file_fault.${code}`)).join(' ');
    for (const texts of [germanTexts, englishTexts]) {
      expect(said(texts)).toContain(`${fileLimits.size / 2 ** 20} MB`);
      expect(said(texts)).toContain(`${fileLimits.entry / 2 ** 20} MB`);
      expect(said(texts)).toMatch(new RegExp(`${fileLimits.depth} (?:Ebenen|levels)`));
    }
    expect(fileLimits.count).toBe(1_000_000);
  });
});

describe('a fault of a pack', () => {
  it.each(packFaultCodes)('%s says what was expected and what to do', (code) => {
    expect(germanTexts.t(`pack_fault.${code}`)).toMatch(/\. Erwartet (?:wird|werden) .*; (?:\p{L}+n Sie|der Verfasser muss) .*\.$/u);
    expect(englishTexts.t(`pack_fault.${code}`)).toMatch(/\. Expected (?:is|are) .*; .*\.$/);
  });
});
