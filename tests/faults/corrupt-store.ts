/** The browser's own database files are damaged between two runs: whatever the browser makes of that, nobody is told that all is well while flags are gone. */
import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '../anchor/random.ts';
import { storesOf } from './broken-store.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig } from './subject.ts';

/** Flags that are kept before the damage. */
const flags = 40;

/** What a person learns afterwards: how many flags there are, and else why not. */
type Told = { flags: number; code: string };

/** Damages the files so many times, each time on a fresh store: cut in half, or overwritten at random places. */
export async function corruptStore(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome('database files damaged between two runs', rig.engine);
  const told = new Map<string, number>();
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const round = `f${String(time).padStart(7, '0')}`;
    const before = await rig.start();
    const kept = await before.page.evaluate(async (name, all) => {
      for (let n = 0; n < all; n += 1) await bench.ask('keepFlag', { flag: bench.flagOf(name, n) });
      return bench.visible(name);
    }, round, flags);
    // The witness is borne beside the first write; a notebook page does it, too.
    await before.page.evaluate((all) => bench.bearWitness(all, Date.now()), kept);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await before.close();
    damage(rig, time % 2 === 0 ? 'cut' : 'garble', chance);

    const after = await rig.start();
    let said: Told = await after.page.evaluate((name) => bench.stateOf(name), round);
    // The background looks after its start; a person is slower than that.
    for (let tries = 0; tries < 20 && said.flags !== kept && said.code === ''; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      said = await after.page.evaluate((name) => bench.stateOf(name), round);
    }
    const isWhole = said.flags === kept;
    // After a loss that was told, keeping must work again or say why not.
    const next = await after.page.evaluate(async (name) => (await bench.ask('keepFlag', { flag: bench.flagOf(name, 9_999) })).ok || 'told', round);
    const word = isWhole ? 'all there' : said.code === '' ? 'silent loss' : said.code;
    told.set(word, (told.get(word) ?? 0) + 1);
    count(outcome, { lost: isWhole || said.code !== '' ? 0 : kept - said.flags, holds: next === true || next === 'told' });
    await after.close();
    rig.empty();
  }
  outcome.remark = [...told].map(([word, n]) => `${word}: ${n}`).join(', ');
  return outcome;
}

function damage(rig: Rig, how: 'cut' | 'garble', chance: Chance): void {
  for (const folder of storesOf(rig).filter((one) => existsSync(one))) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile() && statSync(file).size > 0 && /\.(?:log|ldb|sqlite|sqlite-wal)$/.test(file));
    for (const file of files) {
      const { size } = statSync(file);
      const handle = openSync(file, 'r+');
      if (how === 'cut') ftruncateSync(handle, Math.floor(size / 2));
      else for (let places = 0; places < 20; places += 1) writeSync(handle, Buffer.from('kaputt'), 0, 6, chance.below(Math.max(1, size - 6)));
      closeSync(handle);
    }
  }
}
