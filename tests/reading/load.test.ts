import { describe, expect, it } from 'vitest';
import mentionRows from './mentions.yml';
import { loadReading, resolve, seedArticle } from './load.ts';

describe('the careful reading of the seed article', () => {
  const text = seedArticle();
  const reading = loadReading(text);

  it('reads every line of the article, in its order', () => {
    const lines = (mentionRows as string[]).map((line) => line.replace(/\[([^\]|]+)\|?([^\]]*)\]\([^)]*\)/g, '$1$2'));
    expect(lines).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
  });

  it('names each of the 39 entities at least once', () => {
    expect(new Set(reading.mentions.map((mention) => mention.entity)).size).toBe(39);
  });

  it('knows every pair of quotation marks', () => {
    const pairs = [...text.matchAll(/„[^“]*“|"[^"]*"/g)].map((pair) => [pair.index, pair.index + pair[0].length]);
    expect(reading.quotations.map((quotation) => quotation.span)).toEqual(pairs);
  });

  it('holds about ninety claims or more, some seventy of them central', () => {
    expect(reading.claims.length).toBeGreaterThanOrEqual(90);
    expect(reading.claims.filter((claim) => claim.central).length).toBeGreaterThanOrEqual(70);
  });

  it('refuses a place that stands twice or nowhere', () => {
    expect(() => resolve('ein Wort, ein Wort', '[Wort]', 'x.yml')).toThrow('more than once');
    expect(() => resolve('ein Wort', '[Satz]', 'x.yml')).toThrow('not found');
    expect(resolve('ein Wort, ein Wort', ', ein [Wort]', 'x.yml')).toEqual([14, 18]);
  });
});
