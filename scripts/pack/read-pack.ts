/** A pack from a folder of sources or from its file, whichever the author names. */
import { existsSync, statSync } from 'node:fs';
import { bundledPacks, predicateIds } from 'virtual:randnotiz/packs';
import { compilePack } from '../../lib/dataset/compile-pack.ts';
import { describeFault, type Fault as PackFault } from '../../lib/dataset/fault.ts';
import type { Pack } from '../../lib/model.ts';
import { loadPack } from '../command/annotate-input.ts';
import { Fault, oneLine } from '../command/fault.ts';
import { readSeed } from '../vite/packs.ts';

export type ReadPack = { ok: true; pack: Pack; text: string } | { ok: false; faults: PackFault[] };

/** Compiles a folder; it may speak of what the bundled packs define, its own earlier self left out. Throws a `Fault` where files are missing or are no text. */
export function readFolder(folder: string): ReadPack {
  if (!existsSync(folder)) throw new Fault('unreadable', `${folder}: no such folder; check the path.`);
  if (!statSync(folder).isDirectory()) throw new Fault('unreadable', `${folder}: is a file; name the folder that holds article.txt and the four tables.`);
  let seed;
  try {
    seed = readSeed(folder);
  } catch (error) {
    throw new Fault('bad-folder', oneLine(error));
  }
  const own = idOf(seed.article);
  const beside = bundledPacks.filter(({ id }) => id !== own);
  const entities = new Map(beside.flatMap((pack) => pack.entities.map(({ id }) => [id, `the bundled pack ${pack.id}`] as const)));
  const claims = new Map(beside.flatMap((pack) => pack.claims.map(({ id }) => [id, `the bundled pack ${pack.id}`] as const)));
  const compiled = compilePack(seed, { predicates: new Set(predicateIds), known: new Set(entities.keys()), taken: { entities, claims } });
  return compiled.ok ? { ok: true, pack: compiled.pack, text: seed.text } : compiled;
}

function idOf(article: unknown): unknown {
  const pack: unknown = typeof article === 'object' && article !== null ? Reflect.get(article, 'pack') : undefined;
  return typeof pack === 'object' && pack !== null ? Reflect.get(pack, 'id') : undefined;
}

/** A pack to compare. Throws a `Fault` with every fault of it. */
export async function readPack(place: string): Promise<Pack> {
  if (!existsSync(place) || !statSync(place).isDirectory()) {
    const { checksum: _, ...pack } = await loadPack(place, place);
    return pack;
  }
  const read = readFolder(place);
  if (read.ok) return read.pack;
  throw new Fault('bad-pack', listFaults(read.faults));
}

/** Faults one below the other, with how many there are. */
export function listFaults(faults: readonly PackFault[]): string {
  const lines = faults.slice(0, 200).map(describeFault);
  const more = faults.length > lines.length ? [`… and ${faults.length - lines.length} more.`] : [];
  return [`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:`, ...lines, ...more].join('\n');
}
