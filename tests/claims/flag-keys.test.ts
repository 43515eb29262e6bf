/** Filing: whatever is found with all flags in memory is found among those that the keys give. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledPacks } from 'virtual:randnotiz/packs';
import { compareFlag } from '../../lib/claims/compare-flag.ts';
import { contentWords } from '../../lib/claims/content-words.ts';
import { flagIndexOf, readFlag } from '../../lib/claims/flag-index.ts';
import { flagKeys, textKeys } from '../../lib/claims/flag-keys.ts';
import { candidatesFor, matchFlags } from '../../lib/claims/match-flags.ts';
import { findQuantities } from '../../lib/claims/quantities.ts';
import { sentenceStems } from '../../lib/claims/word-overlap.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { Flag } from '../../lib/model.ts';
import { readText } from '../../lib/text/read-text.ts';
import { exampleId } from '../store/example-flag.ts';
import { flagOf } from './flag.ts';
import table from './flag-pairs.yml';

const { pairs } = table as { pairs: { flag: string; text: string }[] };
const dataset = createDataset(bundledPacks);
const found = (text: string, flags: readonly Flag[]): string[] => matchFlags(readText(text), [], flags, dataset).map(({ claim, begin, end, relation }) => `${claim} ${begin} ${end} ${relation}`);

/** The flags that a store would hand out which filed these together. */
function near(text: string, flags: readonly Flag[]): Flag[] {
  const wanted = new Set(textKeys(text));
  const keys = flagKeys(flags);
  return flags.filter((_, at) => keys[at]!.some((key) => wanted.has(key)));
}

describe('a flag is found by its keys', () => {
  const flags = [...new Set(pairs.map(({ flag }) => flag))].map((exact, at) => flagOf(exact, { id: exampleId(at) }));

  test.each(pairs)('$flag / $text', ({ flag, text }) => {
    const one = [flagOf(flag)];
    expect(found(text, near(text, one))).toEqual(found(text, one));
    expect(found(text, near(text, flags))).toEqual(found(text, flags));
  });

  test('and by its keys in memory, too, as if it had been compared with every sentence', () => {
    const index = flagIndexOf(flags);
    for (const { text } of pairs) {
      const words = contentWords(text, 0, text.length);
      const sentence = { text, begin: 0, end: text.length, words, stems: sentenceStems(words), quantities: findQuantities(text) };
      const candidates = new Set([...candidatesFor(words, index)].map(({ flag }) => flag.id));
      expect(flags.filter((flag) => compareFlag(sentence, readFlag(flag)) && readFlag(flag).rich && !candidates.has(flag.id)).map(({ quote }) => `${quote.exact} / ${text}`)).toEqual([]);
    }
  });

  test('and few others are', () => {
    const shares = pairs.map(({ text }) => near(text, flags).length / flags.length);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.2);
  });

  // Two that begin alike came in another order where no flag had more words than those that stand in the text.
  test('in the same order, whatever others there are', () => {
    const all = ['Nordstern Ja', '6,2 ruft KI', 'Nordstern'].map((exact, at) => flagOf(exact, { id: exampleId(at) }));
    const text = 'Ja. Nordstern Ja Ja.';
    expect(found(text, near(text, all))).toEqual(found(text, all));
  });

  // Just so many words are missing as may be: added up in another order, they weighed a trillionth more.
  test('where all is missing that may be', () => {
    const all = ['Ja', 'Milliarden Sprach­modell Ja', `Sprach­modell ruft ${'x'.repeat(170)} zurückgerufen zurück Ja`, 'zurückgerufen Ja'].map((exact, at) => flagOf(exact, { id: exampleId(at) }));
    const text = 'Sprach­modell zurückgerufen Ja. Ja Ja.';
    expect(found(text, near(text, all))).toEqual(found(text, all));
  });

  test('of whatever words it consists', () => {
    const words = fc.constantFrom('Ja', 'das', 'ist', 'so', 'KI', 'GmbH', '6,2', 'Milliarden', 'Nordstern', 'beschäftigt', 'zurückgerufen', 'ruft', 'zurück', 'x'.repeat(170), 'Groß-Gerau', '👍', 'ß', 'Sprach­modell');
    const phrase = fc.array(words, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), phrase, phrase, (quotes, before, after) => {
        const all = quotes.map((exact, at) => flagOf(exact, { id: exampleId(at) }));
        const text = `${before}. ${quotes[0]!} ${after}.`;
        expect(found(text, near(text, all))).toEqual(found(text, all));
      }),
    );
  });
});
