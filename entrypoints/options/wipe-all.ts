import type { Answer } from '../../lib/messages/calls.ts';
import { askBackground } from '../../lib/messages/messaging.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { wipe } from '../../lib/store/wipe.ts';

/** Deletes everything and tells the open readers that their flags are gone. Codes: `store_…`. */
export async function wipeAll(store: NotebookStore): Promise<Answer<null>> {
  const flags = await store.flags.all();
  store.close();
  const wiped = await wipe();
  if (!wiped.ok) return wiped;
  const addresses = flags.ok ? [...new Set(flags.value.map(({ page }) => page.address))] : [];
  if (addresses.length > 0) await askBackground('notebookChanged', { addresses });
  return wiped;
}
