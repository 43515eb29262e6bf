/** What a surface says of packs: the ones that are there, and what one that comes would do. */
import type { Pack } from '../model.ts';
import { type Conflict, findConflicts } from './conflicts.ts';
import { diffPacks, isEmptyDiff, type PackDiff } from './diff-pack.ts';
import type { PackFile } from './pack-file.ts';

export interface PackInfo {
  id: string;
  title: string;
  version: string;
  language: string;
  licence: string;
  authors: readonly string[];
  sources: readonly string[];
  entities: number;
  claims: number;
  /** Ships with Randnotiz: can be switched off, not removed. */
  bundled: boolean;
  on: boolean;
  /** When it was installed, in milliseconds; absent for bundled ones. */
  installed?: number;
}

export type PackStep = 'install' | 'update' | 'switch' | 'remove';

export interface PackOverview {
  packs: readonly PackInfo[];
  /** The last change, which can be taken back. */
  undo?: { what: PackStep; title: string };
}

export interface PackPreview {
  info: PackInfo;
  /** `same`: it is there already, and nothing would change; `update` and `older` replace what is there. */
  kind: 'new' | 'same' | 'update' | 'older';
  /** With `update` and `older`: what would change. */
  diff?: PackDiff;
  /** What the other packs say differently: the first of them, and how many there are. */
  conflicts: readonly Conflict[];
  conflictCount: number;
}

/** More conflicts than a person reads are counted, not listed. */
const mostConflicts = 100;

/** A pack described, without its content. */
export function packInfo(pack: Pack, state: Pick<PackInfo, 'bundled' | 'on'> & { installed?: number }): PackInfo {
  const { id, title, version, language, licence, authors = [], sources, entities, claims } = pack;
  return { id, title, version, language, licence, authors, sources: sources.map((source) => source.title), entities: entities.length, claims: claims.length, ...state };
}

/**
 * What installing a pack would do.
 * @param packs all that are there, bundled ones included; one of the same id would be replaced.
 */
export function previewOf(pack: PackFile, packs: readonly Pack[]): PackPreview {
  const { checksum: _, ...content } = pack;
  const earlier = packs.find(({ id }) => id === pack.id);
  const conflicts = findConflicts(pack, packs);
  const head = { info: packInfo(pack, { bundled: false, on: true }), conflicts: conflicts.slice(0, mostConflicts), conflictCount: conflicts.length };
  if (!earlier) return { ...head, kind: 'new' };
  const diff = diffPacks(withoutChecksum(earlier), content);
  if (isEmptyDiff(diff)) return { ...head, kind: 'same', conflicts: [], conflictCount: 0 };
  return { ...head, kind: isOlder(pack.version, earlier.version) ? 'older' : 'update', diff };
}

function withoutChecksum(pack: Pack & { checksum?: string }): Pack {
  const { checksum: _, ...content } = pack;
  return content;
}

function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The packs that count, in their order: bundled ones (or what was installed in their place) first. `off` are ids that are switched off. */
export function chosenPacks(bundled: readonly Pack[], installed: readonly Pack[], off: ReadonlySet<string>): Pack[] {
  const own = new Map(installed.map((pack) => [pack.id, pack]));
  const shipped = bundled.map((pack) => own.get(pack.id) ?? pack);
  const further = installed.filter(({ id }) => bundled.every((pack) => pack.id !== id));
  return [...shipped, ...further].filter(({ id }) => !off.has(id));
}

