/** One line of a JSON Lines stream to one line of output, bytes to bytes: what a worker of the pool does. */
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { annotateInput, loadDataset, type Input } from './annotate-input.ts';
import { Fault, oneLine } from './fault.ts';
import type { Work } from './work.ts';

export interface Line {
  /** Counted from 1, in the input. */
  number: number;
  /** UTF-8, without the newline. */
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Outcome {
  /** UTF-8, with the newline; the only view of its memory. */
  bytes: Uint8Array<ArrayBuffer>;
  ok: boolean;
}

const encoder = new TextEncoder();

let dataset: Promise<Dataset> | undefined;

/** Annotates one line; never throws: a line that is not valid gives an error object in its place. */
export async function annotateLine(line: Line, work: Work): Promise<Outcome> {
  dataset ??= loadDataset(work.packs);
  const text = new TextDecoder().decode(line.bytes);
  let id: string | null = null;
  try {
    const input = readInput(text);
    id = input.id ?? null;
    return { bytes: asLine(annotateInput(input, await dataset, work)), ok: true };
  } catch (error) {
    return badLine(line.number, id ?? idIn(text), error);
  }
}

/** What stands in the place of a line that could not be annotated. */
export function badLine(number: number, id: string | null, error: unknown): Outcome {
  const code = error instanceof Fault ? error.code : 'failed';
  return { bytes: asLine({ id, line: number, error: { code, message: oneLine(error) } }), ok: false };
}

function asLine(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${JSON.stringify(value)}\n`);
}

function readInput(text: string): Input {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Fault('bad-json', `not JSON: ${oneLine(error)}; each line is {"id", "text"} or {"id", "html", "url"}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault('bad-line', 'not a JSON object; each line is {"id", "text"} or {"id", "html", "url"}.');
  const { id, text: plain, html, url } = value as Record<string, unknown>;
  if (id !== undefined && typeof id !== 'string') throw new Fault('bad-id', '"id" is not a string; quote it.');
  if (url !== undefined && typeof url !== 'string') throw new Fault('bad-url', '"url" is not a string; quote it or leave it out.');
  const isText = typeof plain === 'string';
  const isHtml = typeof html === 'string';
  if (isText === isHtml) throw new Fault('bad-line', isText ? 'both "text" and "html"; give one of them.' : 'neither "text" nor "html" is a string; give one of them.');
  return { ...(id === undefined ? {} : { id }), ...(url === undefined ? {} : { url }), ...(isText ? { text: plain } : { html: html as string }) };
}

/** The id of a line that could not be used, as far as it can be told. */
function idIn(text: string): string | null {
  const found = /"id"\s*:\s*("(?:[^"\\]|\\.){0,300}")/.exec(text.slice(0, 4000))?.[1];
  try {
    return found === undefined ? null : (JSON.parse(found) as string);
  } catch {
    return null;
  }
}
