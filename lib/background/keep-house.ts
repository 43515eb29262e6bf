import type { NotebookStore } from '../store/notebook-store.ts';

/** What is due at a start of the browser: clear away imports that died, purge what lay in the bin for 30 days, take the day's snapshot. Never throws. */
export async function keepHouse(store: NotebookStore, now: number): Promise<void> {
  await store.imports.cleanUp(now);
  await store.flags.emptyBin(now);
  await store.snapshots.takeIfDue(now);
}
