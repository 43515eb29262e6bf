/**
 * The ledger of an article: one row for each source. Two notes are of one source when they mean the same entity or person, or
 * when their words have the same head (`die Ministerin Anna Berg`, `Berg`). A pronoun nobody could resolve counts for the
 * source before it. Words inside a quotation that lies in the same source's indirect speech are counted once.
 */
import type { AttributionNote, LedgerRow, SourceClass, Span } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { Coverage } from './coverage.ts';

interface Row {
  name: string;
  source: SourceClass;
  entity?: string;
  statements: number;
  words: Coverage;
  direct: number;
  indirect: number;
  first: Span;
}

const pronoun = /^(?:er|sie|es|dies|das|dieser|diese|dieses|man|der|die|letzterer?|welcher?|welches|denen|demnach|danach|wonach|ihm|ihr)$/i;
const determiner = /^(?:der|die|das|dem|den|des|ein|eine|einer|einem|einen|eines|mehrere|einige|viele|zwei|drei|sein|seine|ihr|ihre)\s+/i;

/** Takes the article's attributions; gives its sources, most words first, then by place. Notes without a source make no row. */
export function ledgerOf(reading: Reading, notes: readonly AttributionNote[], toReading: (offset: number) => number): LedgerRow[] {
  const rows: Row[] = [];
  const byKey = new Map<string, Row>();
  let last: Row | undefined;
  for (const note of [...notes].sort((a, b) => firstOf(a) - firstOf(b))) {
    const words = wordsOf(reading, note.speaker, toReading);
    if (note.source === 'none' || note.speaker.length === 0) continue;
    const keys = keysOf(note, words);
    const row: Row | undefined = keys.map((key) => byKey.get(key)).find((found) => found !== undefined) ?? (keys.length === 0 ? last : undefined) ?? newRow(rows, note, words);
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, row);
    count(reading, row, note, toReading);
    if (longerName(row.name, words) && !pronoun.test(words)) row.name = words;
    if (note.speaker[0]![0] < row.first[0]) row.first = note.speaker[0]!;
    last = row;
  }
  return rows
    .map(({ name, source, entity, statements, words, direct, indirect, first }) => ({ name, source, ...(entity && { entity }), statements, words: words.words, direct, indirect, first }))
    .sort((a, b) => b.words - a.words || a.first[0] - b.first[0]);
}

function firstOf(note: AttributionNote): number {
  return note.content[0]?.[0] ?? note.begin;
}

function wordsOf(reading: Reading, spans: readonly Span[], toReading: (offset: number) => number): string {
  return spans.map(([begin, end]) => reading.text.slice(toReading(begin), toReading(end))).join(' ');
}

/** By what a source is known again: its entity, its person's name, its words, its surname. */
function keysOf(note: AttributionNote, words: string): string[] {
  const keys: string[] = [];
  if (note.entity) keys.push(`entity ${note.entity}`);
  if (note.speakerName) keys.push(...namesOf(note.speakerName));
  if (pronoun.test(words)) return keys;
  const plain = words.replace(/\([^)]{0,80}\)/g, ' ').split(',')[0]!.trim();
  keys.push(`words ${headOf(plain)}`);
  if (!note.speakerName && (note.source === 'named')) keys.push(...namesOf(plain.replace(determiner, '')));
  return keys;
}

function namesOf(name: string): string[] {
  const surname = name.split(/\s+/).at(-1)!.replace(/[’']s?$/, '').toLowerCase();
  return [`name ${name.toLowerCase()}`, `surname ${surname}`];
}

/** The phrase without determiner, lower case; `Angaben der Polizei` is the police. */
function headOf(plain: string): string {
  const owned = /^(?:\S+ )?(?:angaben|aussagen?|ansicht|meinung|auffassung|einschätzung|darstellung|informationen|worten|überzeugung) (?:der|des|von|vom) (.+)$/i.exec(plain);
  return (owned?.[1] ?? plain).replace(determiner, '').toLowerCase();
}

function newRow(rows: Row[], note: AttributionNote, words: string): Row {
  const row: Row = {
    name: note.speakerName ?? words, source: note.source, ...(note.entity && { entity: note.entity }),
    statements: 0, words: new Coverage(), direct: 0, indirect: 0, first: note.speaker[0]!,
  };
  rows.push(row);
  return row;
}

/** A later, fuller name of the same source replaces a bare surname or pronoun. */
function longerName(known: string, words: string): boolean {
  return pronoun.test(known) || (!known.includes(' ') && words.includes(' ') && words.toLowerCase().endsWith(known.toLowerCase()));
}

function count(reading: Reading, row: Row, note: AttributionNote, toReading: (offset: number) => number): void {
  row.statements += 1;
  if (note.type === 'direct') row.direct += 1;
  else row.indirect += 1;
  for (const [begin, end] of note.content) row.words.add(reading, toReading(begin), toReading(end));
}
