import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolvePlace } from '../../lib/dataset/evidence.ts';

/** How often a needle stands in a text, counted the slow way. */
function count(text: string, needle: string): number {
  let found = 0;
  for (let at = 0; at + needle.length <= text.length; at += 1) if (text.startsWith(needle, at)) found += 1;
  return found;
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '„', '😀'), minLength: 1, maxLength: 40 });
const quote = fc.string({ unit: fc.constantFrom('a', 'b', '„', '😀'), minLength: 1, maxLength: 4 });

it('finds a quote exactly when it stands once', () => {
  fc.assert(fc.property(text, quote, (article, words) => {
    const resolved = resolvePlace(words, 'x', article);
    expect('found' in resolved).toBe(count(article, words) === 1);
    if ('found' in resolved) expect(article.slice(resolved.found.begin, resolved.found.end)).toBe(words);
  }));
});

it('finds each of several places by its occurrence, in order', () => {
  fc.assert(fc.property(text, quote, (article, words) => {
    const begins = Array.from({ length: count(article, words) + 1 }, (_, index) => resolvePlace({ quote: words, occurrence: index + 1 }, 'x', article))
      .map((resolved) => ('found' in resolved ? resolved.found.begin : -1));
    expect(begins.at(-1)).toBe(-1);
    const found = begins.slice(0, -1);
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    for (const begin of found) expect(article.startsWith(words, begin)).toBe(true);
  }));
});
