/**
 * Whose words a stretch of text is. A word inside somebody's quotation, or inside what somebody is reported to say, is never
 * charged to the author. Both are merged into one ordered list of stretches, so that each question costs a binary search.
 */
import type { AttributionNote, Draft, Span } from '../model.ts';
import { halve } from '../text/halve.ts';
import type { Reading } from '../text/reading.ts';
import { verbForm } from '../text/verb-forms.ts';
import table from './words/quoted.yml';

const silent = new Set((table as { silent: readonly string[] }).silent);

export interface Voice {
  /** Whether the whole stretch stands in the author's own voice. */
  isAuthors(begin: number, end: number): boolean;
  /** Whether somebody is reported to say this stretch (its attribution has a speaker). Quotation marks do not matter. */
  isReported(begin: number, end: number): boolean;
}

/** Takes the reading and what the attribution engine found. */
export function authorsVoice(reading: Reading, attributions: readonly Draft<AttributionNote>[]): Voice {
  const reported = merge(attributions.filter((one) => one.source !== 'none' && one.speaker.length > 0 && isSaid(reading, one)).flatMap((one) => one.content));
  const others = merge([...reading.quotations.map(({ begin, end }): Span => [begin, end]), ...attributions.flatMap((one) => one.content)]);
  return {
    isAuthors: (begin, end) => !overlapsAny(others, begin, end),
    isReported: (begin, end) => overlapsAny(reported, begin, end),
  };
}

/** Whether the cue lets somebody speak: `hat` or `hofft` alone does not. No cue at all is left to the engine that found it. */
function isSaid(reading: Reading, { cue }: Draft<AttributionNote>): boolean {
  return cue.length === 0 || cue.some(([begin, end]) => {
    const words = reading.text.slice(begin, end).toLowerCase().split(/\s+/);
    return words.some((word) => !silent.has(verbForm(word)?.lemma ?? word));
  });
}

/** Overlapping spans become one; the result is in order. */
function merge(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([begin, end]);
  }
  return merged;
}

/** Whether any of the ordered, disjoint spans shares a character with `[begin, end)`. */
function overlapsAny(spans: readonly Span[], begin: number, end: number): boolean {
  const low = halve(0, spans.length, (at) => spans[at]![1] <= begin);
  return low < spans.length && spans[low]![0] < end;
}
