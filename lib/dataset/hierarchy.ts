/** Relations by which one thing contains another; a circle of them cannot be true. */
import type { Entity } from '../model.ts';

/** Predicates that order things one way: what is part of something, or owned by it, does not contain it. */
const ordering: readonly string[] = ['part-of', 'owns'];

export interface Cycle {
  predicate: string;
  /** Entity ids in the order of the relations, the first one again at the end. */
  ring: readonly string[];
}

/** Takes entities; gives each circle of ordering relations once, from its first entity in the list. Linear in entities and relations; relations to itself are left to others. */
export function cyclesOf(entities: readonly Entity[]): Cycle[] {
  return ordering.flatMap((predicate) => {
    const targets = new Map(entities.map(({ id, relations }) => [id, relations.filter((one) => one.predicate === predicate && one.to !== id).map(({ to }) => to)]));
    return ringsOf(targets).map((ring) => ({ predicate, ring }));
  });
}

/** Depth first without recursion: a chain of ten thousand must not exhaust the stack. */
function ringsOf(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  for (const start of targets.keys()) {
    if (done.has(start)) continue;
    const path: string[] = [start];
    const waiting: Iterator<string>[] = [(targets.get(start) ?? [])[Symbol.iterator]()];
    const onPath = new Map([[start, 0]]);
    while (path.length > 0) {
      const next = waiting.at(-1)!.next();
      if (next.done) {
        const left = path.pop()!;
        onPath.delete(left);
        done.add(left);
        waiting.pop();
        continue;
      }
      const at = onPath.get(next.value);
      if (at !== undefined) rings.push([...path.slice(at), next.value]);
      else if (!done.has(next.value) && targets.has(next.value)) {
        onPath.set(next.value, path.length);
        path.push(next.value);
        waiting.push((targets.get(next.value) ?? [])[Symbol.iterator]());
      }
    }
  }
  return rings;
}
