/**
 * The finest cut of a text for name matching: maximal runs of letters, marks and digits. `Mars-Satelliten` is two pieces,
 * `Metadaten` is one, so a name can never match inside a word. Parallel arrays, since a long text has many pieces.
 */
import { endOfRun } from '../text/characters.ts';
import type { Reading } from '../text/reading.ts';
import { remember } from '../text/remember.ts';

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

/** The pieces of a text with each one folded. */
export interface FoldedPieces extends Pieces {
  folded: readonly string[];
}

const read = new WeakMap<Reading, FoldedPieces>();

/** The pieces of a reading: cut once, however many engines ask. */
export function piecesOf(reading: Reading): FoldedPieces {
  let pieces = read.get(reading);
  if (!pieces) read.set(reading, (pieces = foldPieces(reading.text)));
  return pieces;
}

/** Cuts a text into pieces and folds each. */
export function foldPieces(text: string): FoldedPieces {
  const pieces = cutPieces(text);
  return { ...pieces, folded: pieces.begins.map((begin, at) => fold(text.slice(begin, pieces.ends[at]))) };
}

/** Folds a piece for look-up: lower case, Swiss `ss` for `ß`. Case is checked afterwards. */
export const fold = remember(foldPiece);

function foldPiece(piece: string): string {
  const lower = piece.toLowerCase();
  return lower.includes('ß') ? lower.replaceAll('ß', 'ss') : lower;
}

/**
 * What stands between two pieces, as part of a look-up key: hyphen and space are one (`Blue-Origin-Chef`), apostrophes are
 * one, other signs count as written. `undefined` where no name can go on: a line break, or a gap wider than a sign with spaces.
 */
export function joint(text: string, begin: number, end: number): string | undefined {
  if (end - begin > 3) return undefined;
  const between = text.slice(begin, end);
  if (between === ' ' || between === '-' || between === '\u2011' || between === '\u2010') return ' ';
  if (between.includes('\n')) return undefined;
  const sign = between.trim();
  if (sign === '') return ' ';
  return sign === '’' || sign === '‘' ? "'" : sign;
}
