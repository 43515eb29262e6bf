/** A file into the notebook: read in portions, staged under an import id, ready to be previewed and committed. A fault drops the import. */
import { FileFaultError, type FileFault } from '../exchange/fault.ts';
import type { PageOf, Skipped } from '../exchange/foreign.ts';
import { readFlagFile } from '../exchange/read-file.ts';
import type { Failure } from '../messages/calls.ts';
import type { ImportPreview, Imports } from './imports.ts';

export interface FileToImport {
  /** The import's id, new for each reading. */
  id: string;
  name: string;
  chunks: AsyncIterable<string> | Iterable<string>;
  pageOf: PageOf;
  now: () => number;
  /** Called after each portion with the entries read so far. */
  progress?: (entries: number) => void;
  /** Stops the reading; what was staged is dropped. */
  signal?: AbortSignal;
}

export type Staged =
  | { ok: true; preview: ImportPreview; skipped: readonly Skipped[] }
  | { ok: false; fault: FileFault }
  | { ok: false; error: Failure }
  | { ok: false; stopped: true };

/** Skipped entries that are listed; all are counted. */
const mostListed = 200;

/** Reads and stages a file; gives what a commit would do. Nothing is visible before `imports.commit`. Never throws. */
export async function stageFile(imports: Imports, { id, name, chunks, pageOf, now, progress, signal }: FileToImport): Promise<Staged> {
  const begun = await imports.begin(id, { name, format: '' }, now());
  if (!begun.ok) return begun;
  const skipped: Skipped[] = [];
  let entries = 0;
  try {
    for await (const portion of readFlagFile(chunks, pageOf)) {
      if (signal?.aborted) {
        await imports.discard(id);
        return { ok: false, stopped: true };
      }
      const staged = await imports.stage(id, portion.revisions, now(), portion.skipped.length, portion.format);
      if (!staged.ok) {
        await imports.discard(id);
        return staged;
      }
      skipped.push(...portion.skipped.slice(0, mostListed - skipped.length));
      progress?.((entries += portion.revisions.length + portion.skipped.length));
    }
  } catch (thrown) {
    await imports.discard(id);
    if (thrown instanceof FileFaultError) return { ok: false, fault: thrown.fault };
    return { ok: false, fault: { code: 'encoding', place: '', expected: `UTF-8 (${String(thrown)})` } };
  }
  const preview = await imports.preview(id);
  return preview.ok ? { ok: true, preview: preview.value, skipped } : preview;
}
