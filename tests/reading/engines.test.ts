/** All engines together, on the seed article with the bundled pack, against the careful reading. Floors are those of the goals. */
import { bundledPacks } from 'virtual:randnotiz/packs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../lib/annotate.ts';
import { createDataset } from '../../lib/dataset/dataset.ts';
import type { BiasCategory, Note, NoteKind, Span } from '../../lib/model.ts';
import { figure, hits, overlaps, unionRatio } from './measure.ts';
import { loadReading, seedArticle, type MentionRead } from './load.ts';

const text = seedArticle();
const reading = loadReading(text);
const document = annotate({ text, signals: {} }, createDataset(bundledPacks), { force: true });
const notesOf = <Kind extends NoteKind>(kind: Kind): Extract<Note, { kind: Kind }>[] => document.notes.filter((note): note is Extract<Note, { kind: Kind }> => note.kind === kind);
const say = ([begin, end]: Span): string => text.slice(begin, end);

describe('entities', () => {
  const known = new Set(reading.mentions.map((mention) => mention.entity));
  const notes = notesOf('entity').filter((note) => known.has(note.entity));
  const isMention = (mention: MentionRead, note: (typeof notes)[number]): boolean =>
    note.begin === mention.begin && note.entity === mention.entity && (note.end === mention.end || note.end === mention.otherEnd);

  it('are found with their exact span: F1 ≥ 0.98', () => {
    const must = reading.mentions.filter((mention) => !mention.may);
    const { found, missed } = hits(must, (mention) => notes.some((note) => isMention(mention, note)));
    const wrong = notes.filter((note) => !reading.mentions.some((mention) => isMention(mention, note)));
    const f1 = (2 * found.length) / (2 * found.length + missed.length + wrong.length);
    const faults = [...missed.map(({ begin, end, entity }) => `${say([begin, end])} (${entity})`), ...wrong.map((note) => `wrong: ${note.quote} (${note.entity})`)];
    expect(f1, figure('entities F1', f1, faults)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('attribution', () => {
  const notes = notesOf('attribution').filter((note) => note.source !== 'none');
  const plain = reading.attributions.filter((one) => one.plain);
  const best = (content: readonly Span[]) => notes.map((note) => ({ note, ratio: unionRatio(note.content, content) })).sort((a, b) => b.ratio - a.ratio)[0];

  it('finds every attributed statement with its content', () => {
    const { missed, recall } = hits(plain, (one) => (best(one.content)?.ratio ?? 0) >= 0.5);
    expect(recall, figure('statements', recall, missed.map((one) => say(one.content[0]!)))).toBe(1);
  });

  it('knows speaker and cue of each', () => {
    const { missed, recall } = hits(plain, (one) => {
      const { note } = best(one.content)!;
      return unionRatio(note.speaker, one.speaker) >= 0.5 && one.cue.some((cue) => note.cue.some((span) => overlaps(cue, span)));
    });
    expect(recall, figure('speaker and cue', recall, missed.map((one) => say(one.content[0]!)))).toBe(1);
  });

  it('knows the class of each source', () => {
    const { missed, recall } = hits(plain, (one) => best(one.content)!.note.source === one.source);
    expect(recall, figure('source class', recall, missed.map((one) => `${say(one.speaker[0]!)} (${one.source})`))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('claims', () => {
  it('support the places where they stand: at least 65 of the dataset', () => {
    const supported = new Set(notesOf('claim').filter((note) => note.relation === 'supports').map((note) => note.claim));
    expect(supported.size, `claims supported: ${supported.size}`).toBeGreaterThanOrEqual(65);
  });

  it('reach the places that a careful reader marks as central', () => {
    const notes = notesOf('claim');
    const { missed, recall } = hits(reading.claims.filter((one) => one.central), (one) => notes.some((note) => overlaps([note.begin, note.end], one.span)));
    expect(recall, figure('central claim places', recall, missed.map((one) => one.gloss))).toBeGreaterThanOrEqual(0.85);
  });
});

/** What a careful reader would expect of the bias engine: biased stretches, and quotation marks at a distance. */
interface Expected {
  span: Span;
  categories: readonly BiasCategory[];
}
const expectedBias: readonly Expected[] = [
  ...reading.bias.filter((one) => one.plain).map(({ span, category, or }) => ({ span, categories: [category, ...or] })),
  ...reading.quotations.filter((one) => one.use === 'scare' && one.plain).map(({ span }) => ({ span, categories: ['scare-quotes'] as const })),
];

describe('bias', () => {
  const notes = notesOf('bias');

  it('finds the plain cases with the right category: recall ≥ 0.90', () => {
    const { missed, recall } = hits(expectedBias, ({ span, categories }) => notes.some((note) => overlaps([note.begin, note.end], span) && categories.includes(note.category)));
    expect(recall, figure('bias recall', recall, missed.map(({ span, categories }) => `${say(span)} (${categories.join('/')})`))).toBeGreaterThanOrEqual(0.9);
  });

  it('has twelve notes or more', () => {
    expect(notes.length).toBeGreaterThanOrEqual(12);
  });

  it('says nothing that the reading does not know', () => {
    const allowed = [...reading.bias.map((one) => one.span), ...reading.quotations.filter((one) => one.use === 'scare' || !one.plain).map((one) => one.span)];
    const unknown = notes.filter((note) => !allowed.some((span) => overlaps([note.begin, note.end], span)));
    expect(unknown.length, `unknown: ${unknown.map((note) => `${note.quote} (${note.rule})`).join(' · ')}`).toBeLessThanOrEqual(2);
  });

  it('takes no name, term or quoted fragment for distance', () => {
    const plainMarks = reading.quotations.filter((one) => one.use !== 'scare' && one.plain);
    const wrong = notes.filter((note) => note.category === 'scare-quotes' && plainMarks.some((one) => overlaps([note.begin, note.end], one.span)));
    expect(wrong.map((note) => note.quote)).toEqual([]);
  });
});

describe('language', () => {
  const notes = notesOf('language');

  it('finds the plain slips: recall ≥ 0.5', () => {
    const { missed, recall } = hits(reading.slips.filter((one) => one.plain), (one) => notes.some((note) => overlaps([note.begin, note.end], one.span)));
    expect(recall, figure('slips recall', recall, missed.map((one) => say(one.span)))).toBeGreaterThanOrEqual(0.5);
  });

  it('marks nothing that is no slip', () => {
    const wrong = notes.filter((note) => !reading.slips.some((one) => overlaps([note.begin, note.end], one.span)));
    expect(wrong.length, `no slips: ${wrong.map((note) => `${note.quote} (${note.rule})`).join(' · ')}`).toBeLessThanOrEqual(4);
  });
});

describe('consistency', () => {
  const notes = notesOf('consistency');

  it('finds the plain inconsistency with both places', () => {
    const { missed, recall } = hits(reading.inconsistencies.filter((one) => one.plain), (one) =>
      notes.some((note) => note.category === one.category && one.places.every((place) => note.spans.some((span) => overlaps(span, place)))),
    );
    expect(recall, figure('inconsistencies', recall, missed.map((one) => one.gloss))).toBe(1);
  });

  it('claims no disagreement that the reading does not know', () => {
    const wrong = notes.filter((note) => !reading.inconsistencies.some((one) => note.spans.every((span) => one.places.some((place) => overlaps(span, place)))));
    expect(wrong.map((note) => `${note.rule}: ${note.spans.map(say).join(' / ')}`)).toEqual([]);
  });
});
