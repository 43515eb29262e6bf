/**
 * Randnotiz as a module for other programs: text in, document out, nothing else. `npm run build:lib` builds it with declarations
 * into `.output/lib`, which `exports` in package.json names; docs/archive.md has an example.
 */
import { bundledPacks as packs } from 'virtual:randnotiz/packs';
import type { Pack } from './model.ts';

export { annotate, type AnnotateOptions } from './annotate.ts';
export { createDataset, type Dataset } from './dataset/dataset.ts';
export type * from './model.ts';

/** The packs that ship with Randnotiz: `createDataset(bundledPacks)` is what the extension knows. */
export const bundledPacks: readonly Pack[] = packs;
