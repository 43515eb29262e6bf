/** Files of flags from the disk, read as the browser reads them. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FileFaultError, type FileFault } from '../../lib/exchange/fault.ts';
import type { Skipped } from '../../lib/exchange/foreign.ts';
import { fileLimits } from '../../lib/exchange/limits.ts';
import { type FileFormat, readFlagFile } from '../../lib/exchange/read-file.ts';
import type { Flag, Revision } from '../../lib/model.ts';
import { foldAll } from '../../lib/notebook/fold.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { mayBeOurs, readDeviceFile } from '../../lib/sync/device-file.ts';
import { Fault, oneLine } from '../command/fault.ts';
import { nodeFolder } from './node-folder.ts';

export interface FlagsRead {
  path: string;
  format: FileFormat;
  revisions: Revision[];
  skipped: Skipped[];
}

/** Reads one file; throws a `Fault` with the place of its first fault and what was expected there. */
export async function readFlags(path: string): Promise<FlagsRead> {
  if (!existsSync(path)) throw new Fault('unreadable', `${path}: no such file; check the path.`);
  const { size } = statSync(path);
  if (size > fileLimits.size * 4) throw new Fault('too_large', `${path}: larger than ${fileLimits.size / 1024 / 1024} MiB; split it.`);
  const result: FlagsRead = { path, format: 'notebook', revisions: [], skipped: [] };
  try {
    for await (const { format, revisions, skipped } of readFlagFile(textOf(path), (url) => pageAddress({ url }))) {
      result.format = format;
      for (const revision of revisions) result.revisions.push(revision);
      for (const one of skipped) result.skipped.push(one);
    }
  } catch (thrown) {
    if (thrown instanceof FileFaultError) throw new Fault('bad-flags', `${path}: ${sentence(thrown.fault)}`);
    throw new Fault('unreadable', `${path}: ${oneLine(thrown)}; give a text file in UTF-8.`);
  }
  return result;
}

/** The flags of a file that stand, for `--flags` of the command `annotate`. */
export async function readStandingFlags(path: string): Promise<Flag[]> {
  return foldAll((await readFlags(path)).revisions).filter(({ deleted }) => deleted === undefined);
}

/** All files that a path means: itself, or what lies in the folder and may be a device's file or another of flags. */
export function filesOf(path: string): string[] {
  if (!existsSync(path)) throw new Fault('unreadable', `${path}: no such file or folder; check the path.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && /\.(?:jsonl|json|jsonld)$/i.test(entry.name) && !/^[.~]/.test(entry.name)).map((entry) => join(path, entry.name)).sort();
}

/** Reads a device's file out of a shared folder; gives nothing for one that is not whole, since its service may be at work on it. */
export async function readShared(folder: string, name: string): Promise<{ revisions: Revision[] } | { state: string } | undefined> {
  if (!mayBeOurs(name)) return undefined;
  const read = await readDeviceFile(await nodeFolder(folder).read(name));
  return 'state' in read && read.state === 'other' ? undefined : read;
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

function sentence({ place, expected, found }: FileFault): string {
  return `${place ? `at ${place}: ` : ''}expected ${expected}${found ? `, found ${found}` : ''}.`;
}
