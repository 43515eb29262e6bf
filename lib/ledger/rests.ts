/**
 * On what an article's sentences rest: each sentence counts for the class of source that most of its words stand in; a sentence
 * of which less than half is anybody's words is the article's own voice (`none`). Of two classes in one sentence the weaker
 * counts (an anonymous source behind a newspaper makes it anonymous).
 */
import type { AttributionNote, SourceClass } from '../model.ts';
import type { Reading } from '../text/reading.ts';

const weakest: readonly SourceClass[] = ['anonymous', 'collective', 'media', 'institution', 'named'];

/** Shares of sentences (0..1, they add up to 1) by the class of source. A text without sentences rests on nobody. */
export function restsOf({ sentences }: Reading, notes: readonly AttributionNote[], toReading: (offset: number) => number): Record<SourceClass, number> {
  const rests: Record<SourceClass, number> = { named: 0, anonymous: 0, collective: 0, institution: 0, media: 0, none: 0 };
  if (sentences.length === 0) return { ...rests, none: 1 };
  const spans = notes
    .filter((note) => note.source !== 'none')
    .flatMap((note) => note.content.map(([begin, end]) => ({ begin: toReading(begin), end: toReading(end), source: note.source })))
    .sort((a, b) => a.begin - b.begin);
  let open: typeof spans = [];
  let next = 0;
  for (const { begin, end } of sentences) {
    while (next < spans.length && spans[next]!.begin < end) open.push(spans[next++]!);
    open = open.filter((span) => span.end > begin);
    rests[classOf(open, begin, end)] += 1 / sentences.length;
  }
  return rests;
}

function classOf(spans: readonly { begin: number; end: number; source: SourceClass }[], begin: number, end: number): SourceClass {
  const share = new Map<SourceClass, number>();
  let covered = 0;
  let at = begin;
  for (const span of spans) {
    const from = Math.max(span.begin, at);
    const to = Math.min(span.end, end);
    if (to > from) covered += to - from;
    at = Math.max(at, to);
    const own = Math.min(span.end, end) - Math.max(span.begin, begin);
    if (own > 0) share.set(span.source, (share.get(span.source) ?? 0) + own);
  }
  if (covered * 2 < end - begin) return 'none';
  return weakest.find((source) => (share.get(source) ?? 0) * 3 >= end - begin) ?? 'none';
}
