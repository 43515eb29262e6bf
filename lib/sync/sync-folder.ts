/**
 * A folder kept in step by a service that the reader runs anyway (Syncthing, Nextcloud, Dropbox, a Git checkout): how devices meet there.
 *
 *   1. read all files of all devices, and take in what is not here yet;
 *   2. write what is here and in no file into one new file of our own;
 *   3. if our own files have become many, write one larger that holds them all;
 *   4. remove those of our own files that a larger one of ours has held for a while.
 *
 * Nobody changes a file, nobody touches another's, and nothing is removed before its successor has been there for a while, so that it can be
 * cut off at any point: what was done twice is merged as if done once. A deletion is a record like any other.
 */
import type { Answer } from '../messages/calls.ts';
import { describeError, failure, success } from '../messages/failures.ts';
import type { Revision } from '../model.ts';
import { isFarAhead } from '../notebook/clock.ts';
import { identityOf } from '../notebook/merge.ts';
import { type FileState, largestFile, makeDeviceFile, mayBeOurs, ownerOf, readDeviceFile } from './device-file.ts';
import type { Folder } from './folder.ts';

/** Own files from which they are put together, and revisions in one file at most. */
const manyFiles = 8;
const mostInFile = 20_000;
/** How long (ms) a larger file must have been in the folder before those it holds are removed: the service shall have carried it on by then. */
const settled = 10 * 60_000;

export type Key = [flag: string, id: string];

/** The notebook as far as a folder needs it: see `RevisionStore`. */
export interface Journal {
  keys(): Promise<Answer<readonly Key[]>>;
  get(keys: readonly Key[]): Promise<Answer<readonly Revision[]>>;
  takeIn(revisions: readonly Revision[]): Promise<Answer<{ added: number; addresses: readonly string[] }>>;
  published(keys: readonly Key[]): Promise<Answer<null>>;
  clock(): Promise<Answer<number>>;
}

/** What was seen of the folder. `files` may be forgotten at any time and is only read anew; `firstSeen` should be kept. */
export interface FolderMemory {
  /** Whole files: their size and which revisions they hold. */
  files: Map<string, { size: number; keys: readonly string[] }>;
  /** When each of our own files was first seen whole (ms). */
  firstSeen: Record<string, number>;
}

export interface SyncReport {
  /** Revisions that were new here, and the pages whose flags changed. */
  taken: number;
  addresses: readonly string[];
  /** Revisions that were handed to the folder. */
  given: number;
  /** Files that were written and removed. */
  wrote: readonly string[];
  removed: readonly string[];
  /** Files that could not be used, and why: half copied, damaged, from a newer version. */
  unusable: readonly { name: string; state: FileState }[];
}

export interface SyncWish {
  folder: Folder;
  journal: Journal;
  device: string;
  memory: FolderMemory;
  now: number;
  /** See `settled`; shorter in tests. */
  settle?: number;
  /** Own files that may stand side by side. */
  most?: number;
}

/** Gives a memory that remembers nothing. */
export function newMemory(firstSeen: Record<string, number> = {}): FolderMemory {
  return { files: new Map(), firstSeen };
}

/** Brings notebook and folder together once. Codes: `folder_gone`, `folder_refused`, `folder_failed`, `store_…`. Whatever was done before a failure stays good. */
export async function syncFolder(wish: SyncWish): Promise<Answer<SyncReport>> {
  try {
    return await synchronise(wish);
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.answer;
    const names = thrown instanceof Error ? [thrown.name, 'code' in thrown ? thrown.code : undefined] : [];
    const has = (...wanted: unknown[]) => names.some((name) => wanted.includes(name));
    const code = has('NotFoundError', 'ENOENT') ? 'folder_gone' : has('NotAllowedError', 'SecurityError', 'NoModificationAllowedError', 'EACCES', 'EPERM', 'EROFS') ? 'folder_refused' : 'folder_failed';
    return failure(code, describeError(thrown));
  }
}

async function synchronise(wish: SyncWish): Promise<Answer<SyncReport>> {
  const { folder, journal, device, memory, now } = wish;
  const { taken, addresses, unusable } = await takeAll(wish);
  const own = () => [...memory.files.keys()].filter((name) => ownerOf(name) === device);

  const keys = valueOf(await journal.keys());
  const inFolder = new Set([...memory.files.values()].flatMap((file) => file.keys));
  const missing = keys.filter(([flag, id]) => !inFolder.has(identityOf({ flag, id })));
  // Noted first: an import that may be in the folder can no longer be taken back by forgetting it.
  if (missing.length > 0) valueOf(await journal.published(missing));
  const wrote = await writeAll(wish, missing);

  if (largestFiles(memory, own()).length > (wish.most ?? manyFiles)) {
    const held = new Set(own().flatMap((name) => memory.files.get(name)!.keys));
    wrote.push(...(await writeAll(wish, keys.filter(([flag, id]) => held.has(identityOf({ flag, id }))))));
  }

  const here = new Set(keys.map(([flag, id]) => identityOf({ flag, id })));
  const settle = wish.settle ?? settled;
  const broken = unusable.map(({ name }) => name).filter((name) => ownerOf(name) === device);
  const isOld = (name: string) => now - (memory.firstSeen[name] ?? now) >= settle;
  const removed = [...removable(memory, own(), here, isOld), ...broken.filter((name) => !memory.files.has(name) && name in memory.firstSeen && isOld(name))];
  for (const name of removed) {
    await folder.remove(name);
    memory.files.delete(name);
  }
  const seen = [...own(), ...broken.filter((name) => !removed.includes(name))];
  memory.firstSeen = Object.fromEntries(seen.map((name) => [name, Math.min(memory.firstSeen[name] ?? now, now)]));
  return success({ taken, addresses, given: missing.length, wrote, removed, unusable });
}

/** Reads what is new in the folder, and takes it in. */
async function takeAll({ folder, journal, device, memory }: SyncWish): Promise<Pick<SyncReport, 'taken' | 'addresses' | 'unusable'>> {
  const listed = await folder.list();
  const present = new Set(listed.map(({ name }) => name));
  for (const name of memory.files.keys()) if (!present.has(name)) memory.files.delete(name);
  for (const { name } of listed) if (name.startsWith(`.${device}-`) && name.endsWith('.part')) await folder.remove(name);

  const known = new Set(valueOf(await journal.keys()).map(([flag, id]) => identityOf({ flag, id })));
  const unusable: { name: string; state: FileState }[] = [];
  const addresses = new Set<string>();
  let taken = 0;
  for (const { name, size } of listed.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!mayBeOurs(name) || memory.files.get(name)?.size === size) continue;
    const read = size > largestFile ? { state: 'damaged' as const } : await readListed(folder, name);
    const largest = valueOf(await journal.clock());
    const isWild = 'revisions' in read && read.revisions.some(({ clock }) => isFarAhead(clock, largest));
    if (!('revisions' in read) || isWild) {
      const state = 'revisions' in read ? 'damaged' : read.state;
      if (state !== 'other') unusable.push({ name, state });
      continue;
    }
    const fresh = read.revisions.filter((revision) => !known.has(identityOf(revision)));
    const answer = valueOf(await journal.takeIn(fresh));
    taken += answer.added;
    for (const address of answer.addresses) addresses.add(address);
    for (const revision of fresh) known.add(identityOf(revision));
    memory.files.set(name, { size, keys: read.revisions.map(identityOf) });
  }
  return { taken, addresses: [...addresses], unusable };
}

/** A file that the service takes away or puts in place while we read is read next time. */
async function readListed(folder: Folder, name: string): ReturnType<typeof readDeviceFile> {
  let bytes: Uint8Array;
  try {
    bytes = await folder.read(name);
  } catch {
    return { state: 'waiting' };
  }
  return readDeviceFile(bytes);
}

/** Writes these revisions into new files of our own; gives their names. */
async function writeAll({ folder, journal, device, memory }: SyncWish, keys: readonly Key[]): Promise<string[]> {
  const names: string[] = [];
  for (let from = 0; from < keys.length; from += mostInFile) {
    const revisions = valueOf(await journal.get(keys.slice(from, from + mostInFile)));
    if (revisions.length === 0) continue;
    const { name, content } = await makeDeviceFile(device, revisions);
    if (!memory.files.has(name)) await folder.write(name, content);
    memory.files.set(name, { size: content.length, keys: revisions.map(identityOf) });
    names.push(name);
  }
  return names;
}

/** Own files of which something stands in no larger one. */
function largestFiles(memory: FolderMemory, own: readonly string[]): string[] {
  const covered = new Set<string>();
  return bySize(memory, own).filter((name) => {
    const { keys } = memory.files.get(name)!;
    const isCovered = keys.every((key) => covered.has(key));
    for (const key of keys) covered.add(key);
    return !isCovered;
  });
}

/**
 * Own files that larger ones hold wholly, as far as it is still here (the words of purged flags are not), and have held for long enough. The largest stay.
 */
function removable(memory: FolderMemory, own: readonly string[], here: ReadonlySet<string>, isOld: (name: string) => boolean): string[] {
  const covered = new Set<string>();
  return bySize(memory, own).filter((name) => {
    const { keys } = memory.files.get(name)!;
    if (keys.every((key) => !here.has(key) || covered.has(key))) return true;
    if (name in memory.firstSeen && isOld(name)) for (const key of keys) covered.add(key);
    return false;
  });
}

function bySize(memory: FolderMemory, own: readonly string[]): string[] {
  const count = (name: string) => memory.files.get(name)!.keys.length;
  return own.toSorted((one, other) => count(other) - count(one) || (one < other ? -1 : 1));
}

/** A failure of the notebook ends the round. */
class Refused extends Error {
  readonly answer: { ok: false; error: { code: string; detail: string } };

  constructor(answer: { ok: false; error: { code: string; detail: string } }) {
    super(answer.error.detail);
    this.answer = answer;
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refused(answer);
  return answer.value;
}
