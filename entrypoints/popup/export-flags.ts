/** Writes all flags into a file. The store is loaded only for this: the popup itself must open at once. */
import { flagsToWebAnnotations } from '../../lib/formats/flags-w3c.ts';
import type { Answer } from '../../lib/messages/calls.ts';

/** Offers every kept flag as one JSON file of W3C Web Annotations. Codes: those of the store. */
export async function exportFlags(): Promise<Answer<null>> {
  const { createFlagStore } = await import('../../lib/store/flag-store.ts');
  const store = createFlagStore();
  const flags = await store.all();
  store.close();
  if (!flags.ok) return flags;
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(flagsToWebAnnotations(flags.value), null, 2)}\n`], { type: 'application/ld+json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `randnotiz-${new Date().toISOString().slice(0, 10)}.jsonld`;
  link.click();
  // The browser reads the blob after the click; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { ok: true, value: null };
}
