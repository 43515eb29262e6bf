/**
 * A file of unknown kind becomes revisions, in portions, while it is being read. Known kinds: the notebook's own file and its JSON Lines (flags, or a device's
 * revisions), W3C Web Annotations (one, a list, a page, a collection with its first page, one a line), and Hypothesis' export.
 *
 * Our own files are taken whole or not at all: the first entry that does not fit ends the reading, with its place and what was expected there. Of other programs'
 * files, annotations that no flag can hold (a note on a whole page, a reply) are left out and listed.
 */
import * as v from 'valibot';
import { flagLineSchema } from '../formats/flags-jsonl.ts';
import { notebookSchema } from '../formats/notebook-json.ts';
import type { Flag, Revision } from '../model.ts';
import { flagSchema } from '../notebook/flag-schema.ts';
import { revisionSchema } from '../notebook/revision-schema.ts';
import { FileFaultError, shorten } from './fault.ts';
import { creationOf, type Foreign, isRecord, many, type PageOf, type Skipped } from './foreign.ts';
import { fileLimits, type Limits } from './limits.ts';
import { isHypothesis, readHypothesis } from './read-hypothesis.ts';
import { isAnnotation, readAnnotation } from './read-w3c.ts';
import { parseJson, type Piece, splitJson } from './split-json.ts';
import { splitLines } from './split-lines.ts';

export type FileFormat = 'notebook' | 'revisions' | 'flags' | 'w3c' | 'hypothesis';

/** What was read since the last portion. Revisions of one flag come together where the file holds them together, as ours do. */
export interface Portion {
  format: FileFormat;
  revisions: Revision[];
  skipped: Skipped[];
}

/** The schema that the files of one device in a shared folder name in their first line: see `lib/sync/`. */
export const revisionsSchema = 'randnotiz.revisions/1';

/** Entries in one portion. */
const portionSize = 1_000;

const expectedFile = 'a notebook (randnotiz.notebook/1), flags or revisions as JSON Lines, W3C Web Annotations, or a Hypothesis export';

/** Takes a file in pieces of text, and what tells pages apart; gives its revisions in portions. Throws a `FileFaultError` at the first fault. */
export async function* readFlagFile(chunks: AsyncIterable<string> | Iterable<string>, pageOf: PageOf, limits: Limits = fileLimits): AsyncGenerator<Portion> {
  const { isLines, whole } = await lookAhead(chunks, limits);
  const reader = new EntryReader(pageOf);
  const pieces = isLines ? splitLines(whole, limits) : splitJson(whole, limits);
  let entries = 0;
  for await (const piece of pieces) {
    if (isLines) reader.line(piece);
    else reader.piece(piece);
    entries += 1;
    // Only between two flags, so that a flag's history is not cut apart.
    if (reader.ready >= portionSize && reader.isBetweenFlags) yield reader.portion();
  }
  reader.end(entries);
  yield reader.portion(true);
}

/** Reads the file's kind off its beginning: JSON Lines if its first line is whole JSON and more follows. Gives the file back from its beginning. */
async function lookAhead(chunks: AsyncIterable<string> | Iterable<string>, limits: Limits): Promise<{ isLines: boolean; whole: AsyncIterable<string> }> {
  const rest = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : iterate(chunks);
  let beginning = '';
  let done = false;
  const first = /^\s*(\S[^\n]*)\n\s*(\S)/;
  while (!done && !first.test(beginning) && beginning.length < limits.entry) {
    const next = await rest.next();
    done = next.done ?? false;
    if (!next.done) beginning += next.value;
  }
  const [, line = beginning.trim()] = first.exec(beginning) ?? [];
  const isLines = isWholeObject(line) && (first.test(beginning) || isOwnLine(line));
  return { isLines, whole: joined(beginning, rest) };
}

async function* iterate(chunks: Iterable<string>): AsyncGenerator<string> {
  yield* chunks;
}

async function* joined(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    yield next.value;
  }
}

function isWholeObject(line: string): boolean {
  const bare = line.replace(/^\uFEFF/, '').trim();
  if (!bare.startsWith('{') || !bare.endsWith('}')) return false;
  try {
    return isRecord(JSON.parse(bare));
  } catch {
    return false;
  }
}

/** A single line that names one of our line schemas. */
function isOwnLine(line: string): boolean {
  return line.includes(`"${flagLineSchema}"`) || line.includes(`"${revisionsSchema}"`);
}

class EntryReader {
  readonly #pageOf: PageOf;
  #format: FileFormat | undefined;
  #revisions: Revision[] = [];
  #skipped: Skipped[] = [];
  #members = new Map<string, unknown[]>();
  #memberLength = 0;
  #entries = 0;
  /** The flag of the last revision, and whether the file keeps a flag's revisions together so far. */
  #boundary = false;
  #previous = '';
  #isClosed = false;

  constructor(pageOf: PageOf) {
    this.#pageOf = pageOf;
  }

  get ready(): number {
    return this.#revisions.length;
  }

  get isBetweenFlags(): boolean {
    return this.#boundary || this.#revisions.length >= 20 * portionSize;
  }

  /** Hands over what was read, but for the last revision, whose flag may go on. */
  portion(all = false): Portion {
    const kept = all || this.#format !== 'notebook' ? [] : this.#revisions.splice(-1);
    const portion = { format: this.#format ?? 'notebook', revisions: this.#revisions, skipped: this.#skipped };
    this.#revisions = kept;
    this.#skipped = [];
    return portion;
  }

  /** One piece of a JSON file. */
  piece({ key, index, text, place }: Piece): void {
    const value = parseJson(text, place);
    if (key === 'revisions') return this.#revision(value, place, true);
    if (index !== undefined && ['', 'items', 'first.items', 'annotations', 'rows'].includes(key)) return this.#foreign(value, place);
    this.#memberLength += text.length;
    if (this.#memberLength > fileLimits.entry) throw new FileFaultError({ code: 'unknown_format', place, expected: expectedFile });
    const values = this.#members.get(key);
    if (values) values.push(value);
    else this.#members.set(key, [value]);
  }

  /** One line of JSON Lines. */
  line({ text, place }: Piece): void {
    if (this.#isClosed) throw new FileFaultError({ code: 'bad_entry', place, expected: 'the end of the file after its checksum' });
    const value = parseJson(text, place);
    if (!isRecord(value)) throw new FileFaultError({ code: 'bad_entry', place, expected: 'an object', found: shorten(value) });
    const schema = value['schema'];
    if (typeof schema === 'string') this.#mustBeKnown(schema, place);
    if (schema === flagLineSchema) return this.#ownFlag(value, place);
    if (schema === revisionsSchema) {
      this.#format = 'revisions';
      return;
    }
    if (this.#format === 'revisions') {
      if (typeof value['sha256'] === 'string') this.#isClosed = true;
      else this.#revision(value, place, false);
      return;
    }
    this.#foreign(value, place);
  }

  end(pieces: number): void {
    if (pieces === 0) throw new FileFaultError({ code: 'empty', place: '', expected: expectedFile });
    if (this.#format === 'revisions' && !this.#isClosed) throw new FileFaultError({ code: 'cut_off', place: '', expected: 'the checksum in the last line' });
    if (this.#format) return;
    const single = Object.fromEntries([...this.#members].map(([key, values]) => [key, values.length > 1 || listed.has(key) ? values : values[0]]));
    if (isAnnotation(single) || isHypothesis(single)) return this.#foreign(single, '$');
    const schema = single['schema'];
    if (typeof schema === 'string') this.#mustBeKnown(schema, '$.schema');
    if (schema === notebookSchema) this.#format = 'notebook';
    else if (Array.isArray(single['annotations']) || this.#isEmptyList(single)) this.#format = 'w3c';
    else throw new FileFaultError({ code: 'unknown_format', place: '$', expected: expectedFile, found: shorten(Object.keys(single)) });
  }

  /** A collection, page or export without entries says nothing, but is no fault. */
  #isEmptyList(single: Record<string, unknown>): boolean {
    const types = many(single['type'] ?? single['@type']);
    return types.includes('AnnotationCollection') || types.includes('AnnotationPage') || typeof single['export_date'] === 'string';
  }

  #mustBeKnown(schema: string, place: string): void {
    if (schema === notebookSchema || schema === flagLineSchema || schema === revisionsSchema) return;
    const isOurs = /^randnotiz\.(?:notebook|flag|revisions)\/\d{1,9}$/.test(schema);
    throw new FileFaultError({ code: isOurs ? 'newer' : 'unknown_format', place, expected: isOurs ? notebookSchema : expectedFile, found: shorten(schema) });
  }

  #revision(value: unknown, place: string, inNotebook: boolean): void {
    if (inNotebook && this.#format === undefined) {
      const schema = this.#members.get('schema')?.[0];
      if (schema === undefined) throw new FileFaultError({ code: 'unknown_format', place, expected: `"schema": "${notebookSchema}" before the revisions` });
      this.#mustBeKnown(typeof schema === 'string' ? schema : shorten(schema), '$.schema');
      this.#format = 'notebook';
    }
    this.#count();
    const revision = demand(revisionSchema, value, place);
    this.#boundary = revision.flag !== this.#previous;
    this.#previous = revision.flag;
    this.#revisions.push(revision);
  }

  #ownFlag({ schema: _schema, ...value }: Record<string, unknown>, place: string): void {
    this.#format ??= 'flags';
    this.#add(demand(flagSchema, value, place));
  }

  #foreign(value: unknown, place: string): void {
    const read = this.#reader(value, place);
    if ('flag' in read) this.#add(read.flag);
    else {
      this.#count();
      this.#skipped.push({ place, why: read.skipped });
    }
  }

  #reader(value: unknown, place: string): Foreign {
    if (isAnnotation(value)) {
      this.#format ??= 'w3c';
      return readAnnotation(value, this.#pageOf);
    }
    if (isHypothesis(value)) {
      this.#format ??= 'hypothesis';
      return readHypothesis(value, this.#pageOf);
    }
    // The first entry tells what the file is; later ones may be careless.
    if (this.#format === undefined) throw new FileFaultError({ code: 'unknown_format', place, expected: expectedFile, found: shorten(isRecord(value) ? Object.keys(value) : value) });
    return { skipped: 'malformed' };
  }

  #add(flag: Flag): void {
    this.#count();
    this.#boundary = true;
    this.#revisions.push(creationOf(flag));
  }

  #count(): void {
    this.#entries += 1;
    if (this.#entries > fileLimits.count) throw new FileFaultError({ code: 'too_many', place: '', expected: `at most ${fileLimits.count} entries` });
  }
}

/** Members of a single annotation that stay lists though they have one entry. */
const listed = new Set(['target', 'body', 'tags', 'references']);

function demand<T>(schema: v.GenericSchema<unknown, T>, value: unknown, place: string): T {
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new FileFaultError({ code: 'bad_entry', place: `${place.replace(/, line/, `${path}, line`)}${place.includes(', line') ? '' : path && ` (${path.slice(1)})`}`, expected: issue.expected ?? issue.message, found: shorten(issue.input) });
}
