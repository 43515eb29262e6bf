/**
 * `--faults attribution`: of which kinds the missed quotations and the wrong speakers are. Counts for both slices, so that one sees what pays;
 * the words only of the read slice.
 */
import { readFileSync } from 'node:fs';
import type { AnnotationDocument, AttributionNote, Span } from '../../lib/model.ts';
import { unionRatio } from '../../tests/reading/measure.ts';
import { goldLines, inSlice } from './benchmarks.ts';

interface Gold { type: string; quote: readonly Span[]; speaker: readonly Span[] }

/** Takes the file of annotated documents; gives lines to print. */
export function attributionFaults(predicted: string): string[] {
  const documents = new Map(readFileSync(predicted, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as AnnotationDocument).map((document) => [document.id, document]));
  const counts = new Map<string, { read: number; unread: number }>();
  const examples: string[] = [];
  for (const [index, line] of goldLines('attribution').entries()) {
    const { id, text, quotes } = JSON.parse(line) as { id: string; text: string; quotes: readonly Gold[] };
    const slice = inSlice('unread', index) ? 'unread' : 'read';
    const notes = (documents.get(id)?.notes ?? []).filter((note): note is AttributionNote => note.kind === 'attribution' && note.content.length > 0);
    const say = (spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join(' … ');
    for (const [kind, quote, note] of faultsIn(text, quotes, notes)) {
      const count = counts.get(kind) ?? { read: 0, unread: 0 };
      counts.set(kind, { ...count, [slice]: count[slice] + 1 });
      if (slice === 'read') examples.push(`${kind}: ${say(quote.quote)} | ${say(quote.speaker)}${note ? ` – found ${say(note.speaker)}` : ''}`);
    }
  }
  const sums = [...counts].sort(([, a], [, b]) => b.unread - a.unread).map(([kind, { read, unread }]) => `${unread} unread, ${read} read: ${kind}`);
  return [...sums, '', ...examples.sort()];
}

/** Quotations without a note that agrees in half of its characters, and notes with another speaker, each by its kind. */
function faultsIn(text: string, quotes: readonly Gold[], notes: readonly AttributionNote[]): [kind: string, quote: Gold, note?: AttributionNote][] {
  const free = new Set(notes);
  const pairs = quotes.flatMap((quote) => notes.map((note) => ({ quote, note, ratio: unionRatio(quote.quote, note.content) })));
  const noteOf = new Map<Gold, AttributionNote>();
  for (const { quote, note, ratio } of pairs.sort((a, b) => b.ratio - a.ratio)) {
    if (ratio >= 0.5 && free.has(note) && !noteOf.has(quote)) {
      noteOf.set(quote, note);
      free.delete(note);
    }
  }
  return quotes.flatMap((quote): [string, Gold, AttributionNote?][] => {
    const note = noteOf.get(quote);
    if (!note) return [[`missed ${quote.type}${quote.type === 'Direct' ? shapeOf(text, quote, quotes) : ''}`, quote]];
    const isRight = quote.speaker.length === 0 || unionRatio(quote.speaker, note.speaker) >= 0.5;
    return isRight ? [] : [[`speaker ${speakerFault(quote, note)} (${note.rule})`, quote, note]];
  });
}

function shapeOf(text: string, quote: Gold, quotes: readonly Gold[]): string {
  const [first] = quote.quote as readonly [Span];
  const words = text.slice(...first).match(/[\p{L}\p{N}-]+/gu) ?? [];
  const length = words.length < 3 ? 'one or two words' : words.length < 7 ? 'three to six words' : 'a sentence';
  const isTwin = quotes.some((other) => other !== quote && unionRatio(other.quote, quote.quote) === 1);
  const before = /(\S+)\s*$/.exec(text.slice(Math.max(0, first[0] - 40), first[0]))?.[1] ?? '';
  const place = /[:,(]$/.test(before) ? `behind ${before.at(-1)}` : /^\p{Lu}/u.test(before) ? 'behind a noun' : 'in a sentence';
  return `, ${length}, ${/^\p{Ll}/u.test(words[0] ?? '') ? 'small' : 'capital'}, ${isTwin ? 'given to two speakers' : place}`;
}

function speakerFault({ speaker }: Gold, note: AttributionNote): string {
  if (note.speaker.length === 0) return 'not found';
  if (unionRatio(speaker, note.speaker) === 0) return 'another one';
  return lengthOf(note.speaker) > lengthOf(speaker) ? 'too long' : 'too short';
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [begin, end]) => sum + end - begin, 0);
