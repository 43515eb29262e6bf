/** Flags as JSON Lines, one flag a line, for other programs and to read back: what stands now, without history. */
import type { Flag } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';

export const flagLineSchema = 'randnotiz.flag/1';

/** Gives each flag as one canonical line, those in the bin left out. */
export function flagsToJsonLines(flags: readonly Flag[]): string {
  return flags.filter(({ deleted }) => deleted === undefined).map((flag) => `${canonical({ schema: flagLineSchema, ...flag })}\n`).join('');
}
