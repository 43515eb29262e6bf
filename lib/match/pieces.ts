/**
 * The finest cut of a text for name matching: maximal runs of letters, marks and digits. `Mars-Satelliten` is two pieces,
 * `Metadaten` is one, so a name can never match inside a word. Parallel arrays, since a long text has many pieces.
 */
export interface Pieces {
  count: number;
  begins: readonly number[];
  ends: readonly number[];
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** Cuts a text (or a form) into pieces, in one linear pass. Offsets are UTF-16 code units. */
export function cutPieces(text: string): Pieces {
  const begins: number[] = [];
  const ends: number[] = [];
  let open = -1;
  let at = 0;
  while (at < text.length) {
    const width = widthOfWordCharacter(text, at);
    if (width > 0 && open < 0) open = at;
    if (width === 0 && open >= 0) {
      begins.push(open);
      ends.push(at);
      open = -1;
    }
    at += width || 1;
  }
  if (open >= 0) {
    begins.push(open);
    ends.push(text.length);
  }
  return { count: begins.length, begins, ends };
}

/** How many code units the letter, mark or digit at this place takes; 0 for anything else. */
export function widthOfWordCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) ? 1 : 0;
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  return wordCharacter.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

/** Folds a piece for look-up: lower case, Swiss `ss` for `ß`. Case is checked afterwards. */
export function fold(piece: string): string {
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
