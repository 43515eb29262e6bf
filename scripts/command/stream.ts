/**
 * Many articles, one line each, in constant memory: lines are read only as fast as documents are written, at most `window`
 * are under way, and documents leave in the input's order whatever order they are finished in.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Work } from './annotate-input.ts';
import { annotateLine, type Line, type Outcome } from './line.ts';
import { progress } from './progress.ts';

export interface StreamResult {
  lines: number;
  bad: number;
  stopped: boolean;
}

/** Lines under way per worker: enough to keep it busy, few enough to bound the memory. */
const ahead = 4;

/**
 * Annotates every line of `input` onto `output`, skipping the first `finished` ones. `signal` stops it cleanly: what is under
 * way is finished and written, nothing new is begun.
 */
export async function annotateStream(input: Readable, output: Writable, work: Work, jobs: number, finished: number, signal: AbortSignal): Promise<StreamResult> {
  const workers = jobs > 1 ? new Piscina<Line, Outcome>({ filename: fileURLToPath(new URL('./worker.mjs', import.meta.url)), maxThreads: jobs, minThreads: jobs, workerData: work }) : null;
  const run = (line: Line): Promise<Outcome> => (workers ? workers.run(line) : annotateLine(line, work));
  const shown = progress(process.stderr);
  const underway: Promise<Outcome>[] = [];
  const result: StreamResult = { lines: 0, bad: 0, stopped: false };

  const writeFirst = async (): Promise<void> => {
    const outcome = await underway.shift()!;
    result.lines += 1;
    if (!outcome.ok) result.bad += 1;
    shown.count(outcome.line.length);
    if (!output.write(`${outcome.line}\n`)) await drained(output);
  };

  let number = 0;
  let toSkip = finished;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity, signal })) {
      number += 1;
      if (signal.aborted) break;
      if (text.trim() === '') continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      underway.push(run({ number, text }));
      if (underway.length >= (workers ? jobs * ahead : 1)) await writeFirst();
    }
    result.stopped = signal.aborted;
    // Whoever sends the lines may have stopped without an end: nobody waits for more.
    if (result.stopped) input.destroy();
    while (underway.length > 0) await writeFirst();
  } finally {
    shown.end();
    await workers?.close({ force: true });
  }
  return result;
}

/** Waits until the output takes more, or takes nothing any more; leaves no listener behind, since a long run waits a hundred thousand times. */
async function drained(output: Writable): Promise<void> {
  const over = new AbortController();
  try {
    await Promise.race([once(output, 'drain', { signal: over.signal }), once(output, 'close', { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
