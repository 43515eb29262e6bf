import { describe, expect, test } from 'vitest';
import { matchEntities } from '../../lib/match/match-entities.ts';
import { readText } from '../../lib/text/read-text.ts';
import { smallDataset } from './small-dataset.ts';
import traps from './traps.yml';

/** Takes a sentence with `[name|entity]` marks apart into its text and its mentions, and writes found notes in the same way. */
const bare = (marked: string): string => marked.replaceAll(/\[([^|\]]+)\|[^\]]+\]/g, '$1');

function mark(text: string): string {
  const notes = matchEntities(readText(text), smallDataset);
  return notes.toReversed().reduce((marked, note) => `${marked.slice(0, note.begin)}[${marked.slice(note.begin, note.end)}|${note.entity}]${marked.slice(note.end)}`, text);
}

describe('names in sentences that trip a plain list', () => {
  test.each((traps as { cases: string[] }).cases)('%s', (marked) => {
    expect(mark(bare(marked))).toBe(marked);
  });
});
