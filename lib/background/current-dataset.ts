/** The dataset that counts now: bundled packs and the reader's own, those switched off left out. Made at the first use and again after a change. */
import { bundledPacks, bundledTables, predicateIds } from 'virtual:randnotiz/packs';
import { createDataset, type Dataset } from '../dataset/dataset.ts';
import { parsePack } from '../dataset/parse-pack.ts';
import type { Pack } from '../model.ts';
import { chosenPacks } from '../packs/overview.ts';
import type { PackFile } from '../packs/pack-file.ts';
import { createPackStore, type PackRow, type PackStore } from '../store/packs.ts';
import { markOf, rememberSound, soundPacks } from '../store/sound-packs.ts';
import { bundledDataset } from './bundled-dataset.ts';

export interface CurrentDataset {
  dataset: Dataset;
  /** Ids of packs that did not ship so with Randnotiz: their names are the reader's own business, and no page may see them. */
  own: readonly string[];
  /** Changes when the packs do: part of what an analysis is remembered by. */
  stamp: string;
}

let store: PackStore | undefined;
let current: Promise<CurrentDataset> | undefined;

/** Where packs are kept. */
export function packStore(): PackStore {
  return (store ??= createPackStore());
}

/** Uses another store: for tests. */
export function usePackStore(other: PackStore): void {
  store = other;
  current = undefined;
}

/** The packs have changed: the next one who asks gets a new dataset. */
export function forgetDataset(): void {
  current = undefined;
}

/** Gives the dataset. Packs that cannot be read are left out, never a reason to show nothing. */
export function currentDataset(): Promise<CurrentDataset> {
  return (current ??= read());
}

async function read(): Promise<CurrentDataset> {
  const [rows, sound] = await Promise.all([packStore().all(), soundPacks()]);
  // Asked again the next time: a database that is locked now may be open then.
  if (!rows.ok) current = undefined;
  if (!rows.ok || rows.value.length === 0) return { dataset: bundledDataset(), own: [], stamp: '' };
  const marks: string[] = [];
  const installed = rows.value.flatMap((row) => {
    const pack = row.pack && sound.has(markOf(row.pack)) ? contentOf(row.pack) : readable(row);
    if (!pack) return [];
    marks.push(markOf(row.pack!));
    return [pack];
  });
  if (marks.some((mark) => !sound.has(mark))) void rememberSound(marks);
  const off = new Set(rows.value.filter(({ on }) => !on).map(({ id }) => id));
  const packs = chosenPacks(bundledPacks, installed, off);
  // A bundled pack that was replaced is the reader's own, too: its names may be other ones now.
  const own = installed.map(({ id }) => id);
  const stamp = rows.value.map(({ id, on, pack }) => `${id} ${on} ${pack?.checksum ?? ''}`).join('\n');
  const tables = new Map(bundledTables);
  for (const { id, pack, forms } of rows.value) {
    if (pack) tables.delete(id);
    if (forms) tables.set(id, forms);
  }
  return { dataset: createDataset(packs, tables), own, stamp };
}

/** A row's pack, checked like any that comes in: a newer or older Randnotiz may have written it. */
export function readable({ pack }: PackRow): Pack | undefined {
  if (!pack) return undefined;
  const parsed = parsePack(contentOf(pack), { predicateIds, bundledPacks });
  return parsed.ok ? parsed.value : undefined;
}

function contentOf(pack: PackFile): Pack {
  const { checksum: _, ...content } = pack;
  return content;
}
