/**
 * An address that leads to a quote and marks it: a text fragment (WICG Scroll To Text Fragment). Short quotes stand there whole, long ones by
 * their first and last words; a word of the surroundings on each side tells look-alikes apart.
 */
import type { TextQuoteSelector } from '../model.ts';

/** Quotes up to this length (UTF-16 code units) stand in the address whole. */
const short = 120;
/** Words that stand for each end of a longer one, and for each side of the surroundings. */
const endWords = 5;
const sideWords = 3;

/** Takes a page's address and a quote on it; gives the address of the quote. An address that has a fragment keeps it. */
export function textFragmentLink(url: string, { exact, prefix, suffix }: TextQuoteSelector): string {
  const words = oneLine(exact).split(' ').filter((word) => word !== '');
  if (words.length === 0 || !/^https?:/i.test(url)) return url;
  const isLong = exact.length > short && words.length > 2 * endWords;
  const text = isLong ? `${encode(words.slice(0, endWords).join(' '))},${encode(words.slice(-endWords).join(' '))}` : encode(words.join(' '));
  const before = wholeWords(prefix, -sideWords);
  const after = wholeWords(suffix, sideWords);
  const directive = `:~:text=${before ? `${encode(before)}-,` : ''}${text}${after ? `,-${encode(after)}` : ''}`;
  return url.includes('#') ? `${url.replace(/:~:.*$/, '')}${directive}` : `${url}#${directive}`;
}

/** The words next to the quote: the last of the prefix (`count` below 0) or the first of the suffix. A side that does not touch whole words says nothing. */
function wholeWords(side: string, count: number): string {
  const line = side.replaceAll(/\s+/g, ' ');
  const isBefore = count < 0;
  // The quote begins inside a word, so its neighbour would be half a word.
  if (isBefore ? /[\p{L}\p{N}]$/u.test(line) : /^[\p{L}\p{N}]/u.test(line)) return '';
  const words = line.trim().split(' ').filter((word) => word !== '');
  // The outermost word of a saved side may be cut.
  const whole = isBefore ? words.slice(1) : words.slice(0, -1);
  return (isBefore ? whole.slice(count) : whole.slice(0, count)).join(' ');
}

/** Percent-encodes, the signs with a meaning of their own in a text directive included. Half surrogates become U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D').replaceAll("'", '%27');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
