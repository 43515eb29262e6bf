/**
 * Engines never see soft hyphens, zero-width characters, no-break spaces or decomposed umlauts: `cleanText` takes them out
 * and remembers where, so that a span found in the clean text can be said in the offsets of the original.
 */
import type { Span } from '../model.ts';
import { firstFrom } from './halve.ts';

export interface CleanText {
  text: string;
  /** A span of the clean text in offsets of the original; invisible characters at its edges stay outside. */
  toOriginal: (span: Span) => Span;
  /** Offset in the original text → offset in the clean text (UTF-16 code units). */
  toClean: (offset: number) => number;
}

/** Characters that mean nothing to a reader, and spaces that are only a different width. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const oddSpace = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/;
const mark = /\p{M}/u;
const isOdd = (sign: string): boolean => invisible.test(sign) || oddSpace.test(sign) || mark.test(sign);

/** Takes any text; gives the same shape whether or not something had to be cleaned. Linear. */
export function cleanText(original: string): CleanText {
  if (!holdsOdd(original)) return { text: original, toOriginal: (span) => span, toClean: (offset) => offset };
  const pieces: string[] = [];
  /** Where each clean code unit begins and ends in the original. */
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < original.length) {
    const unit = original[at]!;
    if (invisible.test(unit)) {
      at += 1;
      continue;
    }
    let next = at + 1;
    while (next < original.length && mark.test(original[next]!)) next += 1;
    const composed = oddSpace.test(unit) ? ' ' : next > at + 1 ? original.slice(at, next).normalize('NFC') : unit;
    pieces.push(composed);
    for (let piece = 0; piece < composed.length; piece += 1) {
      const isLast = piece === composed.length - 1;
      begins.push(Math.min(at + piece, next - 1));
      ends.push(isLast ? next : Math.min(at + piece + 1, next));
    }
    at = next;
  }
  return {
    text: pieces.join(''),
    toOriginal: ([begin, end]) => {
      const from = begins[begin] ?? original.length;
      return [from, end > begin ? ends[end - 1]! : from];
    },
    toClean: (offset) => firstFrom(begins, offset),
  };
}

/** Nearly all texts are plain up to U+02FF but for no-break spaces and soft hyphens: what lies beyond is asked by its sign. */
function holdsOdd(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0xa0 || unit === 0xad || (unit >= 0x300 && isOdd(String.fromCodePoint(text.codePointAt(at)!)))) return true;
  }
  return false;
}
