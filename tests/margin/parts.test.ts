/** A long article that changes in one place: what is sent of it, and that all notes stand on their words afterwards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes, partOf } from '../../lib/margin/parts.ts';
import { portionsOf } from '../../lib/margin/portions.ts';
import type { Article, Note } from '../../lib/model.ts';
import { attribution, consistency, entity } from './notes.ts';

const paragraph = (at: number, length = 200): string => `Absatz ${at} ${'Wort '.repeat(length / 5)}`.slice(0, length).trimEnd();

function articleOf(paragraphs: readonly string[]): Article {
  let length = 0;
  const blocks = paragraphs.map((text) => {
    const begin = length === 0 ? 0 : length + 2;
    length = begin + text.length;
    return { kind: 'paragraph' as const, begin, end: length };
  });
  return { text: paragraphs.join('\n\n'), blocks, signals: {} };
}

/** A note on the first word of every block, of each of the kinds that have places of their own. */
const notesIn = ({ text, blocks }: Article, offset = 0): Note[] => blocks!.map(({ begin, end }, at) => {
  const place = { id: `n${at}`, begin: begin - offset, end: begin - offset + 6, quote: text.slice(begin, begin + 6) };
  const span = [begin - offset, end - offset] as const;
  return [entity(place), attribution({ ...place, content: [span], speaker: [span], cue: [span] }), consistency({ ...place, spans: [span] })][at % 3]!;
});

describe('a changed stretch of a long article', () => {
  const old = Array.from({ length: 200 }, (_, at) => paragraph(at));

  it('is sent alone, and all notes are on their words again', () => {
    fc.assert(
      fc.property(fc.nat({ max: 199 }), fc.nat({ max: 3 }), fc.array(fc.nat({ max: 400 }), { maxLength: 4 }), (from, gone, lengths) => {
        const to = Math.min(old.length, from + gone);
        const come = lengths.map((length, at) => paragraph(1000 + at, length + 20));
        const before = articleOf(old);
        const now = articleOf([...old.slice(0, from), ...come, ...old.slice(to)]);
        const part = partOf(before, now, { from, to, now: from + come.length }, [])!;
        expect(part.article.text).toBe(now.text.slice(part.at, part.at + part.article.text.length));
        expect(part.article.text.length).toBeLessThan(3_000);
        for (const block of part.article.blocks!) expect(part.article.text.slice(block.begin, block.end)).toMatch(/^Absatz/);
        const found = notesIn(part.article).filter(({ begin, end }) => begin >= part.begin && end <= part.end);
        const merged = mergeNotes(notesIn(before), part, { notes: found }, 'x');
        expect(merged.map(({ begin }) => begin)).toEqual(now.blocks!.map(({ begin }) => begin));
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        const places = new Set(now.blocks!.map(({ begin, end }) => `${begin} ${end}`));
        for (const note of merged) {
          expect(now.text.slice(note.begin, note.end)).toBe(note.quote);
          const spans = note.kind === 'attribution' ? [...note.content, ...note.speaker, ...note.cue] : note.kind === 'consistency' ? note.spans : [];
          for (const [begin, end] of spans) expect(places).toContain(`${begin} ${end}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the whole article where that is short, or where an own flag stands on it', () => {
    const before = articleOf(old);
    const now = articleOf(old.with(7, paragraph(7, 300)));
    const changed = { from: 7, to: 8, now: 8 };
    const flagAt = (block: number) => [{ flag: {} as never, state: 'same' as never, span: [before.blocks![block]!.begin, before.blocks![block]!.end] as const }];
    expect(partOf(before, now, changed, flagAt(7))).toBeUndefined();
    expect(partOf(before, now, changed, flagAt(8))).toBeDefined();
    expect(partOf(articleOf(old.slice(0, 20)), articleOf(old.slice(0, 20).with(7, 'Neu.')), changed, [])).toBeUndefined();
  });
});

describe('a very long article', () => {
  it('is analysed in portions that are all of it, up to two million letters', () => {
    const article = articleOf(Array.from({ length: 3_000 }, (_, at) => paragraph(at, 300)));
    const portions = portionsOf(article);
    expect(portions.map((portion) => portion.article.text).join('\n\n')).toBe(article.text);
    for (const { article: { text, blocks }, at } of portions) {
      expect(text.length).toBeLessThanOrEqual(250_000);
      expect(article.text.startsWith(text, at)).toBe(true);
      expect(blocks!.at(-1)!.end).toBe(text.length);
    }
    const endless = portionsOf(articleOf(Array.from({ length: 30_000 }, (_, at) => paragraph(at, 300))));
    expect(endless.reduce((sum, portion) => sum + portion.article.text.length, 0)).toBeLessThanOrEqual(2_000_000);
  });

  it('of a usual length is one portion, as it is', () => {
    const article = articleOf([paragraph(1), paragraph(2)]);
    expect(portionsOf(article)).toEqual([{ article, at: 0 }]);
  });
});
