/** All parts of the benchmark, in the order of the table. */
import type { Part } from './part.ts';
import { analysis } from './parts/analysis.ts';
import { flags } from './parts/flags.ts';
import { matching } from './parts/matching.ts';

export const parts: readonly Part[] = [analysis, matching, flags];
