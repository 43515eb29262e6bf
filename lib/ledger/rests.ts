/**
 * On what an article's sentences rest: a sentence rests on a source when at least half of it is that source's words, not
 * counting the words that only name the source (`Eine Sprecherin sagte`); else it is the article's own voice (`none`). Of two classes in one sentence the weaker
 * counts (an anonymous source behind a newspaper makes it anonymous).
 */
import type { AttributionNote, SourceClass } from '../model.ts';
import type { Reading } from '../text/reading.ts';

const weakest: readonly SourceClass[] = ['anonymous', 'collective', 'media', 'institution', 'named'];

/** Shares of sentences (0..1, they add up to 1) by the class of source. A text without sentences rests on nobody. */
export function restsOf({ sentences }: Reading, notes: readonly AttributionNote[], toReading: (offset: number) => number): Record<SourceClass, number> {
  const rests: Record<SourceClass, number> = { named: 0, anonymous: 0, collective: 0, institution: 0, media: 0, none: 0 };
  if (sentences.length === 0) return { ...rests, none: 1 };
  const stretches = notes
    .filter((note) => note.source !== 'none')
    .flatMap((note): Stretch[] => [
      ...note.content.map(([begin, end]) => ({ begin: toReading(begin), end: toReading(end), source: note.source, isFrame: false })),
      ...[...note.speaker, ...note.cue].map(([begin, end]) => ({ begin: toReading(begin), end: toReading(end), source: note.source, isFrame: true })),
    ])
    .sort((a, b) => a.begin - b.begin);
  let open: Stretch[] = [];
  let next = 0;
  for (const { begin, end } of sentences) {
    while (next < stretches.length && stretches[next]!.begin < end) open.push(stretches[next++]!);
    if (open.length > 0) open = open.filter((stretch) => stretch.end > begin);
    rests[classOf(open, begin, end)] += 1;
  }
  // Counted first: a thousand thousandths add up to more than one.
  for (const source of [...weakest, 'none'] as const) rests[source] /= sentences.length;
  return rests;
}

interface Stretch {
  begin: number;
  end: number;
  source: SourceClass;
  /** It names the source; it is not what the source says. */
  isFrame: boolean;
}

function classOf(stretches: readonly Stretch[], begin: number, end: number): SourceClass {
  if (stretches.length === 0) return 'none';
  const contents = stretches.filter((stretch) => !stretch.isFrame);
  const said = covered(contents, begin, end);
  const frame = covered(stretches, begin, end) - said;
  const rest = end - begin - frame;
  if (said === 0 || said * 2 < rest) return 'none';
  return weakest.find((source) => covered(contents.filter((stretch) => stretch.source === source), begin, end) * 3 >= rest) ?? 'none';
}

/** How many characters of `[begin, end)` lie in any of the stretches, which are sorted by begin. */
function covered(stretches: readonly Stretch[], begin: number, end: number): number {
  let sum = 0;
  let at = begin;
  for (const stretch of stretches) {
    const from = Math.max(stretch.begin, at);
    const to = Math.min(stretch.end, end);
    if (to > from) sum += to - from;
    at = Math.max(at, to);
  }
  return sum;
}
