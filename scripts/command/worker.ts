/** What each worker of the pool runs: lines in, outcomes out. What to do was handed over when the worker began. */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { annotateLine, type Line, type Outcome } from './line.ts';
import type { Work } from './work.ts';

export default async function inWorker(line: Line): Promise<Outcome> {
  const outcome = await annotateLine(line, workerData as Work);
  // The document's bytes go over as they are: a copy of each cost the main thread a fifth of a worker's time.
  return move({ [transferableSymbol]: outcome.bytes.buffer, [valueSymbol]: outcome }) as unknown as Outcome;
}
