/** Takes work that nobody waits for; lets it run to its end. A browser that refuses a piece of it is no fault of the page's. */
export function quietly(...work: Promise<unknown>[]): void {
  void Promise.allSettled(work);
}
