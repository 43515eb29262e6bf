import { bundledPacks, bundledTables } from 'virtual:randnotiz/packs';
import { createDataset, type Dataset } from '../dataset/dataset.ts';

let dataset: Dataset | undefined;

/** The packs that ship with the extension, made ready at the first use: a background that only answers a menu never pays for it. */
export function bundledDataset(): Dataset {
  return (dataset ??= createDataset(bundledPacks, bundledTables));
}
