/**
 * The files in a folder that is kept in step. Each is written once by one device and never changed; its name says whose it is, which clocks it holds, and what stands in it:
 *
 *   <device>-<first clock>-<last clock>-<16 digits of its checksum>.jsonl
 *
 * so no two devices ever write the same file, and no service can make a conflict of it. The last line is a checksum over all before it: a file that is
 * half copied is recognised, and ignored until it is whole.
 */
import * as v from 'valibot';
import { revisionsSchema } from '../exchange/read-file.ts';
import type { Revision } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';
import { compareRevisions } from '../notebook/order.ts';
import { revisionSchema } from '../notebook/revision-schema.ts';

/** Larger files are no work of ours (bytes). */
export const largestFile = 64 * 1024 * 1024;

const nameShape = /^(\w{1,40})-(\d{1,16})-(\d{1,16})-([0-9a-f]{16})\.jsonl$/;

/** Takes a device's name and some revisions; gives the file's name and bytes. The same revisions give the same file. */
export async function makeDeviceFile(device: string, revisions: readonly Revision[]): Promise<{ name: string; content: Uint8Array<ArrayBuffer> }> {
  const sorted = revisions.toSorted(compareRevisions);
  const body = [canonical({ schema: revisionsSchema, device }), ...sorted.map(canonical), ''].join('\n');
  const checksum = await sha256(new TextEncoder().encode(body));
  const [first, last] = [sorted[0]?.clock ?? 0, sorted.at(-1)?.clock ?? 0];
  return { name: `${device}-${first}-${last}-${checksum.slice(0, 16)}.jsonl`, content: new TextEncoder().encode(`${body}${canonical({ sha256: checksum })}\n`) };
}

/** Whose file this is by its name; undefined for names that are not ours (a service's copies, other files). */
export function ownerOf(name: string): string | undefined {
  return nameShape.exec(name)?.[1];
}

/** Whether a file may be one of ours, under whatever name a service has given its copy. */
export function mayBeOurs(name: string): boolean {
  return /\.jsonl$/i.test(name) && !name.startsWith('.') && !name.startsWith('~');
}

/** `waiting`: not whole (yet); `damaged`: whole, but not as we write it; `newer`: a newer version's; `other`: none of ours. */
export type FileState = 'waiting' | 'damaged' | 'newer' | 'other';

/** Takes a file's bytes; gives its revisions, or what is the matter with it. Never throws. */
export async function readDeviceFile(bytes: Uint8Array): Promise<{ revisions: Revision[] } | { state: FileState }> {
  const text = decode(bytes);
  if (text === undefined) return { state: 'waiting' };
  const head = headOf(text);
  if (head === 'other' || head === 'newer') return { state: head };
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const checksum = /^\{"sha256":"([0-9a-f]{64})"\}\n$/.exec(text.slice(end))?.[1];
  if (head === 'cut' || !checksum || (await sha256(new TextEncoder().encode(text.slice(0, end)))) !== checksum) return { state: 'waiting' };
  const revisions: Revision[] = [];
  for (const line of text.slice(0, end).split('\n').slice(1, -1)) {
    const checked = v.safeParse(revisionSchema, parse(line));
    if (!checked.success) return { state: 'damaged' };
    revisions.push(checked.output);
  }
  return { revisions };
}

/** What the first line says of the file. */
function headOf(text: string): 'ours' | 'cut' | 'newer' | 'other' {
  const end = text.indexOf('\n');
  if (end < 0) return text.length === 0 || text.startsWith('{') || '{'.startsWith(text) ? 'cut' : 'other';
  const head = parse(text.slice(0, end));
  const schema = typeof head === 'object' && head !== null && 'schema' in head ? head.schema : undefined;
  if (schema === revisionsSchema) return 'ours';
  return typeof schema === 'string' && /^randnotiz\.revisions\/\d{1,9}$/.test(schema) ? 'newer' : 'other';
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A copy may be cut inside a character, or be filled with zeros that were not written yet. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
