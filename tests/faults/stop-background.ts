/** The background dies again and again under a stream of writes: between message and answer, and in a transaction. */
import type { Chance } from '../anchor/random.ts';
import { judge } from './kill-writes.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import type { Rig } from './subject.ts';

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
  for (let time = 0; deaths < times; time += 1) {
    const round = `d${String(time).padStart(7, '0')}`;
    const acks = { kept: new Set<number>(), changed: new Set<number>() };
    subject.page.on('console', (message) => {
      const [word, kind, n] = message.text().split(' ');
      if (word === 'ack') (kind === 'keep' ? acks.kept : acks.changed).add(Number(n));
    });
    let isWriting = true;
    const writing = subject.page.evaluate((name) => bench.stream(name, 400), round).finally(() => (isWriting = false));
    let stopped = 0;
    while (isWriting && deaths < times) {
      await new Promise((resolve) => setTimeout(resolve, shortest + chance.next() * (longest - shortest)));
      if (!isWriting) break;
      await subject.stopBackground();
      deaths += 1;
      stopped += 1;
    }
    const result = await writing;
    subject.page.removeAllListeners('console');
    told += result.told;
    slowest = Math.max(slowest, result.slowest);
    const judged = judge(await subject.page.evaluate((prefix) => bench.rows(prefix), round), round, acks);
    for (let death = 0; death < stopped; death += 1) count(outcome, death === 0 ? judged : {});
  }
  await subject.close();
  outcome.remark = `slowest answer ${Math.round(slowest)} ms; ${told} writes were told as not kept`;
  return outcome;
}
