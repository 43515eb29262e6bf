import { beforeAll, describe, expect, it } from 'vitest';
import { MarkRegistry } from '../../lib/highlight/registry.ts';

/** What a highlight and its registry are to us: a set and a map. They tell of what was taken out of a highlight while it was registered. */
let outOfRegistered = 0;
const highlights = new Map<string, Set<unknown>>();

class CountingHighlight extends Set<unknown> {
  priority = 0;
  override delete(range: unknown): boolean {
    if ([...highlights.values()].includes(this)) outOfRegistered += 1;
    return super.delete(range);
  }
}

beforeAll(() => {
  (globalThis as Record<string, unknown>)['Highlight'] = CountingHighlight;
});

/** A registry of so many marks of one kind; gives it and their ranges. */
function registryOf(count: number): { registry: MarkRegistry; ranges: AbstractRange[] } {
  outOfRegistered = 0;
  highlights.clear();
  const registry = new MarkRegistry(highlights as unknown as HighlightRegistry);
  const ranges = Array.from({ length: count }, () => ({}) as AbstractRange);
  for (const range of ranges) registry.add({ style: 'entity', ground: 'light', range });
  return { registry, ranges };
}

const left = (): unknown[] => [...(highlights.get('rn-entity') ?? [])];

describe('marks that leave', () => {
  it('are gone before the next frame, in one go', async () => {
    const { registry, ranges } = registryOf(100);
    for (const range of ranges.slice(0, 60)) registry.delete({ style: 'entity', ground: 'light', range });
    await Promise.resolve();
    expect(left()).toEqual(ranges.slice(60));
  });

  // Firefox took 3.6 s to withdraw a few hundred marks of five thousand, one long task: each looked through all the others.
  it('leave a highlight that is not registered meanwhile, where they are many', async () => {
    const { registry, ranges } = registryOf(5_000);
    const before = highlights.get('rn-entity');
    for (const range of ranges.slice(0, 4_000)) registry.delete({ style: 'entity', ground: 'light', range });
    await Promise.resolve();
    expect(outOfRegistered).toBe(0);
    expect(highlights.get('rn-entity')).toBe(before);
    expect(left()).toHaveLength(1_000);
  });

  it('do not bring back a highlight that the page has taken away or replaced', async () => {
    for (const foreign of [undefined, new Set<unknown>()]) {
      const { registry, ranges } = registryOf(100);
      if (foreign) highlights.set('rn-entity', foreign);
      else highlights.delete('rn-entity');
      for (const range of ranges.slice(0, 50)) registry.delete({ style: 'entity', ground: 'light', range });
      await Promise.resolve();
      expect(highlights.get('rn-entity')).toBe(foreign);
    }
  });

  it('disturb no new beginning in the same task', async () => {
    const { registry, ranges } = registryOf(100);
    for (const range of ranges) registry.delete({ style: 'entity', ground: 'light', range });
    registry.clear();
    registry.add({ style: 'entity', ground: 'light', range: ranges[7]! });
    await Promise.resolve();
    expect(left()).toEqual([ranges[7]]);
  });
});
