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

/** The normal form of each ASCII character: the fast way for nearly all of a text. */
const plain = Array.from({ length: 128 }, (_, code) => (space.test(String.fromCharCode(code)) ? ' ' : normalCharacter(String.fromCharCode(code))));

/** Takes any text; gives its normal form and the way back. Linear. */
export function normalise(original: string): NormalText {
  const normal = new Growing(original.length + 64);
  let at = 0;
  let afterSpace = true;
  while (at < original.length) {
    const code = original.charCodeAt(at);
    const simple = code < 128 && !isMark(original, at + 1) ? plain[code]! : undefined;
    const end = simple === undefined ? endOfCharacter(original, at) : at + 1;
    const character = simple ?? original.slice(at, end);
    if (simple === undefined ? space.test(character) : simple === ' ') {
      if (!afterSpace) normal.put(' ', at, end);
      afterSpace = true;
    } else if (simple !== undefined || !invisible.test(character)) {
      normal.put(simple ?? normalCharacter(character), at, end);
      afterSpace = false;
    }
    at = end;
  }
  return normal.done();
}

/** A normal form in the making: offsets in arrays of numbers that double when they are full, since a page may have eight million characters. */
class Growing {
  private text = '';
  private length = 0;
  private begins: Uint32Array;
  private ends: Uint32Array;

  constructor(room: number) {
    this.begins = new Uint32Array(room);
    this.ends = new Uint32Array(room);
  }

  put(normal: string, begin: number, end: number): void {
    if (this.length + normal.length > this.begins.length) {
      this.begins = doubled(this.begins);
      this.ends = doubled(this.ends);
    }
    this.text += normal;
    this.begins.fill(begin, this.length, this.length + normal.length);
    this.ends.fill(end, this.length, this.length + normal.length);
    this.length += normal.length;
  }

  done(): NormalText {
    return { text: this.text, begins: this.begins.subarray(0, this.length), ends: this.ends.subarray(0, this.length) };
  }
}

function doubled(full: Uint32Array): Uint32Array {
  const roomier = new Uint32Array(full.length * 2);
  roomier.set(full);
  return roomier;
}

/** Whether a combining mark stands there; most text has none beyond a look at its code. */
function isMark(text: string, at: number): boolean {
  return at < text.length && text.charCodeAt(at) >= 0x300 && mark.test(text[at]!);
}

/** One character with the marks that combine with it. */
function endOfCharacter(text: string, begin: number): number {
  let end = begin + ((text.codePointAt(begin) ?? 0) > 0xffff ? 2 : 1);
  while (isMark(text, end)) end += 1;
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
