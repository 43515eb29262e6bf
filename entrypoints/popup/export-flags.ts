/** Writes all flags into a file. The store is loaded only for this: the popup itself must open at once. */
import { saveFile } from '../../lib/browser/save-file.ts';
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import type { Answer } from '../../lib/messages/calls.ts';

/** Offers every kept flag as one JSON file of W3C Web Annotations. Codes: those of the store. */
export async function exportFlags(): Promise<Answer<null>> {
  const { createFlagStore } = await import('../../lib/store/flag-store.ts');
  const store = createFlagStore();
  const flags = await store.all();
  store.close();
  if (!flags.ok) return flags;
  saveFile(`randnotiz-${new Date().toISOString().slice(0, 10)}.jsonld`, new Blob([`${JSON.stringify(flagsToWebAnnotations(flags.value), null, 2)}\n`], { type: 'application/ld+json' }));
  return { ok: true, value: null };
}
