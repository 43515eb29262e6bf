/** Hostile texts against the whole of the core. */
import { textCases } from './cases/texts.ts';
import { runCases } from './run-cases.ts';

runCases('hostile texts', textCases, 300_000);
