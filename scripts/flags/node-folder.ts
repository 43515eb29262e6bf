/** A folder of the file system. A file is written under a hidden name, brought to the disk, and then put in place at once. */
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../../lib/sync/folder.ts';

/** Takes a folder's path; gives the folder. */
export function nodeFolder(path: string): Folder {
  return {
    async list() {
      const files: { name: string; size: number }[] = [];
      for (const entry of await readdir(path, { withFileTypes: true })) {
        if (!entry.isFile()) continue;
        // A service may take a file away while we look.
        const info = await stat(join(path, entry.name)).catch(() => undefined);
        if (info) files.push({ name: entry.name, size: info.size });
      }
      return files;
    },
    read: (name) => readFile(join(path, name)),
    write: (name, content) => writeWhole(join(path, `.${name}.part`), join(path, name), content),
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

/** Writes a file so that it is there whole or not at all, whenever the machine stops. */
export async function writeWhole(beside: string, path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(beside, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
