/**
 * The finest cut of a text for name matching: maximal runs of letters, marks and digits. `Mars-Satelliten` is two pieces,
 * `Metadaten` is one, so a name can never match inside a word. Parallel arrays, since a long text has many pieces.
 */
import { endOfRun } from '../text/characters.ts';
import { keep } from '../text/keep.ts';
import type { Reading } from '../text/reading.ts';
import { factOf, type Word, wordAt, wordOf } from '../text/words.ts';

export interface Pieces {
  count: number;
  begins: readonly number[];
  ends: readonly number[];
}

/** Cuts a text (or a form) into pieces, in one linear pass. Offsets are UTF-16 code units. */
export function cutPieces(text: string): Pieces {
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfRun(text, at);
    if (end > at) {
      begins.push(at);
      ends.push(end);
    }
    at = end + 1;
  }
  return { count: begins.length, begins, ends };
}

/** The pieces of a text, each with its word. */
export interface WordPieces extends Pieces {
  words: readonly Word[];
}

/** The pieces of a reading: cut once, however many engines ask. */
export const piecesOf = keep(piecesOfTokens);

/** Whether a word is one piece: most are. */
const isWhole = factOf(({ written }) => endOfRun(written, 0) === written.length);

/** Tokens with hyphens, apostrophes or points inside are cut, marks are none. */
function piecesOfTokens({ text, tokens }: Reading): WordPieces {
  const begins: number[] = [];
  const ends: number[] = [];
  const words: Word[] = [];
  const add = (begin: number, end: number, word: Word): void => {
    begins.push(begin);
    ends.push(end);
    words.push(word);
  };
  for (let token = 0; token < tokens.length; token += 1) {
    const { begin, end, kind, word } = tokens[token]!;
    if (kind === 'punctuation') continue;
    if (isWhole(word)) {
      add(begin, end, word);
      continue;
    }
    for (let at = begin; at < end;) {
      const stop = endOfRun(text, at);
      add(at, stop, wordAt(text, at, stop));
      at = stop + 1;
    }
  }
  return { count: begins.length, begins, ends, words };
}

/** Cuts a text into pieces and looks each up. */
export function wordPieces(text: string): WordPieces {
  const pieces = cutPieces(text);
  return { ...pieces, words: pieces.begins.map((begin, at) => wordAt(text, begin, pieces.ends[at]!)) };
}

/** Folds a piece for look-up: lower case, Swiss `ss` for `ß`. Case is checked afterwards. */
export function fold(piece: string): string {
  return foldedOf(wordOf(piece));
}

/** The same for a word of a text. */
export const foldedOf = factOf(({ lower }) => (lower.includes('ß') ? lower.replaceAll('ß', 'ss') : lower));

const space = 0x20;

/**
 * What stands between two pieces, as part of a look-up key: hyphen and space are one (`Blue-Origin-Chef`), apostrophes are
 * one, other signs count as written. `undefined` where no name can go on: a line break, or a gap wider than a sign with spaces.
 */
export function joint(text: string, begin: number, end: number): string | undefined {
  if (end - begin > 3) return undefined;
  if (end - begin === 1 && text.charCodeAt(begin) === space) return ' ';
  const between = text.slice(begin, end);
  if (between === ' ' || between === '-' || between === '\u2011' || between === '\u2010') return ' ';
  if (between.includes('\n')) return undefined;
  const sign = between.trim();
  if (sign === '') return ' ';
  return sign === '’' || sign === '‘' ? "'" : sign;
}
