import type { Block } from '../model.ts';
import type { Quotation, Reading, Sentence, Token } from './reading.ts';

/** Reads a clean text once for all engines. Blocks are guessed from line breaks when the page gave none. */
export function readText(text: string, given?: readonly Block[]): Reading {
  const blocks = given ?? guessBlocks(text);
  const tokens = tokenise(text);
  return { text, blocks, tokens, sentences: splitSentences(text, blocks, tokens), quotations: findQuotations(text, blocks) };
}

function guessBlocks(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => ({ kind: 'paragraph' as const, begin: line.index, end: line.index + line[0].length }));
}

function tokenise(text: string): Token[] {
  return [...text.matchAll(/(\d[\d.,]*\d|\d)|([\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*)|([^\s])/gu)].map((found) => ({
    begin: found.index,
    end: found.index + found[0].length,
    kind: found[1] ? 'number' : found[2] ? 'word' : 'punctuation',
    lower: found[0].toLowerCase(),
  }));
}

function splitSentences(text: string, blocks: readonly Block[], tokens: readonly Token[]): Sentence[] {
  const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  let first = 0;
  blocks.forEach((block, index) => {
    for (const part of segmenter.segment(text.slice(block.begin, block.end))) {
      const begin = block.begin + part.index;
      const end = begin + part.segment.trimEnd().length;
      while (first < tokens.length && tokens[first]!.begin < begin) first += 1;
      let last = first;
      while (last < tokens.length && tokens[last]!.begin < end) last += 1;
      if (end > begin) sentences.push({ begin, end, block: index, first, last });
      first = last;
    }
  });
  return sentences;
}

function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
  return blocks.flatMap((block) =>
    [...text.slice(block.begin, block.end).matchAll(/[„"“»]([^„"“”»«]*)[“"”«]/g)].map((found) => {
      const begin = block.begin + found.index;
      const end = begin + found[0].length;
      return { begin, end, inner: [begin + 1, end - 1] as const, depth: 0, closed: true };
    }),
  );
}
