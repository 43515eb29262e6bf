import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../components/print/numbered-text.ts';

const text = 'Titel\nEins zwei drei.\n\nVier fünf.';

describe('numbered text', () => {
  it('numbers things in the order of the text, the same thing once', () => {
    const { blocks, keys } = numberText(text, [], [
      { key: 'b', spans: [[11, 15]], tone: 'claim' },
      { key: 'a', spans: [[6, 10]], tone: 'entity' },
      { key: 'a', spans: [[23, 27]], tone: 'entity' },
    ]);
    expect(keys).toEqual(['a', 'b']);
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph']);
    const marked = blocks.flatMap(({ runs }) => runs.filter(({ numbers }) => numbers.length > 0).map((run) => [run.text, run.numbers, run.first]));
    expect(marked).toEqual([['Eins', [1], [1]], ['zwei', [2], [2]], ['Vier', [1], []]]);
  });

  it('counts in the order in which the numbers stand, which is behind the words', () => {
    const { keys } = numberText(text, [], [{ key: 'sentence', spans: [[6, 21]], tone: 'claim' }, { key: 'name', spans: [[6, 10]], tone: 'entity' }]);
    expect(keys).toEqual(['name', 'sentence']);
  });

  it('keeps marks that lie on each other apart, and those that run over a block', () => {
    const { blocks } = numberText(text, [], [{ key: 'a', spans: [[6, 15]], tone: 'claim' }, { key: 'b', spans: [[11, 27]], tone: 'entity' }]);
    expect(blocks[1]!.runs.map(({ text: words, tones, numbers }) => [words, tones, numbers])).toEqual([
      ['Eins ', ['claim'], []], ['zwei', ['claim', 'entity'], [1]], [' drei.', ['entity'], []],
    ]);
    expect(blocks[2]!.runs[0]).toMatchObject({ text: 'Vier', numbers: [2] });
  });

  it('never loses a letter, and gives every number one first place at most', () => {
    const spans = fc.array(fc.tuple(fc.nat(33), fc.nat(33)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const), { maxLength: 12 });
    fc.assert(fc.property(spans, (all) => {
      const { blocks } = numberText(text, [], all.map((span, index) => ({ key: `k${index % 5}`, spans: [span], tone: 'entity' })));
      expect(blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('|')).toBe('Titel|Eins zwei drei.|Vier fünf.');
      const first = blocks.flatMap(({ runs }) => runs.flatMap((run) => run.first));
      expect(new Set(first).size).toBe(first.length);
    }));
  });
});
