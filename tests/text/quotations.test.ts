import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../lib/text/find-quotations.ts';
import { readText } from '../../lib/text/read-text.ts';

function quotationsOf(text: string): string[] {
  return readText(text).quotations.map(({ begin, end, depth, closed }) => `${depth}${closed ? '' : '?'} ${text.slice(begin, end)}`);
}

describe('quotations', () => {
  it.each([
    ['„Gut“, sagte sie.', ['0 „Gut“']],
    ['»Gut«, sagte sie, «très bien» er.', ['0 »Gut«', '0 «très bien»']],
    ['« Bon », sagte sie.', ['0 « Bon »']],
    ['"Gut", sagte sie, "sehr gut".', ['0 "Gut"', '0 "sehr gut"']],
    ['„Er sagte ‚nein‘ und ging“, so sie.', ['0 „Er sagte ‚nein‘ und ging“', '1 ‚nein‘']],
    ['„Er sagte "nein" und ging“, so sie.', ['0 „Er sagte "nein" und ging“', '1 "nein"']],
    ['“Gut”, sagte sie.', ['0 “Gut”']],
    ['„Gut", sagte sie, und „schön”.', ['0 „Gut"', '0 „schön”']],
    ['›Gut‹, sagte sie.', ['0 ›Gut‹']],
    [',,Gut“, sagte sie.', ['0 ,,Gut“']],
    ["Sie nannte es 'gut'.", ["0 'gut'"]],
    ["Musk's Firma und Bezos' Firma", []],
    ['Jonas’ Firma ‚Nord‘ wächst', ['0 ‚Nord‘']],
    ['„Das bleibt so, sagte sie. Er ging.', ['0? „Das bleibt so, sagte sie.']],
    ['Sie sagte: „Das bleibt so. Ich gehe.', ['0? „Das bleibt so. Ich gehe.']],
    ['„Das bleibt so. Ich gehe.\n\n„Ich komme wieder.“ Er schwieg.', ['0? „Das bleibt so. Ich gehe.', '0 „Ich komme wieder.“']],
    ['Sie sagte: „Das bleibt so.\n\nIch komme wieder.“ Er schwieg.', ['0 „Das bleibt so.\n\nIch komme wieder.“']],
    ['„Das bleibt so. Ich gehe. Ich komme wieder.', ['0? „Das bleibt so. Ich gehe. Ich komme wieder.']],
    ['Der Monitor hat 27 Zoll.\n\nEin anderer hat 32" und kostet mehr.', []],
    ['„Das bleibt so, sagte sie „Nord“.', ['0? „Das bleibt so, sagte sie', '0 „Nord“']],
    ['Der Monitor hat 27" und kostet 300 Euro.', []],
    ['Firma Nords "Muster" "kopiert".', ['0 "Muster"', '0 "kopiert"']],
  ])('%s', (text, expected) => expect(quotationsOf(text)).toEqual(expected));

  it('takes any text: spans inside it, nested ones inside their parents, always the same', () => {
    const marks = fc.string({ unit: fc.constantFrom('„', '“', '”', '"', '»', '«', '‚', '‘', '’', "'", '‹', '›', ',', '.', ' ', 'a', 'B', '\n'), maxLength: 120 });
    fc.assert(
      fc.property(fc.oneof(marks, fc.string({ unit: 'binary' })), (text) => {
        const { quotations } = readText(text);
        expect(readText(text).quotations).toEqual(quotations);
        const around: number[] = [];
        for (const { begin, end, inner, depth } of quotations) {
          expect(0 <= begin && begin < inner[0] && inner[0] <= inner[1] && inner[1] <= end && end <= text.length).toBe(true);
          while (around.length > 0 && around.at(-1)! <= begin) around.pop();
          expect(depth).toBe(around.length);
          expect(end).toBeLessThanOrEqual(around.at(-1) ?? text.length);
          around.push(end);
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('nests ten thousand marks without a fall', () => {
    expect(readText('„'.repeat(10_000) + 'a' + '“'.repeat(10_000)).quotations).toHaveLength(10_000);
    expect(readText('„a '.repeat(10_000) + '» '.repeat(10_000)).quotations.length).toBeGreaterThan(0);
  });

  it('finds more quotations than a call may have arguments', () => {
    const text = '„a“ '.repeat(200_000);
    expect(findQuotations(text, [{ kind: 'paragraph', begin: 0, end: text.length }])).toHaveLength(200_000);
  });
});
