/**
 * Many articles, one line each, in constant memory: lines are read only as fast as documents are written, a few are under way,
 * and documents leave in the input's order whatever order they are finished in. This thread moves bytes only; workers do the rest.
 */
import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Line, Outcome } from './line.ts';
import { isBlank, linesOf } from './lines.ts';
import { boundMemory, workerLimits } from './memory.ts';
import { progress } from './progress.ts';
import type { Work } from './work.ts';

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
  boundMemory();
  const pool = new Piscina<Line, Outcome>({ filename: fileURLToPath(new URL('./worker.mjs', import.meta.url)), maxThreads: jobs, minThreads: jobs, workerData: work, resourceLimits: workerLimits });
  const shown = progress(process.stderr);
  const result: StreamResult = { lines: 0, bad: 0, stopped: false };
  const window = { concurrency: jobs * ahead, highWaterMark: jobs * ahead };
  try {
    const outcomes = Readable.from(linesToDo(input, finished, signal)).map((line: Line) => pool.run(line, { transferList: [line.bytes.buffer] }), window);
    for await (const { bytes, ok } of outcomes as AsyncIterable<Outcome>) {
      result.lines += 1;
      if (!ok) result.bad += 1;
      shown.count(bytes.length);
      // Freed once written: this thread makes so little garbage of its own that it would keep 60 MB of documents until it collects.
      const free = (): void => void bytes.buffer.transfer(0);
      if (!output.write(bytes, free)) await drained(output);
    }
    result.stopped = signal.aborted;
  } finally {
    shown.end();
    await pool.close({ force: true });
  }
  return result;
}

async function* linesToDo(input: Readable, finished: number, signal: AbortSignal): AsyncGenerator<Line> {
  let number = 0;
  let toSkip = finished;
  for await (const bytes of linesOf(input, signal)) {
    number += 1;
    if (isBlank(bytes)) continue;
    if (toSkip > 0) toSkip -= 1;
    else yield { number, bytes };
  }
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
