import type { Flag } from '../../lib/model.ts';
import type { Options } from './options.ts';

/** What is done with every article of a run; plain data, since each worker of an archive's pool is handed it. */
export interface Work {
  packs: readonly string[];
  force: boolean;
  all: boolean;
  explain: boolean;
  /** The reader's flags, read once and handed to every worker. */
  flags?: readonly Flag[];
}

/** The work that the command's words ask for; throws a `Fault` where the file of flags is bad. */
export async function workOf({ packs, force, all, explain, flags }: Options): Promise<Work> {
  const work = { packs, force, all, explain };
  return flags === undefined ? work : { ...work, flags: await (await import('../flags/read-flags.ts')).readStandingFlags(flags) };
}
