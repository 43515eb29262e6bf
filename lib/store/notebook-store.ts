/** The whole notebook behind one connection: what extension pages and the background use. */
import { type Access, createAccess, type StoreOptions } from './access.ts';
import { createImportCleaner, type ImportCleaner } from './clear-import.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFiling, type Filing } from './filing.ts';
import { createFlagStore, type FlagStore } from './flag-store.ts';
import { createImports, type Imports } from './imports.ts';
import { createPlaces, type Places } from './places.ts';
import { createRevisionStore, type RevisionStore } from './revision-store.ts';
import { createSightings, type Sightings } from './sightings.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';
import { createVersions, type Versions } from './versions.ts';

export interface NotebookStore {
  flags: FlagStore;
  filing: Filing;
  revisions: RevisionStore;
  imports: Imports;
  drafts: Drafts;
  sightings: Sightings;
  snapshots: Snapshots;
  places: Places;
  versions: Versions;
  close(): void;
}

/** What the background needs: all but reading files in, which is much code, and what pages keep for themselves. */
export type BackgroundStore = Omit<NotebookStore, 'imports' | 'places'> & { imports: ImportCleaner };

/** Takes the outside world (all of it optional) or a way into the database; gives the stores of the background. */
export function createBackgroundStore(options: StoreOptions = {}, access: Access = createAccess(options)): BackgroundStore {
  const revisions = createRevisionStore(access);
  return {
    flags: createFlagStore(options, access),
    filing: createFiling(access),
    revisions,
    imports: createImportCleaner(access),
    drafts: createDrafts(access),
    sightings: createSightings(access),
    snapshots: createSnapshots(access, revisions),
    versions: createVersions(access),
    close: access.close,
  };
}

/** Takes the outside world (all of it optional); gives the stores. The database is opened at the first use. Nothing of them throws, `revisions.portions` aside. */
export function createNotebookStore(options: StoreOptions = {}): NotebookStore {
  const access = createAccess(options);
  return { ...createBackgroundStore(options, access), imports: createImports(access), places: createPlaces(access) };
}
