/**
 * The folder that the reader chose once: its handle is kept, the permission asked for again when the browser wants a click for it, and notebook and folder are
 * brought together by one page at a time.
 */
import type { Answer } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Places } from '../store/places.ts';
import { handleFolder, isFolderOpen } from './handle-folder.ts';
import { type FolderMemory, type Journal, newMemory, syncFolder, type SyncReport } from './sync-folder.ts';

export interface FolderState {
  /** The folder's name, without its path, which the browser does not tell. */
  name: string;
  /** False when the browser wants to be asked again, which needs a click: `sync(true)`. */
  open: boolean;
  /** When both were last brought together (ms); undefined when never. */
  last?: number;
}

export interface KeptFolder {
  /** The folder as it stands; undefined when none was chosen. */
  state(): Promise<Answer<FolderState | undefined>>;
  /** Takes the handle of the picker, keeps it and brings both together for the first time. */
  choose(handle: FileSystemDirectoryHandle): Promise<Answer<SyncReport>>;
  /** Brings both together; `ask` may ask the reader for the permission and must come from a click. Codes: `folder_gone` (also: none chosen), `folder_refused`, `folder_failed`, `store_…`. */
  sync(ask: boolean): Promise<Answer<SyncReport>>;
  /** Forgets the folder; its files and all flags stay. */
  leave(): Promise<Answer<null>>;
}

export interface KeptFolderWorld {
  places: Places;
  journal: Journal;
  device: () => Promise<string>;
  now: () => number;
}

/** Kept under one name. */
interface Kept {
  handle: FileSystemDirectoryHandle;
  firstSeen: Record<string, number>;
  last?: number;
}

const place = 'folder';

/** Takes the stores, this device's name and the clock; gives the folder. Nothing here throws. */
export function createKeptFolder({ places, journal, device, now }: KeptFolderWorld): KeptFolder {
  let memory: FolderMemory | undefined;

  const round = async (kept: Kept): Promise<Answer<SyncReport>> => {
    memory ??= newMemory(kept.firstSeen);
    const answer = await syncFolder({ folder: handleFolder(kept.handle), journal, device: await device(), memory, now: now() });
    if (!answer.ok) {
      memory = undefined;
      return answer;
    }
    const noted = await places.put(place, { ...kept, firstSeen: memory.firstSeen, last: now() } satisfies Kept);
    return noted.ok ? answer : noted;
  };

  return {
    async state() {
      const kept = await places.get<Kept>(place);
      if (!kept.ok) return kept;
      if (!kept.value) return success(undefined);
      const { handle, last } = kept.value;
      const open = await isFolderOpen(handle, false).catch(() => false);
      return success({ name: handle.name, open, ...(last === undefined ? {} : { last }) });
    },
    async choose(handle) {
      memory = undefined;
      const kept: Kept = { handle, firstSeen: {} };
      const noted = await places.put(place, kept);
      return noted.ok ? alone(() => round(kept)) : noted;
    },
    async sync(ask) {
      const kept = await places.get<Kept>(place);
      if (!kept.ok) return kept;
      const { value } = kept;
      if (!value) return failure('folder_gone', 'no folder was chosen');
      if (!(await isFolderOpen(value.handle, ask).catch(() => false))) return failure('folder_refused', `no permission for ${value.handle.name}`);
      return alone(() => round(value));
    },
    leave() {
      memory = undefined;
      return places.drop(place);
    },
  };
}

/** Runs work while no other page of ours runs its own, where the browser has locks. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator ?? {};
  return locks ? locks.request('randnotiz-folder', work) : work();
}
