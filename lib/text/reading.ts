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
