/** What the benchmark needs of the product, bundled once as the command is. */
import { bundledPacks, bundledTables, predicateIds } from 'virtual:randnotiz/packs';

export { annotate } from '../../lib/annotate.ts';
export { matchFlags } from '../../lib/claims/match-flags.ts';
export { createDataset } from '../../lib/dataset/dataset.ts';
export { parsePack } from '../../lib/dataset/parse-pack.ts';
export { hashText, joinHash } from '../../lib/match/form-hash.ts';
export { bytesPerForm, compileForms, FormTable } from '../../lib/match/form-table.ts';
export { matchEntities } from '../../lib/match/match-entities.ts';
export { createSearchIndex } from '../../lib/notebook/search-index.ts';
export { readText } from '../../lib/text/read-text.ts';
export { bundledPacks, bundledTables, predicateIds };

export type BenchCore = typeof import('./core.ts');
