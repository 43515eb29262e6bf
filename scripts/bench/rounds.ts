/**
 * Timing that bears a busy machine: all contestants run once in every round, in an order that turns from round to round, and only
 * ratios of times of the same round are compared. What else the machine does hits all of a round alike.
 */

/** Times of one contestant, in milliseconds, one a round. */
export type Times = readonly number[];

export interface Ratio {
  /** The median over the rounds. */
  value: number;
  /** First and third quartile. */
  spread: readonly [low: number, high: number];
}

/** The least number of rounds behind any printed figure. */
export const fewestRounds = 9;

/**
 * Runs every task once a round and gives the times. A task may give a promise. One round before is not counted when `warm`.
 * `before` runs ahead of every timed run and is not timed.
 */
export async function interleave<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>, options: { rounds?: number; warm?: number; before?: (name: Name) => unknown } = {},
): Promise<Record<Name, Times>> {
  const names = Object.keys(tasks) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const warm = options.warm ?? 2;
  const rounds = options.rounds ?? fewestRounds;
  for (let round = -warm; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + warm) % names.length]!;
      await options.before?.(name);
      const begin = performance.now();
      const result = tasks[name]();
      if (result instanceof Promise) await result;
      const took = performance.now() - begin;
      if (round >= 0) times[name].push(took);
    }
  }
  return times;
}

/** So many rounds are looked at together, and so many times over none may be faster than the best before, until tasks count as warm. */
const stretch = 100;
const stretchesLevel = 6;
/** A stretch is faster than another from this share on. */
const faster = 0.98;

/**
 * Runs all tasks in rounds, as `interleave` does, until no task becomes faster any more, or for `most` rounds; gives how many rounds that took. The engines are
 * some thousand functions, of which the last is compiled in its last form only after many hundred articles.
 */
export async function warmUp(tasks: Readonly<Record<string, () => unknown>>, most = 4000): Promise<number> {
  const best: Record<string, number> = {};
  let level = 0;
  let round = 0;
  while (level < stretchesLevel && round < most) {
    const times = await interleave(tasks, { rounds: stretch, warm: 0 });
    round += stretch;
    level += 1;
    for (const [name, one] of Object.entries(times)) {
      if (median(one) < faster * (best[name] ?? Infinity)) level = 0;
      best[name] = Math.min(best[name] ?? Infinity, median(one));
    }
  }
  return round;
}

/** The median. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A quantile (0..1) by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** How many times as long one takes as the other: the median over the rounds, each round compared with itself. */
export function ratio(of: Times, to: Times, scale = 1): Ratio {
  const each = of.map((time, round) => (time / Math.max(to[round]!, 1e-6)) * scale);
  return { value: median(each), spread: [quantile(each, 0.25), quantile(each, 0.75)] };
}

/** A plain time in milliseconds, with its spread. */
export function plain(times: Times): Ratio {
  return { value: median(times), spread: [quantile(times, 0.25), quantile(times, 0.75)] };
}
