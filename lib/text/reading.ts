/**
 * What every engine shares of one text: blocks, sentences, tokens and quotations, found once. Made by `read-text.ts`.
 */
import type { Block, Span } from '../model.ts';
import type { Word } from './words.ts';

export interface Token {
  begin: number;
  end: number;
  kind: 'word' | 'number' | 'punctuation';
  /** Lower case, for look-ups in word tables. */
  lower: string;
  /** The same with all that is known of its spelling. */
  word: Word;
}

export interface Sentence {
  begin: number;
  end: number;
  /** Index into `blocks`. */
  block: number;
  /** Its tokens: `tokens.slice(first, last)`. */
  first: number;
  last: number;
}

/** A stretch in quotation marks. */
export interface Quotation {
  /** With its marks. */
  begin: number;
  end: number;
  /** Without its marks. */
  inner: Span;
  /** 0 for an outermost one. */
  depth: number;
  /** False when the closing mark is missing and the end was guessed. */
  closed: boolean;
}

export interface Reading {
  text: string;
  blocks: readonly Block[];
  sentences: readonly Sentence[];
  tokens: readonly Token[];
  quotations: readonly Quotation[];
}

/** How many tokens are words, among the first `until`. */
export function countWords({ tokens }: Reading, until = tokens.length): number {
  let count = 0;
  for (let at = 0; at < Math.min(until, tokens.length); at += 1) if (tokens[at]!.kind === 'word') count += 1;
  return count;
}
