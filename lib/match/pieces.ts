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
  begins: ArrayLike<number>;
  ends: ArrayLike<number>;
}

/** Cuts a text (or a form) into pieces, in one linear pass. Offsets are UTF-16 code units. */
export function cutPieces(text: string): Pieces & { begins: readonly number[]; ends: readonly number[] } {
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

/** The pieces of a word with hyphens, apostrophes or points inside. */
const insideOf = factOf(({ written }) => wordPieces(written));

/** Tokens are cut where their words are, marks are none. Counted first: lists that grow with a long text cost as much as what is in them. */
function piecesOfTokens({ tokens }: Reading): WordPieces {
  let count = 0;
  for (const { kind, word } of tokens) if (kind !== 'punctuation') count += word.whole ? 1 : insideOf(word).count;
  const begins = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const words: Word[] = [];
  let next = 0;
  for (const { begin, end, kind, word } of tokens) {
    if (kind === 'punctuation') continue;
    if (word.whole) {
      begins[next] = begin;
      ends[next] = end;
      words.push(word);
      next += 1;
      continue;
    }
    const inside = insideOf(word);
    for (let at = 0; at < inside.count; at += 1, next += 1) {
      begins[next] = begin + inside.begins[at]!;
      ends[next] = begin + inside.ends[at]!;
      words.push(inside.words[at]!);
    }
  }
  return { count, begins, ends, words };
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

/** What stands before each piece of a form: nothing before the first, a space where no name could go on. */
export function jointsOf(form: string, { begins, ends }: ReturnType<typeof cutPieces>): string[] {
  return begins.map((begin, at) => (at === 0 ? '' : (joint(form, ends[at - 1]!, begin) ?? ' ')));
}

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
