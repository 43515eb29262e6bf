/** Runs inside an extension page: the profile's own store and a folder of the browser's (OPFS), driven by the very code that drives a picked one. */
import type { Flag, FlagChange } from '../../../lib/model.ts';
import { deviceName } from '../../../lib/store/device.ts';
import { createNotebookStore } from '../../../lib/store/notebook-store.ts';
import { handleFolder } from '../../../lib/sync/handle-folder.ts';
import { createKeptFolder } from '../../../lib/sync/kept-folder.ts';
import { newMemory, syncFolder, type SyncReport } from '../../../lib/sync/sync-folder.ts';

const store = createNotebookStore();
const memory = newMemory();

async function opfs(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
}

function valueOf<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string; detail: string } }): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.detail}`);
  return answer.value;
}

export const probe = {
  keep: async (flag: Flag): Promise<void> => void valueOf(await store.flags.keep(flag)),
  change: async (id: string, change: FlagChange, at: number): Promise<void> => void valueOf(await store.flags.change(id, change, at)),
  remove: async (id: string, at: number): Promise<void> => void valueOf(await store.flags.remove(id, at)),
  all: async (): Promise<readonly Flag[]> => valueOf(await store.flags.all({ deleted: true })),
  /** `ahead`: how far this profile's wall clock is ahead (ms). */
  async sync(ahead: number): Promise<SyncReport> {
    return valueOf(await syncFolder({ folder: handleFolder(await opfs()), journal: store.revisions, device: await deviceName(), memory, now: Date.now() + ahead, settle: 0, most: 3 }));
  },
  /** The same through the folder that is kept: chosen, left by a new start of the page, brought together again. */
  async kept(ahead: number): Promise<{ first: SyncReport; name: string | undefined; again: SyncReport; gone: boolean }> {
    const world = { places: store.places, journal: store.revisions, device: deviceName, now: () => Date.now() + ahead };
    const first = valueOf(await createKeptFolder(world).choose(await opfs()));
    const anew = createKeptFolder(world);
    const state = valueOf(await anew.state());
    const again = valueOf(await anew.sync(false));
    await anew.leave();
    return { first, name: state?.name, again, gone: !(await anew.sync(false)).ok };
  },
  /** The folder's files, for the service that the test plays. */
  async files(): Promise<Record<string, string>> {
    const folder = handleFolder(await opfs());
    const files: Record<string, string> = {};
    for (const { name } of await folder.list()) files[name] = new TextDecoder().decode(await folder.read(name));
    return files;
  },
  put: async (name: string, text: string): Promise<void> => handleFolder(await opfs()).write(name, new TextEncoder().encode(text)),
  drop: async (name: string): Promise<void> => handleFolder(await opfs()).remove(name),
};

Object.assign(globalThis, { probe });
