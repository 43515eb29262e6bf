/** The folder whose handle is kept: the browser may take its permission back between two starts; then it is asked for again, by a click and never without one. */
import { describe, expect, it } from 'vitest';
import { success } from '../../lib/messages/failures.ts';
import type { Places } from '../../lib/store/places.ts';
import { createKeptFolder } from '../../lib/sync/kept-folder.ts';
import { memoryJournal } from '../../scripts/flags/memory-journal.ts';
import { created } from '../notebook/example-revisions.ts';

/** A picked folder as the browser hands it out, with the permission that a reader gives: the picker and its question cannot be driven without a display. */
class PickedFolder {
  name = 'Notizen';
  files = new Map<string, Uint8Array<ArrayBuffer>>();
  permission: PermissionState = 'granted';
  answer: PermissionState = 'granted';
  asked = 0;

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }
  async requestPermission(): Promise<PermissionState> {
    this.asked += 1;
    return (this.permission = this.answer);
  }
  async *values(): AsyncGenerator<object> {
    for (const [name, bytes] of this.files) yield { kind: 'file', name, getFile: async () => new Blob([bytes]) };
  }
  async getFileHandle(name: string): Promise<object> {
    return {
      getFile: async () => new Blob([this.files.get(name)!]),
      createWritable: async () => ({ write: async (bytes: Uint8Array<ArrayBuffer>) => void this.files.set(name, bytes), close: async () => undefined }),
    };
  }
}

function memoryPlaces(): Places {
  const kept = new Map<string, unknown>();
  return {
    get: async (id) => success(kept.get(id) as never),
    put: async (id, value) => (kept.set(id, value), success(null)),
    drop: async (id) => (kept.delete(id), success(null)),
  };
}

describe('the kept folder', () => {
  it('is asked for again when the browser wants that, only by a click, and a refusal loses nothing', async () => {
    const picked = new PickedFolder();
    const handle = picked as unknown as FileSystemDirectoryHandle;
    const world = { places: memoryPlaces(), journal: memoryJournal(), device: async () => 'hier', now: () => 1_000 };
    await world.journal.takeIn([created()]);
    expect(await createKeptFolder(world).choose(handle)).toMatchObject({ ok: true });
    expect(picked.files.size).toBe(1);

    // The next start: the permission is gone, the handle is not.
    const folder = createKeptFolder(world);
    picked.permission = 'prompt';
    expect(await folder.state()).toMatchObject({ value: { name: 'Notizen', open: false } });
    expect(await folder.sync(false)).toMatchObject({ ok: false, error: { code: 'folder_refused' } });
    expect(picked.asked).toBe(0);

    picked.answer = 'denied';
    expect(await folder.sync(true)).toMatchObject({ ok: false, error: { code: 'folder_refused' } });
    expect(await folder.state()).toMatchObject({ value: { name: 'Notizen', open: false } });
    expect(picked.files.size).toBe(1);

    [picked.permission, picked.answer] = ['prompt', 'granted'];
    expect(await folder.sync(true)).toMatchObject({ ok: true });
    expect(picked.asked).toBe(2);
    expect(await folder.state()).toMatchObject({ value: { open: true } });
  });
});
