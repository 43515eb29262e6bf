/**
 * Which installed packs were found sound, in the browser's session memory: checking a large one takes longer than all else that a background does when it is woken. The
 * browser empties that memory when it starts and when the extension is updated, so each version checks for itself.
 */
import { browser } from 'wxt/browser';
import type { PackFile } from '../packs/pack-file.ts';

const key = 'sound-packs';

/** What a pack is known by: its checksum is that of all it holds, and was compared when it was installed. */
export function markOf({ id, checksum }: PackFile): string {
  return `${id} ${checksum}`;
}

/** The marks of those that need no further check. Never throws: without memory all are checked. */
export async function soundPacks(): Promise<ReadonlySet<string>> {
  try {
    const marks: unknown = (await browser.storage.session.get(key))[key];
    return new Set(Array.isArray(marks) ? (marks as string[]) : []);
  } catch {
    return new Set();
  }
}

/** Remembers these, and no others, until the browser closes. Never throws. */
export async function rememberSound(marks: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [key]: [...marks] }).catch(() => undefined);
}
