/** A folder behind a handle of the File System Access API: picked by the reader, or the browser's own (OPFS). */
import type { Folder } from './folder.ts';

/** Permissions, which the type library does not know yet. */
interface DirectoryHandle extends FileSystemDirectoryHandle {
  queryPermission?: (wish: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (wish: { mode: 'readwrite' }) => Promise<PermissionState>;
}

/** Takes a handle; gives the folder. */
export function handleFolder(handle: FileSystemDirectoryHandle): Folder {
  return {
    async list() {
      const files: { name: string; size: number }[] = [];
      for await (const entry of handle.values()) {
        if (entry.kind !== 'file') continue;
        // A service may take a file away while we look.
        const file = await entry.getFile().catch(() => undefined);
        if (file) files.push({ name: entry.name, size: file.size });
      }
      return files;
    },
    async read(name) {
      const file = await (await handle.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    },
    async write(name, content) {
      // The browser writes beside the file and puts it in place when it is closed.
      const writable = await (await handle.getFileHandle(name, { create: true })).createWritable();
      await writable.write(content);
      await writable.close();
    },
    async remove(name) {
      await handle.removeEntry(name).catch((thrown: unknown) => {
        if (!(thrown instanceof DOMException && thrown.name === 'NotFoundError')) throw thrown;
      });
    },
  };
}

/** Whether we may read and write there; `ask` asks the reader, which needs a click. Browsers without this question have answered it already. */
export async function isFolderOpen(handle: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const asked = handle as DirectoryHandle;
  const state = (await asked.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (state === 'granted' || !ask) return state === 'granted';
  return (await asked.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}
