/** The background dies again and again under a stream of writes: between message and answer, and in a transaction. */
import type { Chance } from '../anchor/random.ts';
import { quietMoment } from '../e2e/harness/world.ts';
import { judge } from './kill-writes.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import { listen, type Rig } from './subject.ts';

/** Time between two deaths (ms). */
const shortest = 120;
const longest = 700;

/** Stops the background so many times while writes go on; counts what the writes then left, and how long after the last death that fell into it a write was answered. */
export async function stopBackground(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome('background stopped in a stream of writes', rig.engine);
  const subject = await rig.start();
  /** When (ms since the epoch) the background was gone. */
  const deaths: number[] = [];
  let told = 0;
  const recoveries: number[] = [];
  const codes = new Set<string>();
  for (let time = 0; deaths.length < times; time += 1) {
    const round = `d${String(time).padStart(7, '0')}`;
    const acks = { kept: new Set<number>(), changed: new Set<number>() };
    const state = { isWriting: true };
    await subject.page.evaluate((name) => void bench.stream(name, 400), round);
    const stop = listen(subject.page, ([word, one, other, asked, answered]) => {
      if (word === 'told') codes.add(/"code":"(\w+)"/.exec(other ?? '')?.[1] ?? 'unknown');
      if (word === 'ack') {
        (one === 'keep' ? acks.kept : acks.changed).add(Number(other));
        const last = deaths.findLast((death) => death >= Number(asked) && death <= Number(answered));
        if (last !== undefined) recoveries.push(Number(answered) - last);
      }
      if (word !== 'done') return;
      state.isWriting = false;
      told += Number(one);
    });
    let stopped = 0;
    while (state.isWriting) {
      await quietMoment(shortest + chance.next() * (longest - shortest));
      if (!state.isWriting || deaths.length >= times) continue;
      await subject.stopBackground();
      deaths.push(Date.now());
      stopped += 1;
    }
    await stop();
    const judged = judge(await subject.page.evaluate((prefix) => bench.rows(prefix), round), round, acks);
    for (let death = 0; death < stopped; death += 1) count(outcome, death === 0 ? judged : {});
  }
  await subject.close();
  const sorted = recoveries.toSorted((one, other) => one - other);
  outcome.remark = `${sorted.length} writes fell into a death: answered ${sorted[sorted.length >> 1] ?? 0} ms after it (median), at most ${sorted.at(-1) ?? 0} ms; ${told} writes were told as not kept${told > 0 ? ` (${[...codes].join(', ')})` : ''}`;
  return outcome;
}
