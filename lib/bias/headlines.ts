/** Headlines that shout, and sentences of the author that end with an exclamation mark. */
import type { BiasNote, Draft } from '../model.ts';
import { findPhrases } from '../text/phrases.ts';
import type { Reading } from '../text/reading.ts';
import { biasDraft } from './draft.ts';
import type { Voice } from './voice.ts';
import { headlineWords } from './word-tables.ts';

/** Fewer words than this and an exclamation is a call ("Achtung!", "Update!") rather than a sentence. */
const shortestSentence = 5;

/** Finds the table's words in titles and headings, in the author's voice. */
export function findShouting(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  return findPhrases(reading, headlineWords)
    .filter((hit) => {
      const kind = reading.blocks[hit.sentence.block]!.kind;
      return (kind === 'title' || kind === 'heading') && voice.isAuthors(hit.begin, hit.end);
    })
    .map((hit) => biasDraft(hit.row.rule, hit.begin, hit.end, hit.row.weighs, [reading.text.slice(hit.begin, hit.end)]));
}

/** Finds statements that the author closes with an exclamation mark; marks the last words before it. */
export function findExclamations(reading: Reading, voice: Voice): Draft<BiasNote>[] {
  return reading.sentences
    .filter(({ first, last, begin, end }) => reading.text[end - 1] === '!' && last - first > shortestSentence && voice.isAuthors(begin, end))
    .map(({ last, end }) => {
      const begin = reading.tokens[last - 3]!.begin;
      return biasDraft('bias.exclamation', begin, end, 'exclamation', [reading.text.slice(begin, end)]);
    });
}
