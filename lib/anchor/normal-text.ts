/**
 * The same words in another typesetting are the same words: text in a normal form, with the way back. Runs of white space are one space; quotation marks,
 * apostrophes and dashes are one kind each; soft hyphens and other invisible characters are gone; composed, decomposed and spelled-out umlauts (ü, u + ¨, ue) agree; case does not count.
 */

export interface NormalText {
  text: string;
  /** Where the normal character at an index begins in the original (UTF-16 code units). */
  begins: Uint32Array;
  /** Where it ends there. */
  ends: Uint32Array;
}

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const everyInvisible = new RegExp(invisible.source, 'g');
const space = /\s/;
const mark = /\p{M}/u;

/** Groups of characters of which typesetting makes one or the other. */
const oneKind: readonly (readonly [characters: string, normal: string])[] = [
  ['"“”„‟«»″', '"'],
  ["'’‘‚‛‹›`´ʼ′", "'"],
  ['-‐‑‒–—―−', '-'],
  ['ä', 'ae'], ['ö', 'oe'], ['ü', 'ue'], ['ß', 'ss'], ['…', '...'],
];

const folded = new Map(oneKind.flatMap(([characters, normal]) => Array.from(characters).map((character) => [character, normal] as const)));

/** Takes any text; gives its normal form and the way back. Linear. */
export function normalise(original: string): NormalText {
  const pieces: string[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  const put = (normal: string, begin: number, end: number) => {
    pieces.push(normal);
    for (let unit = 0; unit < normal.length; unit += 1) {
      begins.push(begin);
      ends.push(end);
    }
  };
  let at = 0;
  let afterSpace = true;
  while (at < original.length) {
    const end = endOfCharacter(original, at);
    const character = original.slice(at, end);
    if (space.test(character)) {
      if (!afterSpace) put(' ', at, end);
      afterSpace = true;
    } else if (!invisible.test(character)) {
      put(normalCharacter(character), at, end);
      afterSpace = false;
    }
    at = end;
  }
  return { text: pieces.join(''), begins: Uint32Array.from(begins), ends: Uint32Array.from(ends) };
}

/** One character with the marks that combine with it. */
function endOfCharacter(text: string, begin: number): number {
  let end = begin + ((text.codePointAt(begin) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && mark.test(text[end]!)) end += 1;
  return end;
}

function normalCharacter(character: string): string {
  const lower = (character.length > 1 ? character.normalize('NFC') : character).toLowerCase();
  return folded.get(lower) ?? lower;
}

/** Takes any text; gives it without invisible characters and composed, else as it is: for looking at words, not for offsets. */
export function plainWords(original: string): string {
  return original.replaceAll(everyInvisible, '').normalize('NFC');
}

/** Takes a span of the normal form; gives it in the original. */
export function toOriginal({ begins, ends }: NormalText, begin: number, end: number): readonly [number, number] {
  return [begins[begin] ?? 0, end > begin ? (ends[end - 1] ?? 0) : (begins[begin] ?? 0)];
}

/** Takes an offset of the original; gives the first normal character that begins there or later. */
export function toNormal({ begins }: NormalText, offset: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
