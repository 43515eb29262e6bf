/** The usual way to do it, for comparison: the best approximate match by `approx-string-match`, weighed by wording, neighbours and position, whatever it is. */
import search from 'approx-string-match';
import type { Flag, Span } from '../../lib/model.ts';

export function peerAnchor(text: string, { quote, position }: Flag): Span | undefined {
  const { exact, prefix, suffix } = quote;
  const found = matches(text, exact, Math.min(256, exact.length / 2));
  const score = ({ start, end, errors }: { start: number; end: number; errors: number }) =>
    50 * (1 - errors / exact.length) +
    20 * (prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
    20 * (suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1) +
    2 * (1 - Math.abs(start - position.start) / text.length);
  const [best] = found.sort((one, other) => score(other) - score(one));
  return best && [best.start, best.end];
}

function matches(text: string, wanted: string, errors: number) {
  const exact = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) exact.push({ start: at, end: at + wanted.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, wanted, errors);
}

function likeness(here: string, saved: string): number {
  const [best] = search(here, saved, saved.length).sort((one, other) => one.errors - other.errors);
  return best ? 1 - best.errors / saved.length : 0;
}
