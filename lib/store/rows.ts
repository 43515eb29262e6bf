/** What the database keeps beside flags and revisions. */
import type { KeptDraft } from '../messages/calls.ts';
import type { Revision } from '../model.ts';

/** An import: its rows stay hidden until its state is `done`. */
export interface ImportRow {
  id: string;
  /** `staging`: being read; `done`: everything it brought is visible; `undone`: taken back, its rows are being cleared away; `countered`: taken back by records. */
  state: 'staging' | 'done' | 'undone' | 'countered';
  /** The file's name and format, to tell the reader what it was. */
  name: string;
  format: string;
  /** When it was begun, and when it last wrote (ms): one that has not written for long is cleared away. */
  begun: number;
  beat: number;
  counts: { fresh: number; same: number; changed: number; conflicts: number; skipped: number };
  /** Flags it brings anew that were made or changed here meanwhile: to be added up again when it is done. */
  touched: string[];
  /** Flags that were here before, and how the journal stood when it was done: what an undo must know. */
  merged: string[];
  mark?: string;
  /** Whether its revisions were handed to a folder: then taking it back needs counter-records. */
  published?: boolean;
}

/** What an import has for a flag that exists already. */
export interface StagedRow {
  import: string;
  flag: string;
  revisions: Revision[];
  verdict: 'fresh' | 'same' | 'changed' | 'conflicts';
  /** Whether it would change something the reader wrote here; then the reader decides. */
  conflict: boolean;
}

/** A flag's form that was not sent yet, and the address of the page it stands on. */
export type DraftRow = KeptDraft & { address: string };

/** Where else a flagged claim was read; kept only when the reader asked for it. */
export interface SightingRow {
  /** Flag and address, so that reading an article twice is one sighting. */
  id: string;
  flag: string;
  address: string;
  title: string;
  /** The repeating words. */
  quote: string;
  at: number;
}

/** A copy of the whole notebook as its file, compressed. */
export interface SnapshotRow {
  id: string;
  at: number;
  flags: number;
  /** Bytes as kept. */
  size: number;
  gzip: Uint8Array<ArrayBuffer>;
}

/** Things kept for their owner alone: the folder's handle and what was seen in it. */
export interface PlaceRow {
  id: string;
  value: unknown;
}
