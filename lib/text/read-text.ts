import type { Block } from '../model.ts';
import { findQuotations } from './find-quotations.ts';
import { guessBlocks } from './guess-blocks.ts';
import type { Reading } from './reading.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenise } from './tokenise.ts';

/** Reads a clean text once for all engines: any text, linear. Blocks are guessed from line breaks when the page gave none. */
export function readText(text: string, given?: readonly Block[]): Reading {
  const blocks = given ?? guessBlocks(text);
  const tokens = tokenise(text);
  return { text, blocks, tokens, sentences: splitSentences(text, blocks, tokens), quotations: findQuotations(text, blocks) };
}
