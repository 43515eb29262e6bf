/** What kind of character stands somewhere: hand-made for speed where German text lives, Unicode's own tables elsewhere. */

const letterOrMark = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;
const upper = /[\p{Lu}\p{Lt}]/u;
const space = /\s/;

export const otherClass = 0;
export const letterClass = 1;
export const digitClass = 2;
export const spaceClass = 3;

/** Classes of the code points below 0x250, where nearly all German text lives. */
const classes = classesBelow(0x250);

function classesBelow(limit: number): Uint8Array {
  const made = new Uint8Array(limit);
  for (let code = 0; code < limit; code += 1) {
    const sign = String.fromCharCode(code);
    made[code] = letterOrMark.test(sign) ? letterClass : digit.test(sign) ? digitClass : space.test(sign) ? spaceClass : otherClass;
  }
  return made;
}

/** The class of a code point: letter (or a mark that belongs to one), digit (or another number sign), white space, or none of them. */
export function classOf(code: number): number {
  if (code < 0x250) return classes[code]!;
  return isDigitCode(code) ? digitClass : isLetterCode(code) ? letterClass : isSpaceCode(code) ? spaceClass : otherClass;
}

/** Whether the code point is a letter (or a mark that belongs to one). */
export function isLetterCode(code: number): boolean {
  if (code < 0x250) return classes[code] === letterClass;
  if (code >= 0x2000 && code < 0x2070) return false;
  return letterOrMark.test(String.fromCodePoint(code));
}

/** Whether the code point is a digit or another number sign. */
export function isDigitCode(code: number): boolean {
  return code < 0x250 ? classes[code] === digitClass : digit.test(String.fromCodePoint(code));
}

/** Whether the code point is white space. */
export function isSpaceCode(code: number): boolean {
  if (code < 0x250) return classes[code] === spaceClass;
  return code >= 0x1680 && space.test(String.fromCodePoint(code));
}

/** The end of the run of letters and digits that begins at `from` (UTF-16 offsets). */
export function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x250) {
      const kind = classes[unit]!;
      if (kind !== letterClass && kind !== digitClass) return at;
      at += 1;
      continue;
    }
    const code = text.codePointAt(at)!;
    if (!isLetterCode(code) && !isDigitCode(code)) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Whether the text has an upper-case letter at this offset. */
export function isUpperAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  if (code < 0x80) return code >= 65 && code <= 90;
  return upper.test(String.fromCodePoint(code));
}

/** ' ’ ´ ` */
export function isApostropheCode(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0xb4 || code === 0x60;
}
