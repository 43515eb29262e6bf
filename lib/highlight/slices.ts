/** Work in slices, so that the page stays quick: no slice keeps the thread longer than a frame can spare. */

/** Milliseconds of work between two pauses. */
const budget = 8;

/**
 * Lets all that waits for the page's thread go first. `scheduler.yield` would keep our place before it: on a page of 8 MB the page's own timers then came 0.8 s late
 * in Firefox. A timer would come once a second in a tab that is not seen.
 */
export const pause = (): Promise<unknown> => scheduler.postTask(() => {});

/** Resolves when the browser has laid the page out for its own next frame; at once in a tab that is not seen, where none comes. */
export async function nextFrame(document: Document): Promise<void> {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await pause();
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
