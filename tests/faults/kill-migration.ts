/** The whole browser is killed while a database of the first version is brought to the newest. */
import type { Chance } from '../anchor/random.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig } from './subject.ts';

/** Flags in the old database. */
const size = 3_000;
/** The kill falls within this time (ms) after the opening. */
const within = 700;

/** Kills the browser so many times while it migrates. */
export async function killMigration(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome(`browser killed in a migration of ${size} flags`, rig.engine);
  let halfway = 0;
  let subject = await rig.start();
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const round = `c${String(time).padStart(7, '0')}`;
    await subject.page.evaluate((name, all) => bench.putFirstVersion(name, all), round, size);
    await subject.page.evaluate(() => void bench.migrate());
    await new Promise((resolve) => setTimeout(resolve, chance.next() * within));
    const said = await subject.page.evaluate(() => bench.heard());
    if (!said.includes('migrated')) halfway += 1;
    await subject.kill();

    subject = await rig.start();
    const seen = await subject.page.evaluate((name) => bench.visible(name), round);
    const found = await subject.page.evaluate((name) => bench.rows(name), round);
    const histories = new Set(found.revisions.map(({ flag }) => flag)).size;
    count(outcome, { lost: size - Math.min(seen, found.flags.length, histories), doubled: found.revisions.length - histories + found.allFlags - found.flags.length });
  }
  await subject.close();
  outcome.remark = `${halfway} kills before the migration was done`;
  return outcome;
}
