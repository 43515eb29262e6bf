/** What kind of character stands somewhere: hand-made for speed where German text lives, Unicode's own tables elsewhere. */

const letterOrMark = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;
const upper = /[\p{Lu}\p{Lt}]/u;
const space = /\s/;

/** Whether the code point is a letter (or a mark that belongs to one). */
export function isLetterCode(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0x250) return (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) || code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code < 0x2070) return false;
  return letterOrMark.test(String.fromCodePoint(code));
}

/** Whether the code point is a digit or another number sign. */
export function isDigitCode(code: number): boolean {
  if (code < 0x80) return code >= 48 && code <= 57;
  if (code < 0x250) return code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0xbc && code <= 0xbe);
  return digit.test(String.fromCodePoint(code));
}

/** Whether the code point is white space. */
export function isSpaceCode(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && space.test(String.fromCodePoint(code)));
}

/** Whether the text has an upper-case letter at this offset. */
export function isUpperAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  if (code < 0x80) return code >= 65 && code <= 90;
  return upper.test(String.fromCodePoint(code));
}
