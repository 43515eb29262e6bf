/** Evidence as an author would write it: the fewest words that stand once. */
import type { Place } from '../dataset/seed-schema.ts';
import type { Span } from '../model.ts';

/** Longest quote that the format takes. */
const longest = 2000;

/** Takes a text and a stretch of it; gives how it is named as evidence: alone where it stands once, else by its occurrence. */
export function placeOf(text: string, [begin, end]: Span): Place {
  const quote = text.slice(begin, Math.min(end, begin + longest));
  let occurrence = 0;
  let count = 0;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    count += 1;
    if (at === begin) occurrence = count;
  }
  return count === 1 ? quote : { quote, occurrence };
}

/** A stretch grown by whole words to both sides until it stands once, but never beyond `limits`. */
export function uniquePlace(text: string, [begin, end]: Span, [first, last]: Span): Place {
  let [from, to] = [begin, end];
  for (let turn = 0; turn < 12; turn += 1) {
    if (isOnce(text, text.slice(from, to))) return text.slice(from, to);
    const [before, after] = [from, to];
    if (turn % 2 === 0 || from === first) to = nextWordEnd(text, to, last);
    else from = wordBegin(text, from, first);
    if (from === before && to === after) from = wordBegin(text, from, first);
    if (from === before && to === after) break;
  }
  return placeOf(text, [begin, end]);
}

function isOnce(text: string, quote: string): boolean {
  const first = text.indexOf(quote);
  return first !== -1 && text.indexOf(quote, first + 1) === -1;
}

function nextWordEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/.test(text.charAt(at))) at += 1;
  while (at < limit && !/\s/.test(text.charAt(at))) at += 1;
  return at;
}

function wordBegin(text: string, from: number, limit: number): number {
  let at = from;
  while (at > limit && /\s/.test(text.charAt(at - 1))) at -= 1;
  while (at > limit && !/\s/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
