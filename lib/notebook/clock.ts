/** Lamport clocks: a change counts after everything its device knew when it was made, however wrong the wall clocks are. */

/** How far ahead of all that is known a clock may be. Far more changes than a life has time for, far fewer than would wear the counter out. */
const farAhead = 2 ** 32;

/** Takes the largest clock known (0 when nothing is); gives that of the next change. */
export function nextClock(largest: number): number {
  return largest + 1;
}

/** Whether a clock from outside is so far ahead of the largest one known that it must be a fault or ill will. */
export function isFarAhead(clock: number, largest: number): boolean {
  return clock - largest > farAhead;
}
