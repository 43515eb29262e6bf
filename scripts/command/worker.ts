/** What each worker of the pool runs: lines in, outcomes out. What to do was handed over when the worker began. */
import { workerData } from 'piscina';
import type { Work } from './annotate-input.ts';
import { annotateLine, type Line, type Outcome } from './line.ts';

export default function inWorker(line: Line): Promise<Outcome> {
  return annotateLine(line, workerData as Work);
}
