/**
 * From a quote to its place. Evidence is written as the verbatim words of the article, because people can check words and
 * cannot check offsets. A quote must name exactly one place: alone, by its occurrence, or within a longer quote that is unique.
 */
import type { Evidence } from '../model.ts';
import { showValue } from './fault.ts';
import type { Place } from './seed-schema.ts';

export type Resolved = { found: Evidence } | { reason: string };

/** Where a needle stands in a text, overlapping places included. Linear in the text for short needles. */
function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}

/** How a quote that is not in the text can be mended: up to where it agrees, and how the text goes on there. */
function nearest(text: string, quote: string): string {
  let low = 0;
  let high = quote.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(quote.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  if (low < 8) return '';
  const at = text.indexOf(quote.slice(0, low)) + low;
  return `; it agrees up to »${quote.slice(Math.max(0, low - 20), low)}«, where the article goes on with »${text.slice(at, at + 20)}«`;
}

/** The single place of a needle, or why there is none. */
function single(text: string, needle: string, where: string): { at: number } | { reason: string } {
  const found = occurrences(text, needle);
  const [at] = found;
  if (at === undefined) return { reason: `is not in ${where}${nearest(text, needle)}` };
  if (found.length > 1) return { reason: `stands ${found.length} times in ${where}: add "occurrence" or "within"` };
  return { at };
}

/**
 * Finds a written place in its article.
 * @returns the evidence with UTF-16 offsets into `text`, or the reason why it does not name exactly one place.
 */
export function resolvePlace(place: Place, source: string, text: string): Resolved {
  const quote = typeof place === 'string' ? place : place.quote;
  const evidence = (begin: number): Resolved => ({ found: { source, begin, end: begin + quote.length, quote } });

  if (typeof place === 'object' && 'occurrence' in place) {
    const found = occurrences(text, quote);
    const begin = found[place.occurrence - 1];
    if (begin !== undefined) return evidence(begin);
    return { reason: found.length === 0 ? `is not in the article${nearest(text, quote)}` : `stands ${found.length} times in the article: there is no occurrence ${place.occurrence}` };
  }
  if (typeof place === 'object') {
    const outer = single(text, place.within, 'the article');
    if ('reason' in outer) return { reason: `has a "within" »${showValue(place.within)}« that ${outer.reason}` };
    const inner = single(place.within, quote, 'its "within"');
    return 'reason' in inner ? inner : evidence(outer.at + inner.at);
  }
  const alone = single(text, quote, 'the article');
  return 'reason' in alone ? alone : evidence(alone.at);
}
