/** What the notebook page asks of its entrypoint. */
import type { FlagFormat } from '../../lib/formats/export-flags.ts';
import type { Flag, FlagChange, Revision } from '../../lib/model.ts';
import type { Comparison } from '../../lib/notebook/compare.ts';
import type { Differing } from '../../lib/notebook/differing.ts';
import type { RestorePlan } from '../../lib/notebook/restore-plan.ts';
import type { FlagDrafts } from '../card-props.ts';
import type { Outcome } from '../outcome.ts';

/** A file that was read and waits for the reader's word; nothing of it is visible yet. */
export interface ImportOffer {
  id: string;
  name: string;
  /** What kind of file it is: of the notebook's own, one can also go back to what it holds. */
  format: string;
  counts: { fresh: number; same: number; changed: number; conflicts: number; skipped: number };
  fresh: readonly Flag[];
  conflicts: readonly Comparison[];
}

export type ImportChoice = 'merge' | 'mine' | 'theirs';

/** A file that cannot be used: sentences that say what is wrong, what was expected and what to do; `detail`: what the format demands at the place, in English. */
export interface FileRefused {
  ok: false;
  fault: string;
  detail?: string;
}

/** What came of reading a file. */
export type ImportReading = { ok: true; offer: ImportOffer } | FileRefused | { ok: false; stopped: true };

export interface ImportDone {
  id: string;
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  fresh: number;
}

export interface SnapshotLine {
  id: string;
  at: number;
  flags: number;
}

export interface EntityFinder {
  /** Dataset ids. */
  of: (flag: Flag) => readonly string[];
  nameOf: (id: string) => string;
}

/** Times in milliseconds. */
export interface VersionLine {
  flag: string;
  state: 'changed' | 'lost';
  now?: string;
  at: number;
}

export interface SightingLine {
  address: string;
  title: string;
  quote: string;
  at: number;
}

export interface FolderLine {
  name: string;
  /** False when the browser wants to be asked again. */
  open: boolean;
  last?: number;
}

export interface FolderReport {
  /** Changes that came in, and that went out. */
  taken: number;
  given: number;
  unusable: readonly { name: string; state: 'waiting' | 'damaged' | 'newer' }[];
}

export interface NotebookActions {
  change: (ids: readonly string[], change: FlagChange | ((flag: Flag) => FlagChange)) => Promise<Outcome<unknown>>;
  /** What is typed into a flag's form, until it is sent. */
  drafts: FlagDrafts;
  remove: (ids: readonly string[]) => Promise<Outcome<unknown>>;
  restore: (ids: readonly string[]) => Promise<Outcome<unknown>>;
  /** For good: only the record that they are gone stays. */
  purge: (ids: readonly string[]) => Promise<Outcome<unknown>>;
  history: (id: string) => Promise<Outcome<readonly Revision[]>>;
  /** Without ids everything, the bin and the history included where the format keeps them. */
  exportAs: (format: FlagFormat, ids?: readonly string[]) => Promise<Outcome<unknown>>;
  /** Saves a dataset made of these flags, or all; gives how much is in it, and how many flags could not be used. */
  makePack: (head: { title: string; licence: string; authors: readonly string[] }, ids?: readonly string[]) => Promise<Outcome<{ claims: number; entities: number; left: number }>>;
  copyQuotation: (flag: Flag) => Promise<Outcome<unknown>>;
  differing: () => Promise<readonly Differing[]>;
  readFile: (file: File, progress: (entries: number) => void, signal: AbortSignal) => Promise<ImportReading>;
  commit: (id: string, choices: ReadonlyMap<string, ImportChoice>) => Promise<Outcome<unknown>>;
  discard: (id: string) => Promise<unknown>;
  undoImport: (id: string) => Promise<Outcome<unknown>>;
  /** Finds what the packs that count now know in a flag's words. */
  entities: () => Promise<EntityFinder>;
  /** Flagged sentences that read differently on their page now, the latest seen first. */
  versions: () => Promise<readonly VersionLine[]>;
  folder: {
    /** Whether this browser lets a page keep a folder. */
    canChoose: boolean;
    /** Undefined when none was chosen. */
    state: () => Promise<Outcome<FolderLine | undefined>>;
    /** These two must come from a click; an undefined report means that the reader changed their mind. */
    choose: () => Promise<Outcome<FolderReport | undefined>>;
    sync: () => Promise<Outcome<FolderReport | undefined>>;
    leave: () => Promise<Outcome<unknown>>;
  };
  sightings: {
    on: () => Promise<boolean>;
    /** Switching off forgets all. */
    set: (on: boolean) => Promise<Outcome<unknown>>;
    of: (flag: string) => Promise<readonly SightingLine[]>;
  };
  reminder: {
    isDue: (flags: readonly Flag[]) => Promise<boolean>;
    later: () => Promise<Outcome<unknown>>;
  };
  /** What going back to a snapshot, or to what a notebook's file holds, would do; or the fault in it. */
  planRestore: (from: { snapshot: string } | { file: File }) => Promise<{ ok: true; plan: RestorePlan } | FileRefused>;
  goBack: (plan: RestorePlan) => Promise<Outcome<unknown>>;
  imports: () => Promise<readonly ImportDone[]>;
  snapshots: () => Promise<readonly SnapshotLine[]>;
}

export interface NotebookState {
  /** All flags, those in the bin included. */
  flags: readonly Flag[];
  /** A database of a newer version: everything can be read and saved, nothing changed. */
  readonly: boolean;
  /** A failure of the store, in words. */
  failure?: string;
}
