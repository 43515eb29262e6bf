/** What the notebook page can do, by the store: each as an answer, nothing thrown. */
import type { FlagDrafts } from '../../components/card-props.ts';
import type { ImportOffer, ImportReading, NotebookActions } from '../../components/notebook/notebook-props.ts';
import { failureText } from '../../components/failure-text.ts';
import { bundledDataset } from '../../lib/background/bundled-dataset.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import { exportFlags, fileTypes, type FlagFormat } from '../../lib/formats/export-flags.ts';
import { quotationOf } from '../../lib/formats/quotation.ts';
import type { Answer, FlagForm } from '../../lib/messages/calls.ts';
import { describeError, failure, success } from '../../lib/messages/failures.ts';
import { findDiffering } from '../../lib/notebook/differing.ts';
import { createJudge } from '../../lib/notebook/judge.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { stageFile, type Staged } from '../../lib/store/import-file.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { lastSavedPlace } from '../../lib/store/places.ts';
import { explainFault, flagWords } from '../../lib/texts/flag-words.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { createMakePack } from './make-pack.ts';

/** Takes the store and the texts; gives the page's actions. */
export function notebookActions(store: NotebookStore, texts: Texts): NotebookActions {
  const now = (): number => Date.now();

  const read = async (id: string, name: string, chunks: AsyncIterable<string>, progress?: (entries: number) => void, signal?: AbortSignal): Promise<ImportReading> =>
    readingOf(await stageFile(store.imports, { id, name, chunks, pageOf: (url) => pageAddress({ url }), now, ...(progress ? { progress } : {}), ...(signal ? { signal } : {}) }), texts);

  return {
    change: (ids, change) => store.flags.changeMany(ids, change, now()),
    drafts: notebookDrafts(store),
    remove: (ids) => store.flags.removeMany(ids, now()),
    restore: (ids) => store.flags.restoreMany(ids, now()),
    purge: (ids) => store.flags.purge(ids, now()),
    history: (id) => store.flags.history(id),
    exportAs: (format, ids) => exportAs(store, texts, format, ids),
    makePack: createMakePack(store),
    async copyQuotation(flag) {
      try {
        await navigator.clipboard.writeText(quotationOf(flag, flagWords(texts)));
        return success(null);
      } catch (thrown) {
        return failure('clipboard_refused', describeError(thrown));
      }
    },
    async differing() {
      const flags = await store.flags.all();
      return flags.ok ? findDiffering(flags.value, createJudge(bundledDataset())) : [];
    },
    readFile: (file, progress, signal) => read(crypto.randomUUID(), file.name, textOf(file.stream()), progress, signal),
    async readSnapshot(id) {
      const opened = await store.snapshots.open(id);
      return opened.ok ? read(crypto.randomUUID(), texts.t('notebook.snapshot'), opened.value) : { ok: false, fault: failureText(texts.t, opened.error) };
    },
    commit: (id, choices) => store.imports.commit(id, choices, 'merge', now()),
    discard: (id) => store.imports.discard(id),
    undoImport: (id) => store.imports.undo(id, now()),
    async imports() {
      const done = await store.imports.done();
      return done.ok ? done.value.map(({ id, name, begun, counts }) => ({ id, name, at: begun, fresh: counts.fresh })) : [];
    },
    async snapshots() {
      const list = await store.snapshots.list();
      return list.ok ? list.value : [];
    },
  };
}

/** Drafts belong to the page of their flag: what was typed here is found there, and the other way round. One write after the other. */
function notebookDrafts({ drafts, flags }: NotebookStore): FlagDrafts {
  let last: Promise<unknown> = Promise.resolve();
  const keepAfter = async (before: Promise<unknown>, id: string, form: FlagForm, changed: number): Promise<void> => {
    await before;
    const flag = await flags.get(id);
    if (flag.ok) await drafts.keep({ id, address: flag.value.page.address, form, changed });
  };
  return {
    async of(id) {
      const draft = await drafts.of(id);
      return draft.ok ? draft.value?.form : undefined;
    },
    save(id, form) {
      last = keepAfter(last, id, form, Date.now());
    },
    drop(id) {
      last = last.then(() => drafts.drop(id));
    },
  };
}

/** A stream of bytes as text; a byte that is no UTF-8 ends it with an error, which the reading turns into a fault. */
async function* textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = stream.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function readingOf(staged: Staged, texts: Texts): ImportReading {
  if (staged.ok) {
    const { id, name, counts, fresh, conflicts } = staged.preview;
    const offer: ImportOffer = { id, name, counts, fresh, conflicts };
    return { ok: true, offer };
  }
  if ('stopped' in staged) return { ok: false, stopped: true };
  return { ok: false, fault: 'fault' in staged ? explainFault(staged.fault, texts) : failureText(texts.t, staged.error) };
}

/** Saves flags as a file; without ids all of them. The notebook's own format takes the whole history along and counts as a backup when it holds all. */
async function exportAs(store: NotebookStore, texts: Texts, format: FlagFormat, ids?: readonly string[]): Promise<Answer<null>> {
  const flags = await store.flags.all();
  if (!flags.ok) return flags;
  const chosen = ids && new Set(ids);
  const revisions = [];
  try {
    if (format === 'notebook') for await (const portion of store.revisions.portions(ids)) revisions.push(...portion);
  } catch (thrown) {
    return failure('store_failed', describeError(thrown));
  }
  const text = exportFlags(format, { flags: flags.value.filter(({ id }) => !chosen || chosen.has(id)), revisions, words: flagWords(texts), now: Date.now() });
  const { ending, type } = fileTypes[format];
  saveFile(`randnotiz-${new Date().toISOString().slice(0, 10)}.${ending}`, new Blob([text], { type }));
  return format === 'notebook' && !ids ? store.places.put(lastSavedPlace, Date.now()) : success(null);
}
