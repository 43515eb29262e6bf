import type { BackgroundStore } from '../store/notebook-store.ts';
import { askWitness, bearWitness } from '../store/witness.ts';

/** What is due at a start of the browser: look whether flags were lost, clear away imports that died, purge what lay in the bin for 30 days, take the day's snapshot. Never throws. */
export async function keepHouse(store: BackgroundStore, now: number): Promise<void> {
  let before = await store.flags.count();
  // Chromium refuses the first opening of files that it finds damaged, and gives an empty database at the next.
  for (let tries = 1; tries < 3 && !before.ok; tries += 1) before = await store.flags.count();
  if (before.ok) await askWitness(before.value, now);
  await store.imports.cleanUp(now);
  await store.flags.emptyBin(now);
  await store.snapshots.takeIfDue(now);
  await noteFlags(store, now);
}

/** Notes how many flags there are, where a lost store cannot take it away. Gives how many. Never throws. */
export async function noteFlags(store: BackgroundStore, now: number): Promise<number> {
  const count = await store.flags.count();
  if (count.ok) await bearWitness(count.value, now);
  return count.ok ? count.value : 0;
}
