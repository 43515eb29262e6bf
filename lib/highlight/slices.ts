/** Work in slices, so that the page stays quick: no slice keeps the thread longer than a frame can spare. */

/** Milliseconds of work between two pauses. */
const budget = 8;

interface YieldingScheduler {
  yield?: () => Promise<void>;
}

/** Lets the page have its turn: by `scheduler.yield` (which keeps our place in the queue) or a timer. */
async function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Runs steps to their end, with a pause whenever the budget is spent. `isStale` is asked after every pause and ends the run.
 * Gives what the steps gave, undefined when they were ended.
 */
export async function inSlices<Result>(steps: Generator<undefined, Result>, isStale: () => boolean): Promise<Result | undefined> {
  let until = performance.now() + budget;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pause();
    if (isStale()) return undefined;
    until = performance.now() + budget;
  }
}
