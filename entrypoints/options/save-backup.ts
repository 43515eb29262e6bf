import { saveFile } from '../../lib/browser/save-file.ts';
import { notebookChunks } from '../../lib/formats/notebook-json.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { describeError, failure } from '../../lib/messages/failures.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { lastSavedPlace } from '../../lib/store/places.ts';

/** Saves the whole notebook, with its history, as one file that can be read in again, and remembers when. Codes: `store_…`. */
export async function saveBackup(store: NotebookStore): Promise<Answer<null>> {
  const chunks: string[] = [];
  try {
    for await (const chunk of notebookChunks(store.revisions.portions())) chunks.push(chunk);
  } catch (thrown) {
    return failure('store_failed', describeError(thrown));
  }
  saveFile(`randnotiz-${new Date().toISOString().slice(0, 10)}.json`, new Blob(chunks, { type: 'application/json' }));
  return store.places.put(lastSavedPlace, Date.now());
}
