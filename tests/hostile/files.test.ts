/** Hostile files against imports, datasets and exports. */
import { fileCases } from './cases/files.ts';
import { runCases } from './run-cases.ts';

runCases('hostile files', fileCases, 120_000);
