/** The bin: a flag thrown away can come back for 30 days; then it is purged, and the purge is a record that reaches the other devices too. */
import type { Flag } from '../model.ts';

/** How long a flag lies in the bin, in days. */
export const daysInBin = 30;
const day = 86_400_000;

/** Whether a flag lies in the bin. */
export function isInBin({ deleted }: Pick<Flag, 'deleted'>): boolean {
  return deleted !== undefined;
}

/** Takes a flag in the bin and the time; gives how many days it can still come back, from 30 down to 0. A wall clock set back gives no more than 30. */
export function daysLeft({ deleted }: Pick<Flag, 'deleted'>, now: number): number {
  if (deleted === undefined) return daysInBin;
  return Math.min(daysInBin, Math.max(0, Math.ceil((deleted + daysInBin * day - now) / day)));
}

/** Whether a flag's time in the bin is over. */
export function isExpired({ deleted }: Pick<Flag, 'deleted'>, now: number): boolean {
  return deleted !== undefined && now - deleted > daysInBin * day;
}
