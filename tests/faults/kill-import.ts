/** The whole browser is killed while a file is being imported: all of it is visible afterwards, or nothing, and what lay about is cleared away. */
import type { Chance } from '../anchor/random.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import { listen, type Rig } from './subject.ts';

/** Flags in the file, and in one portion of it. */
const size = 2_000;
const portion = 200;
/** Longer than an import that died is left alone (ms). */
const later = 600_000;

/** Kills the browser so many times during an import. Some kills fall into the commit. */
export async function killImport(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome(`browser killed in an import of ${size} flags`, rig.engine);
  let whole = 0;
  let subject = await rig.start();
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const round = `b${String(time).padStart(7, '0')}`;
    const before = await subject.page.evaluate(() => bench.rows('none'));
    let committed = false;
    const wanted = portion * (1 + chance.below(size / portion));
    const wait = chance.next() * 120;
    await subject.page.evaluate((name, all, each) => void bench.importMany(name, all, each), round, size, portion);
    await new Promise<void>((resolve) => {
      const stop = listen(subject.page, ([word, n]) => {
        if (word === 'committed') committed = true;
        if (word === 'staged' ? Number(n) >= wanted : word === 'committed' || word === 'failed') void new Promise((waited) => setTimeout(waited, wait)).then(stop).then(resolve);
      });
    });
    await subject.kill();

    subject = await rig.start();
    const seen = await subject.page.evaluate((name) => bench.visible(name), round);
    await subject.page.evaluate((now) => bench.store.imports.cleanUp(now), Date.now() + later);
    const after = await subject.page.evaluate((name) => bench.rows(name), round);
    const expected = committed || seen === size ? size : 0;
    whole += seen === size ? 1 : 0;
    count(outcome, {
      lost: Math.max(0, expected - after.flags.length, expected - seen) + Math.max(0, before.allFlags - (after.allFlags - after.flags.length)),
      doubled: Math.max(0, after.flags.length - expected, after.revisions.length - expected),
      holds: seen === expected,
    });
  }
  await subject.close();
  outcome.remark = `${whole} were whole by then, of the others nothing was seen or left`;
  return outcome;
}
