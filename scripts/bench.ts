/**
 * `npm run bench`: what Randnotiz costs, as ratios to a floor or to a peer measured in the same run. Prints one table and writes
 * `docs/performance.md`. `-- --only NAME` runs one part (and writes nothing), `-- --quick` the short form for CI.
 */
import './vite/node-tables.ts';
import { parseArgs } from 'node:util';
import { findBrowser } from './browsers/find-browsers.ts';
import { buildCore } from './bench/build-core.ts';
import { type Part, type Row, reached, rowsOf } from './bench/part.ts';
import { machine, terminalTable, writeReport } from './bench/report.ts';
import { fewestRounds } from './bench/rounds.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, dry: { type: 'boolean', default: false } } });
  const { parts } = await import('./bench/parts.ts');
  const chosen = values.only === undefined ? parts : parts.filter(({ name }) => name === values.only);
  if (chosen.length === 0) {
    process.stderr.write(`bench: no part "${values.only}"; there are ${parts.map(({ name }) => name).join(', ')}.\n`);
    return 2;
  }
  const began = performance.now();
  const browser = findBrowser('chromium');
  const another = await buildCore();
  const bench = { core: await another(), another, quick: values.quick, rounds: fewestRounds, say };
  const rows: Row[] = [];
  const left: Part[] = [];
  const took: string[] = [];
  const isWhole = values.only === undefined && !values.quick && !values.dry && browser !== undefined;
  for (const part of chosen) {
    if (part.needs === 'browser' && !browser) {
      left.push(part);
      continue;
    }
    const start = performance.now();
    rows.push(...(await rowsOf(part.name, 'the rest of this part', () => part.run(bench))));
    took.push(`${part.name} ${((performance.now() - start) / 1000).toFixed(0)} s`);
    // After each part: a run that is broken off leaves what it has measured, and says what it has not.
    if (isWhole) writeReport(rows, browser?.path, (performance.now() - began) / 1000, took, chosen.slice(chosen.indexOf(part) + 1).map(({ name }) => name));
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(terminalTable(rows));
  console.log(`\n${machine(browser?.path)}\n${rows.filter(reached).length} of ${rows.length} goals met; ${seconds.toFixed(0)} s: ${took.join(', ')}.`);
  if (left.length > 0) console.log(`No Chromium here: ${left.map(({ name }) => name).join(', ')} did not run. Install it (Debian: chromium) or name it in CHROMIUM_PATH.`);
  return 0;
}

function say(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}
