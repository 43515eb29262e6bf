/**
 * Claims that several articles report differently: pairs of flags that say the same of the same subject but for one field. Only flags that share
 * rare words are compared, so that a large notebook does not mean all pairs.
 */
import type { ClaimDifference, Flag } from '../model.ts';
import { isInBin } from './bin.ts';
import { stemForm, wordsOf } from './search-words.ts';

/** A flag that another contradicts, and in which field; `here` and `there` of the difference are the first and the second flag's words. */
export interface Differing {
  one: Flag;
  other: Flag;
  difference: ClaimDifference;
}

/** Judges one flag's words against others: gives the flags that they contradict, and in which field. Handed in, because it needs a dataset: see `judge.ts`. */
export type Judge = (flag: Flag, others: readonly Flag[]) => readonly { claim: string; difference?: ClaimDifference }[];

/** A word of more flags than this tells none apart. */
const tooCommon = 60;
/** Words that two flags must share to be compared. */
const shared = 2;

/** Takes flags and a judge; gives the pairs from different articles that differ, each once, the latest first. */
export function findDiffering(flags: readonly Flag[], judge: Judge): Differing[] {
  const standing = flags.filter((flag) => !isInBin(flag)).toSorted((one, other) => one.created - other.created);
  const stems = standing.map(({ quote }) => new Set(wordsOf(quote.exact).flatMap((word) => stemForm(word) ?? [])));
  const byStem = new Map<string, number[]>();
  for (const [index, own] of stems.entries()) {
    for (const stem of own) {
      const list = byStem.get(stem);
      if (list) list.push(index);
      else byStem.set(stem, [index]);
    }
  }
  const pairs = new Map<string, Differing>();
  for (const [index, flag] of standing.entries()) {
    const counts = new Map<number, number>();
    for (const stem of stems[index]!) {
      const list = byStem.get(stem)!;
      if (list.length <= tooCommon) for (const other of list) if (other !== index) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const others = [...counts].filter(([, count]) => count >= shared).map(([other]) => standing[other]!).filter(({ page }) => page.address !== flag.page.address);
    if (others.length === 0) continue;
    for (const { claim, difference } of judge(flag, others)) {
      const other = others.find(({ id }) => id === claim);
      if (other && difference) note(pairs, flag, other, difference);
    }
  }
  return [...pairs.values()].sort((a, b) => b.one.created - a.one.created || (a.one.id < b.one.id ? -1 : 1));
}

/** Notes a pair under both ids, the later flag first, unless it is known from the other side. */
function note(pairs: Map<string, Differing>, flag: Flag, other: Flag, difference: ClaimDifference): void {
  const key = [flag.id, other.id].sort().join(' ');
  if (pairs.has(key)) return;
  const isLater = flag.created >= other.created;
  pairs.set(key, isLater ? { one: flag, other, difference } : { one: other, other: flag, difference: { ...difference, here: difference.there, there: difference.here } });
}
