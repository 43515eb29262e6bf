/** Hostile HTML against the reading of pages, parsed as the command does it. */
import { pageCases } from './cases/pages.ts';
import { runCases } from './run-cases.ts';

runCases('hostile pages', pageCases, 300_000);
