/**
 * Cuts a stretch of text into what a quantity is made of: numbers, currency signs, words with hyphens, and the marks that part
 * them. One pass by character codes; where another script begins, an expression takes over for that lexeme.
 */
import { type Word, wordAt } from '../text/words.ts';
import { classOf, isLetterCode, letterClass } from '../text/characters.ts';

/** A number glued to its scale (`6.2bn`) becomes two. */
export interface Lexeme {
  begin: number;
  end: number;
  /** Its spelling, with what is known of it. */
  word: Word;
}

/** Longest number behind its first digit, and longest word behind its first letter. */
const longestNumber = 31;
const longestWord = 60;
const mostHyphens = 4;
const signs = new Set(['$', '€', '£', '%', ',', ';', ':', '.', '!', '?', '(', ')', '–', '—', '„', '“', '”', '"'].map((sign) => sign.charCodeAt(0)));
/** . , ' ’ */
const insideNumbers = [0x2e, 0x2c, 0x27, 0x2019];
const hyphen = 0x2d;

/** The lexemes between two offsets, in order; what is none of them is passed over. Linear. */
export function cutLexemes(text: string, begin: number, end: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = begin;
  while (at < end) {
    const code = text.codePointAt(at)!;
    let stop = at;
    if (isPlainDigit(code)) stop = endOfDigits(text, at, end);
    else if (code === 0x55 && text.startsWith('US$', at) && at + 3 <= end) stop = at + 3;
    else if (signs.has(code)) stop = at + 1;
    else if (isInitial(code)) stop = endOfLetters(text, at, end);
    if (stop > at) lexemes.push({ begin: at, end: stop, word: wordAt(text, at, stop) });
    at = Math.max(stop, at + (code > 0xffff ? 2 : 1));
  }
  return lexemes;
}

/** Whether a lexeme of this spelling is digits. */
export function isNumber({ written }: Word): boolean {
  return isPlainDigit(written.charCodeAt(0));
}

function isPlainDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a word may begin with it: a letter, no mark. */
function isInitial(code: number): boolean {
  return code < 0x250 ? classOf(code) === letterClass : isLetterCode(code) && /\p{L}/u.test(String.fromCodePoint(code));
}

/** Digits with points, commas and apostrophes between them: the end of the last digit that is near enough. */
function endOfDigits(text: string, from: number, end: number): number {
  let last = from + 1;
  for (let at = from + 1; at < end && at - from <= longestNumber; at += 1) {
    const code = text.charCodeAt(at);
    if (isPlainDigit(code)) last = at + 1;
    else if (!insideNumbers.includes(code)) break;
  }
  return last;
}

/** A word with up to four more behind hyphens. */
function endOfLetters(text: string, from: number, end: number): number {
  let at = endOfPart(text, from, end);
  for (let hyphens = 0; hyphens < mostHyphens && at + 1 < end && text.charCodeAt(at) === hyphen && isInitial(text.codePointAt(at + 1)!); hyphens += 1) at = endOfPart(text, at + 1, end);
  return at;
}

function endOfPart(text: string, from: number, end: number): number {
  let at = from;
  for (let letters = 0; at < end && letters <= longestWord; letters += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x250) {
      if (classOf(unit) !== letterClass) break;
      at += 1;
      continue;
    }
    const code = text.codePointAt(at)!;
    if (!isLetterCode(code)) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}
