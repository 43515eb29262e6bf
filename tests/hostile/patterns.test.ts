/** No regular expression of the house takes more than its text is long: each is given the inputs that hurt most, in growing sizes. */
import { describe, expect, it } from 'vitest';
import { constructedPatterns, hurtBy, literalPatterns, type Pattern } from './patterns.ts';
import { isFull } from './size.ts';

/** UTF-16 code units of the longest input: a megabyte in the long command. */
const largest = isFull ? 1_000_000 : 4_096;

const faultsOf = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((pattern) => {
    const input = hurtBy(pattern, largest);
    return input === undefined ? [] : [`${pattern.place}: /${pattern.source}/${pattern.flags} is not linear on ${input}; bound its repeats, or do without.`];
  });

describe('regular expressions', () => {
  it('written as literals are linear', () => {
    const all = literalPatterns();
    expect(all.length).toBeGreaterThan(200);
    expect(faultsOf(all)).toEqual([]);
  }, 1_200_000);

  it('made from tables are linear', async () => {
    const modules = import.meta.glob(['../../lib/**/*.ts', '!../../lib/**/*.d.ts']);
    const made = await constructedPatterns(() => Promise.allSettled(Object.values(modules).map((load) => load())));
    expect(made.map(({ place }) => place).sort()).toEqual(expect.arrayContaining([expect.stringMatching(/page\/element-kinds/), expect.stringMatching(/page\/block-wording/)]));
    expect(faultsOf(made)).toEqual([]);
  }, 1_200_000);

  it('that are not linear are found out', () => {
    for (const source of [String.raw`(a+)+$`, String.raw`\s+$`, String.raw`x.*y.*z`, String.raw`(?:\p{L}+\s?)*!`]) expect(hurtBy({ place: 'here', source, flags: 'u' }, 200_000), source).toBeDefined();
  }, 120_000);
});
