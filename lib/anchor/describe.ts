import type { Span, TextPositionSelector, TextQuoteSelector } from '../model.ts';

/** How much of the surroundings is saved on each side (UTF-16 code units), less what would cut a word: enough that sentences of one pattern are told apart by theirs. */
const around = 48;

/** What belongs to the character before it: a combining mark, the second half of a surrogate pair. */
const belongsBefore = /[\p{M}\uDC00-\uDFFF]/u;

/**
 * Takes a text and a span of it; gives the W3C selectors by which the place can be found again. White space at the edges of the span is left out, half a character at
 * an edge is made whole; prefix and suffix begin and end at a word.
 */
export function describe(text: string, [begin, end]: Span): { quote: TextQuoteSelector; position: TextPositionSelector } {
  const from = Math.min(begin + leadingSpace(text.slice(begin, end)), end);
  const to = from + text.slice(from, end).trimEnd().length;
  const start = wholeCharacter(text, from, -1);
  const stop = to > from ? wholeCharacter(text, to, 1) : start;
  return {
    quote: { exact: text.slice(start, stop), prefix: prefixOf(text, start), suffix: suffixOf(text, stop) },
    position: { start, end: stop },
  };
}

/** Moves an offset until it does not stand inside a character. */
function wholeCharacter(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  while (at > 0 && at < text.length && belongsBefore.test(text[at]!)) at += step;
  return at;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function prefixOf(text: string, end: number): string {
  const from = Math.max(0, end - around);
  const piece = text.slice(from, end);
  if (from === 0 || isEdge(text, from)) return piece;
  const cut = /\P{L}/u.exec(piece)?.index;
  return wholeCharacters(cut === undefined || cut > around / 2 ? piece : piece.slice(cut));
}

function suffixOf(text: string, begin: number): string {
  const to = Math.min(text.length, begin + around);
  const piece = text.slice(begin, to);
  if (to === text.length || isEdge(text, to)) return piece;
  const rest = /\p{L}{1,200}$/u.exec(piece)?.[0].length ?? 0;
  return wholeCharacters(rest > around / 2 ? piece : piece.slice(0, piece.length - rest));
}

/** Whether a word begins or ends at this offset, or none is near. */
function isEdge(text: string, at: number): boolean {
  return !/\p{L}/u.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at] ?? '');
}

/** Takes half a surrogate pair away from either edge. */
function wholeCharacters(piece: string): string {
  return piece.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
