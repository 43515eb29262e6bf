/** The background dies again and again under a stream of writes: between message and answer, and in a transaction. */
import type { Chance } from '../anchor/random.ts';
import { quietMoment } from '../e2e/harness/world.ts';
import { judge } from './kill-writes.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import { listen, type Rig } from './subject.ts';

/** Time between two deaths (ms). */
const shortest = 120;
const longest = 700;

/** Stops the background so many times while writes go on; counts what the writes then left. */
export async function stopBackground(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome('background stopped in a stream of writes', rig.engine);
  const subject = await rig.start();
  let deaths = 0;
  let told = 0;
  let slowest = 0;
  const codes = new Set<string>();
  for (let time = 0; deaths < times; time += 1) {
    const round = `d${String(time).padStart(7, '0')}`;
    const acks = { kept: new Set<number>(), changed: new Set<number>() };
    const state = { isWriting: true };
    await subject.page.evaluate((name) => void bench.stream(name, 400), round);
    const stop = listen(subject.page, ([word, one, other]) => {
      if (word === 'told') codes.add(/"code":"(\w+)"/.exec(other ?? '')?.[1] ?? 'unknown');
      if (word === 'ack') (one === 'keep' ? acks.kept : acks.changed).add(Number(other));
      if (word !== 'done') return;
      state.isWriting = false;
      told += Number(one);
      slowest = Math.max(slowest, Number(other));
    });
    let stopped = 0;
    while (state.isWriting) {
      await quietMoment(shortest + chance.next() * (longest - shortest));
      if (!state.isWriting || deaths >= times) continue;
      await subject.stopBackground();
      deaths += 1;
      stopped += 1;
    }
    await stop();
    const judged = judge(await subject.page.evaluate((prefix) => bench.rows(prefix), round), round, acks);
    for (let death = 0; death < stopped; death += 1) count(outcome, death === 0 ? judged : {});
  }
  await subject.close();
  outcome.remark = `slowest answer ${slowest} ms; ${told} writes were told as not kept${told > 0 ? ` (${[...codes].join(', ')})` : ''}`;
  return outcome;
}
