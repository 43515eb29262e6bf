/** Runs work piece by piece while the page has nothing else to do; `work` says whether more is left. Gives the function that ends it. */
export function whileIdle(work: () => boolean): () => void {
  let ended = false;
  let handle = 0;
  const turn = (deadline: IdleDeadline): void => {
    let more = !ended;
    do more &&= work();
    while (more && deadline.timeRemaining() > 2);
    if (more) handle = requestIdleCallback(turn, { timeout: 1000 });
  };
  handle = requestIdleCallback(turn, { timeout: 1000 });
  return () => {
    ended = true;
    cancelIdleCallback(handle);
  };
}
