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
 * Calls `work` for each item, with a pause whenever the budget is spent. `isStale` is asked after every pause and ends the run.
 * Gives whether it came to the end.
 */
export async function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void, isStale: () => boolean): Promise<boolean> {
  let until = performance.now() + budget;
  for (const item of items) {
    if (performance.now() >= until) {
      await pause();
      if (isStale()) return false;
      until = performance.now() + budget;
    }
    work(item);
  }
  return true;
}
