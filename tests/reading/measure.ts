/** Compares what the engines found with what a careful reader found, span by span. */
import type { Span } from '../../lib/model.ts';

export interface Hits<Read> {
  found: readonly Read[];
  missed: readonly Read[];
  recall: number;
}

/** Whether two stretches share a character. */
export function overlaps([begin, end]: Span, [otherBegin, otherEnd]: Span): boolean {
  return begin < otherEnd && otherBegin < end;
}

/** Characters in both lists of spans, divided by characters in either (spans of one list do not overlap). */
export function unionRatio(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, [begin, end]) => sum + end - begin, 0);
  let both = 0;
  for (const [begin, end] of a) for (const [otherBegin, otherEnd] of b) both += Math.max(0, Math.min(end, otherEnd) - Math.max(begin, otherBegin));
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}

/** Splits what was read into found and missed. */
export function hits<Read>(read: readonly Read[], isFound: (one: Read) => boolean): Hits<Read> {
  const found = read.filter((one) => isFound(one));
  return { found, missed: read.filter((one) => !found.includes(one)), recall: read.length === 0 ? 1 : found.length / read.length };
}

/** A figure with what is missing, for the message of a failed test. */
export function figure(name: string, value: number, missed: readonly string[]): string {
  return `${name} ${value.toFixed(3)}${missed.length > 0 ? `; not found: ${missed.join(' · ')}` : ''}`;
}
