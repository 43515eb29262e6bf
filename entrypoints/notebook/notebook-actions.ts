/** What the notebook page can do, by the store: each as an answer, nothing thrown. */
import type { ImportOffer, ImportReading, NotebookActions } from '../../components/notebook/notebook-props.ts';
import { failureText } from '../../components/failure-text.ts';
import { currentDataset, forgetDataset } from '../../lib/background/current-dataset.ts';
import { saveFile } from '../../lib/browser/save-file.ts';
import type { Dataset } from '../../lib/dataset/dataset.ts';
import { exportFlags, fileTypes, type FlagFormat } from '../../lib/formats/export-flags.ts';
import { quotationOf } from '../../lib/formats/quotation.ts';
import type { Answer } from '../../lib/messages/calls.ts';
import { describeError, failure, success } from '../../lib/messages/failures.ts';
import { findDiffering } from '../../lib/notebook/differing.ts';
import { createEntityFinder, createJudge } from '../../lib/notebook/judge.ts';
import { isReminderDue } from '../../lib/notebook/reminder.ts';
import { pageAddress } from '../../lib/page/address.ts';
import { stageFile, type Staged } from '../../lib/store/import-file.ts';
import type { NotebookStore } from '../../lib/store/notebook-store.ts';
import { lastSavedPlace } from '../../lib/store/places.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { explainFault, flagWords } from '../../lib/texts/flag-words.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { createMakePack } from './make-pack.ts';
import { notebookDrafts } from './notebook-drafts.ts';
import { restoreActions } from './restore-actions.ts';
import { tellReaders, told } from './tell-readers.ts';
import { textOf } from './text-of.ts';

/** Under which name stands when the reminder to save was put off (ms). */
const reminderPlace = 'reminder-later';

/** The packs that count now: another page may have changed them since. */
async function datasetNow(): Promise<Dataset> {
  forgetDataset();
  return (await currentDataset()).dataset;
}

/** Takes the store, the texts and what can be done with the folder; gives the page's actions. */
export function notebookActions(store: NotebookStore, texts: Texts, folder: NotebookActions['folder']): NotebookActions {
  const now = (): number => Date.now();

  const read = async (id: string, name: string, chunks: AsyncIterable<string>, progress?: (entries: number) => void, signal?: AbortSignal): Promise<ImportReading> =>
    readingOf(await stageFile(store.imports, { id, name, chunks, pageOf: (url) => pageAddress({ url }), now, ...(progress ? { progress } : {}), ...(signal ? { signal } : {}) }), texts);

  return {
    change: (ids, change) => told(store.flags.changeMany(ids, change, now())),
    drafts: notebookDrafts(store),
    remove: (ids) => told(store.flags.removeMany(ids, now())),
    restore: (ids) => told(store.flags.restoreMany(ids, now())),
    purge: (ids) => store.flags.purge(ids, now()),
    ...restoreActions(store, texts),
    folder,
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
      return flags.ok ? findDiffering(flags.value, createJudge(await datasetNow())) : [];
    },
    async entities() {
      const dataset = await datasetNow();
      return { of: createEntityFinder(dataset), nameOf: (id) => dataset.entities.get(id)?.name ?? id };
    },
    async versions() {
      const seen = await store.versions.all();
      return seen.ok ? seen.value.toSorted((one, other) => other.at - one.at) : [];
    },
    sightings: {
      on: async () => (await readSettings()).sightings,
      async set(on) {
        try {
          await changeSettings(() => ({ sightings: on }));
        } catch (thrown) {
          return failure('store_refused', describeError(thrown));
        }
        return on ? success(null) : store.sightings.forgetAll();
      },
      async of(flag) {
        const found = await store.sightings.of(flag);
        return found.ok ? found.value : [];
      },
    },
    reminder: {
      async isDue(flags) {
        const [saved, later] = await Promise.all([store.places.get<number>(lastSavedPlace), store.places.get<number>(reminderPlace)]);
        const since = (saved.ok ? saved.value : undefined) ?? Math.min(...flags.map(({ created }) => created));
        const putOff = (later.ok ? later.value : undefined) ?? 0;
        return isReminderDue(Math.max(since, putOff), flags.filter(({ changed }) => changed > since).length, now());
      },
      later: () => store.places.put(reminderPlace, now()),
    },
    readFile: (file, progress, signal) => read(crypto.randomUUID(), file.name, textOf(file.stream()), progress, signal),
    commit: (id, choices) => toldAll(store.imports.commit(id, choices, 'merge', now())),
    discard: (id) => store.imports.discard(id),
    undoImport: (id) => toldAll(store.imports.undo(id, now())),
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

/** Passes an answer on; after a success all open pages are told. */
async function toldAll<T>(work: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await work;
  if (answer.ok) tellReaders();
  return answer;
}

function readingOf(staged: Staged, texts: Texts): ImportReading {
  if (staged.ok) {
    const { id, name, format, counts, fresh, conflicts } = staged.preview;
    const offer: ImportOffer = { id, name, format, counts, fresh, conflicts };
    return { ok: true, offer };
  }
  if ('stopped' in staged) return { ok: false, stopped: true };
  return { ok: false, ...('fault' in staged ? explainFault(staged.fault, texts) : { fault: failureText(texts.t, staged.error) }) };
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
