/**
 * Words, numbers and single marks. A scanner instead of one large expression: no input can make it go back, so it is linear.
 * A word keeps its inner hyphens and apostrophes (`OpenAI-Mitarbeitern`, `Musk's`, `17-Jährige`); an apostrophe at its end
 * (`Bezos’`) is a token of its own, since only the quotation finder can tell it from a closing mark. A number keeps its inner
 * points, commas and colons (`1.200,50`, `16:30`), not the point of an ordinal.
 */
import { endOfRun, isDigitCode, isLetterCode, isSpaceCode } from './characters.ts';
import type { Token } from './reading.ts';

const apostrophes = new Set(["'", '’', '´', '`']);

/** Takes any text; gives its tokens in order. White space makes none. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at)!;
    const width = code > 0xffff ? 2 : 1;
    if (isSpaceCode(code)) {
      at += width;
      continue;
    }
    const isDigit = isDigitCode(code);
    if (!isDigit && !isLetterCode(code)) {
      tokens.push({ begin: at, end: at + width, kind: 'punctuation', lower: text.slice(at, at + width) });
      at += width;
      continue;
    }
    const end = isDigit ? endOfNumber(text, at) : endOfWord(text, at);
    const lower = text.slice(at, end).toLowerCase();
    tokens.push({ begin: at, end, kind: isDigit && !hasLetter(text, at, end) ? 'number' : 'word', lower });
    at = end;
  }
  return tokens;
}

/** The end of a run of letters and digits, with inner hyphens and apostrophes. */
function endOfWord(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = endOfRun(text, at);
    const mark = text[at];
    if (mark === undefined || (mark !== '-' && !apostrophes.has(mark)) || !isWordCodeAt(text, at + 1)) return at;
    at += 1;
  }
}

/** The end of a number; one that goes on as a word (`17-Jährige`, `5G`, `2,0-Liter`) ends with that word. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  for (;;) {
    at = endOfRun(text, at);
    const mark = text[at];
    const next = text.codePointAt(at + 1);
    if (next === undefined) return at;
    if ((mark === '.' || mark === ',' || mark === ':') && isDigitCode(next) && isDigitCode(text.charCodeAt(at - 1))) at += 1;
    else if (mark === '-' && isLetterCode(next)) return endOfWord(text, at + 1);
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
