import { describe, expect, it } from 'vitest';
import { visibleNotes } from '../../lib/margin/visible-notes.ts';
import { newId } from '../../lib/margin/new-id.ts';
import { attribution, bias, blocks, claim, consistency, entity, language } from './notes.ts';

const core = { density: 'core', hidden: [] } as const;
const normal = { density: 'normal', hidden: [] } as const;
const everything = { density: 'everything', hidden: [] } as const;

describe('core density', () => {
  it('keeps the first mention of an entity in each section', () => {
    const mentions = [2, 12, 22, 32, 42].map((begin) => entity({ begin, end: begin + 3 }));
    const shown = visibleNotes(mentions, blocks('paragraph', 'paragraph', 'heading', 'paragraph', 'paragraph'), core);
    expect(shown.map(({ begin }) => begin)).toEqual([2, 22]);
  });

  it('counts entities apart from each other', () => {
    const notes = [entity({ begin: 1 }), entity({ begin: 3, entity: 'elon-musk' })];
    expect(visibleNotes(notes, [], core)).toEqual(notes);
  });

  it('begins anew after a long stretch without a heading', () => {
    const page = blocks(...Array.from({ length: 30 }, () => 'paragraph' as const));
    const mentions = page.map(({ begin }) => entity({ begin }));
    const shown = visibleNotes(mentions, page, core).length;
    expect(shown).toBeGreaterThan(1);
    expect(shown).toBeLessThan(5);
  });

  it('keeps central claims where they are first said, differing claims and certain contradictions, and nothing on how it is said', () => {
    const kept = [claim({ central: true }), claim({ claim: 'c2', relation: 'contradicts' }), consistency()];
    const left = [claim(), claim({ central: true }), claim({ relation: 'mentions', central: true }), consistency({ confidence: 0.6 }), attribution(), bias(), language()];
    expect(visibleNotes([...kept, ...left], [], core)).toEqual(kept);
  });
});

describe('normal density', () => {
  it('adds who says it and certain bias', () => {
    const notes = [claim({ relation: 'mentions' }), attribution(), attribution({ source: 'none' }), bias({ confidence: 0.95 }), bias({ confidence: 0.5 }), language()];
    expect(visibleNotes(notes, [], normal)).toEqual([notes[0], notes[1], notes[3]]);
  });
});

describe('every density', () => {
  it('shows all when everything is asked for', () => {
    const notes = [entity(), entity(), attribution({ source: 'none' }), bias({ confidence: 0.1 }), language(), consistency()];
    expect(visibleNotes(notes, [], everything)).toEqual(notes);
  });

  it('leaves out kinds that the reader switched off', () => {
    expect(visibleNotes([entity(), claim()], [], { density: 'everything', hidden: ['entity'] }).map(({ kind }) => kind)).toEqual(['claim']);
  });

  it("never lets a reader's own flag into the registry", () => {
    expect(visibleNotes([claim({ claim: newId() })], [], everything)).toEqual([]);
  });
});
