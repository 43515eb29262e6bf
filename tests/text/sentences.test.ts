import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../lib/text/read-text.ts';

function sentencesOf(text: string): string[] {
  return readText(text).sentences.map(({ begin, end }) => text.slice(begin, end));
}

/** Sentences are written with | between them; the rest is the text. */
const cases: Record<string, string> = {
  'ordinals before months': 'Am 17. November kam er. |Bis zum 3. Quartal blieb sie.',
  'a year ends a sentence': 'Das war 2005. |Minister Weber ging.',
  'decimal commas and thousands': 'Es waren 1.200,50 Euro. |Um 16.30 Uhr war Schluss.',
  'abbreviations': 'Dr. Anna Berg, z. B. aus Ulm, zahlte ca. 3 Mio. Euro bzw. mehr. |Sie lachte.',
  'abbreviation at the end': 'Es kostete 3 Mio. |Die Firma schwieg.',
  'initials': 'J. R. Weber kam. |Auch K. ging.',
  'dateline': 'Berlin (dpa) – Die Regierung tagt. |Sie berät.',
  'stop inside quotation': '„Das ist gut.“ |Er ging.',
  'question inside quotation goes on': '„Ist das gut?“ fragte sie. |Er schwieg.',
  'sentences inside a quotation': '„Das ist gut. |Das bleibt“, sagte sie.',
  'colon ties': 'Sie sagte: „Das ist gut.“ |Dann ging sie.',
  'ellipsis': 'Er zögerte ... |Dann sprach er… |Gut.',
  'glued stop': 'Der Laden ist geschlossen.|Die Kunden warten.',
  'domain names': 'Das steht auf heise.de zu lesen. |Gut.',
  'Roman numbers': 'Papst Benedikt XVI. kam. |Auch Karl XII. war da.',
  'headline without stop': 'Firma Nord kauft Firma Süd\n\n|Die Firma Nord kauft zu.',
  'exclaiming names': 'Der Dienst Yahoo! Finance wuchs. |Er wächst.',
};

describe('sentences', () => {
  for (const [name, marked] of Object.entries(cases)) {
    it(name, () => {
      expect(sentencesOf(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((part) => part.trim()));
    });
  }

  it('takes any text, and every token lies in exactly one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const reading = readText(text);
        let at = 0;
        const isWhole = reading.sentences.every((sentence) => {
          const startsRight = sentence.first === at && sentence.begin === reading.tokens[at]!.begin;
          at = sentence.last;
          return startsRight && sentence.end === reading.tokens[at - 1]!.end;
        });
        expect(isWhole && at === reading.tokens.length).toBe(true);
      }),
    );
  }, 30_000);
});
