/**
 * `npm run evaluate`: the built command over the development data beside the project, one table, and `docs/evaluation.md`.
 * `-- --faults TASK` prints the faults behind a task's figures; `-- --dry` writes nothing.
 */
import './vite/node-tables.ts';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { AnnotationDocument } from '../lib/model.ts';
import { buildCommand } from './build-command.ts';
import { missingData } from './evaluate/benchmarks.ts';
import { lastFigures, reached, terminalTable, writeReport } from './evaluate/report.ts';
import { seedText } from './pages/seed-page.ts';

const { values } = parseArgs({ options: { faults: { type: 'string' }, dry: { type: 'boolean' } } });
process.exitCode = await main();

async function main(): Promise<number> {
  const missing = missingData();
  if (missing !== undefined) {
    console.log(missing);
    return 0;
  }
  const began = performance.now();
  const command = await buildCommand();
  const { evaluate } = await import('./evaluate/tasks.ts');
  const { figures, faults } = await evaluate(command, await seedDocument(command));
  const seconds = (performance.now() - began) / 1000;
  console.log(terminalTable(figures, lastFigures()));
  console.log(`\n${figures.filter(reached).length} of ${figures.length} figures reach their goal; ${seconds.toFixed(0)} s.`);
  if (values.faults !== undefined) console.log(`\nFaults of ${values.faults}:\n${(faults[values.faults] ?? [`none listed; known: ${Object.keys(faults).join(', ')}`]).join('\n')}`);
  if (values.dry !== true) writeReport(figures, seconds);
  return 0;
}

async function seedDocument(command: string): Promise<AnnotationDocument> {
  const { annotateText } = (await import(pathToFileURL(command).href)) as { annotateText: (text: string) => Promise<AnnotationDocument> };
  return annotateText(seedText());
}
