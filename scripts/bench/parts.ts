/** All parts of the benchmark, in the order of the table: what takes longest comes last, since the table is written part by part. */
import type { Part } from './part.ts';
import { analysis } from './parts/analysis.ts';
import { archive } from './parts/archive.ts';
import { elsewhere } from './parts/elsewhere.ts';
import { flags } from './parts/flags.ts';
import { loading } from './parts/loading.ts';
import { matching } from './parts/matching.ts';
import { memory } from './parts/memory.ts';
import { notebook } from './parts/notebook.ts';
import { page } from './parts/page.ts';
import { sizes } from './parts/sizes.ts';
import { ticker } from './parts/ticker.ts';

export const parts: readonly Part[] = [sizes, elsewhere, loading, page, ticker, memory, analysis, flags, notebook, archive, matching];
