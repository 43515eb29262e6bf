/** The whole browser is killed at a random moment of a stream of writes. */
import type { Chance } from '../anchor/random.ts';
import type { Rows } from './bench.ts';
import { count, newOutcome, type Outcome } from './outcome.ts';
import { listen, type Rig, type Subject } from './subject.ts';

/** Writes in one stream. */
const writes = 1_000;
/** The kill comes this long (ms, at most) after the acknowledgement it waits for, so that it falls between two of them. */
const jitter = 25;

export interface Acknowledged {
  kept: Set<number>;
  changed: Set<number>;
}

/** Kills the browser so many times and looks each time, after a restart on the same profile, whether all is there that was acknowledged. */
export async function killWrites(rig: Rig, times: number, chance: Chance): Promise<Outcome> {
  const outcome = newOutcome(`browser killed in a stream of ${writes} writes`, rig.engine);
  let acknowledged = 0;
  let subject = await rig.start();
  for (let time = 0; time < times && !rig.isEnough(); time += 1) {
    const round = `a${String(time).padStart(7, '0')}`;
    const before = await subject.page.evaluate(() => bench.rows('none'));
    const acks = await writeUntilKilled(subject, round, chance);
    subject = await rig.start();
    const found = await subject.page.evaluate((prefix) => bench.rows(prefix), round);
    const judged = judge(found, round, acks);
    const others = found.allFlags - found.flags.length;
    acknowledged += acks.kept.size + acks.changed.size;
    count(outcome, { lost: judged.lost + Math.max(0, before.allFlags - others), doubled: judged.doubled + Math.max(0, others - before.allFlags) });
  }
  await subject.close();
  outcome.remark = `${acknowledged} writes acknowledged before the kills`;
  return outcome;
}

async function writeUntilKilled(subject: Subject, round: string, chance: Chance): Promise<Acknowledged> {
  const acks: Acknowledged = { kept: new Set(), changed: new Set() };
  const after = chance.below(writes);
  const wait = chance.next() * jitter;
  let seen = 0;
  await subject.page.evaluate((name, all) => void bench.stream(name, all), round, writes);
  await new Promise<void>((resolve) => {
    const stop = listen(subject.page, ([word, kind, n]) => {
      if (word === 'ack') {
        (kind === 'keep' ? acks.kept : acks.changed).add(Number(n));
        seen += 1;
      }
      if (word === 'done' || seen > after) void new Promise((waited) => setTimeout(waited, wait)).then(stop).then(resolve);
    });
  });
  await subject.kill();
  return acks;
}

/** Compares what is there with what was acknowledged: gone or not whole is lost; a second row or a second record of the same change is doubled. */
export function judge({ flags, revisions }: Rows, round: string, { kept, changed }: Acknowledged): { lost: number; doubled: number } {
  const byNumber = new Map<number, Rows['flags']>();
  for (const flag of flags) {
    const n = Number(/verkaufte das Werk (\d+) /.exec(flag.quote.exact)?.[1]);
    byNumber.set(n, [...(byNumber.get(n) ?? []), flag]);
  }
  let lost = 0;
  let doubled = 0;
  for (const [n, rows] of byNumber) {
    doubled += rows.length - 1;
    for (const { id, note, page, position, created, stance } of rows) {
      const isChanged = note === `${round} ${n} changed`;
      const records = revisions.filter((revision) => revision.flag === id).length;
      if (records > (isChanged ? 2 : 1)) doubled += 1;
      const isWhole = (isChanged || note === `${round} ${n}`) && page.site === 'zeitung.example' && position.start === 8 && created === n + 1 && stance === 'unsure';
      if (!isWhole || records < (isChanged ? 2 : 1)) lost += 1;
    }
  }
  for (const n of kept) if (!byNumber.has(n)) lost += 1;
  for (const n of changed) if (byNumber.get(n)?.[0]?.note !== `${round} ${n} changed`) lost += 1;
  return { lost, doubled };
}
