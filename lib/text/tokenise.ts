/**
 * Words, numbers and single marks. A scanner instead of one large expression: no input can make it go back, so it is linear.
 * A word keeps its inner hyphens and apostrophes (`OpenAI-Mitarbeitern`, `Musk's`, `17-Jährige`); an apostrophe at its end
 * (`Bezos’`) is a token of its own, since only the quotation finder can tell it from a closing mark. A number keeps its inner
 * points, commas and colons (`1.200,50`, `16:30`), not the point of an ordinal.
 */
import { classOf, digitClass, endOfRun, isApostropheCode, isDigitCode, isLetterCode, letterClass, spaceClass } from './characters.ts';
import type { Token } from './reading.ts';
import { wordAt } from './words.ts';

const hyphen = 0x2d;

/** Takes any text; gives its tokens in order. White space makes none. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    const kind = classOf(code);
    if (kind === spaceClass) {
      at += width;
      continue;
    }
    const isDigit = kind === digitClass;
    if (!isDigit && kind !== letterClass) {
      tokens.push(token(text, at, at + width, 'punctuation'));
      at += width;
      continue;
    }
    const end = isDigit ? endOfNumber(text, at) : endOfWord(text, at);
    tokens.push(token(text, at, end, isDigit && !hasLetter(text, at, end) ? 'number' : 'word'));
    at = end;
  }
  return tokens;
}

function token(text: string, begin: number, end: number, kind: Token['kind']): Token {
  const word = wordAt(text, begin, end);
  return { begin, end, kind, lower: word.lower, word };
}

/** The end of a run of letters and digits, with inner hyphens and apostrophes. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = endOfRun(text, at);
    const mark = text.charCodeAt(at);
    if ((mark !== hyphen && !isApostropheCode(mark)) || !isWordCodeAt(text, at + 1)) return at;
    at += 1;
  }
}

/** . , : */
function joinsDigits(mark: number): boolean {
  return mark === 0x2e || mark === 0x2c || mark === 0x3a;
}

/** The end of a number; one that goes on as a word (`17-Jährige`, `5G`, `2,0-Liter`) ends with that word. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = endOfRun(text, at);
    const mark = text.charCodeAt(at);
    const next = text.codePointAt(at + 1);
    if (next === undefined) return at;
    if (joinsDigits(mark) && isDigitCode(next) && isDigitCode(text.charCodeAt(at - 1))) at += 1;
    else if (mark === hyphen && isLetterCode(next)) return endOfWord(text, at + 1);
    else return at;
  }
}

function isWordCodeAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && (isLetterCode(code) || isDigitCode(code));
}

function hasLetter(text: string, begin: number, end: number): boolean {
  for (let at = begin; at < end; at += 1) if (isLetterCode(text.codePointAt(at)!)) return true;
  return false;
}
