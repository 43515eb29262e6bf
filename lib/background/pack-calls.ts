/** Packs, by message from the extension's own pages: looked through before anything changes, and every change can be taken back. */
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { describeFault } from '../dataset/fault.ts';
import type { Valid } from '../dataset/validate.ts';
import { compileForms } from '../match/form-table.ts';
import type { Answer, BackgroundCalls } from '../messages/calls.ts';
import { failure, success } from '../messages/failures.ts';
import type { Handlers } from '../messages/messaging.ts';
import type { Pack } from '../model.ts';
import { packInfo, type PackOverview, type PackPreview, previewOf } from '../packs/overview.ts';
import { openPackFile, type PackFile } from '../packs/pack-file.ts';
import { contentHash } from '../store/content-hash.ts';
import type { PackRow } from '../store/packs.ts';
import { forgetDataset, packStore, readable } from './current-dataset.ts';

type PackCalls = Pick<Handlers<BackgroundCalls>, 'listPacks' | 'previewPack' | 'installPack' | 'switchPack' | 'removePack' | 'undoPacks'>;

/** Takes the clock; gives the answers to all calls on packs. */
export function createPackCalls(now: () => number): PackCalls {
  /** Runs a change of the store; gives what there is afterwards. */
  const changed = async (change: Promise<Answer<null>>): Promise<Answer<PackOverview>> => {
    const answer = await change;
    forgetDataset();
    return answer.ok ? overview() : answer;
  };

  return {
    listPacks() {
      // Whoever asks may just have deleted everything.
      forgetDataset();
      return overview();
    },
    async previewPack({ text }) {
      const opened = await open(text);
      if (!opened.ok) return success<PackPreview | { faults: typeof opened.faults }>({ faults: opened.faults.slice(0, 50) });
      const rows = await packStore().all();
      return rows.ok ? success<PackPreview>(previewOf(opened.value, present(rows.value))) : rows;
    },
    async installPack({ text }) {
      const opened = await open(text);
      if (!opened.ok) return failure('pack_bad', describeFault({ file: '', ...opened.faults[0]! }));
      const rows = await packStore().all();
      if (!rows.ok) return rows;
      const pack = opened.value;
      const { kind } = previewOf(pack, present(rows.value));
      // The same file twice changes nothing, and leaves nothing to take back.
      if (kind === 'same') return overview();
      const row: PackRow = { id: pack.id, on: true, pack, forms: compileForms(pack.entities), installed: now() };
      return changed(packStore().change({ what: kind === 'new' ? 'install' : 'update', id: pack.id, title: pack.title }, row));
    },
    async switchPack({ id, on }) {
      const rows = await packStore().all();
      if (!rows.ok) return rows;
      const row = rows.value.find((one) => one.id === id);
      const pack = present(rows.value).find((one) => one.id === id);
      if (!pack) return failure('pack_unknown', id);
      // A bundled pack that is on needs no row.
      const next: PackRow | undefined = row?.pack ? { ...row, on } : on ? undefined : { id, on };
      return changed(packStore().change({ what: 'switch', id, title: pack.title }, next));
    },
    async removePack({ id }) {
      const rows = await packStore().all();
      if (!rows.ok) return rows;
      const row = rows.value.find((one) => one.id === id);
      if (!row?.pack) return failure('pack_unknown', `${id} is not installed`);
      return changed(packStore().change({ what: 'remove', id, title: row.pack.title }, undefined));
    },
    undoPacks: () => changed(packStore().undo()),
  };
}

function open(text: string): Promise<Valid<PackFile>> {
  return openPackFile(text, { predicateIds, bundledPacks }, contentHash);
}

/** All packs that are there, whether on or off: installed ones in the place of bundled ones. */
function present(rows: readonly PackRow[]): Pack[] {
  const installed = rows.flatMap((row) => readable(row) ?? []);
  return [...bundledPacks.filter(({ id }) => installed.every((pack) => pack.id !== id)), ...installed];
}

async function overview(): Promise<Answer<PackOverview>> {
  const [rows, last] = await Promise.all([packStore().all(), packStore().lastStep()]);
  if (!rows.ok) return rows;
  const byId = new Map(rows.value.map((row) => [row.id, row]));
  const packs = present(rows.value).map((pack) => {
    const row = byId.get(pack.id);
    return packInfo(pack, { bundled: row?.pack === undefined, on: row?.on ?? true, ...(row?.installed === undefined ? {} : { installed: row.installed }) });
  });
  return success<PackOverview>({ packs, ...(last.ok && last.value ? { undo: { what: last.value.what, title: last.value.title } } : {}) });
}
