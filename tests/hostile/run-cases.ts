/** Runs hostile cases as tests, each by its name, and keeps their rows for the table of `npm run test:hostile`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type HostileCase, type HostileRow, traces } from './hostile-case.ts';

/** Takes the cases of one kind and how long (ms) one of them may take. */
export function runCases(kind: string, cases: readonly HostileCase[], patience = 60_000): void {
  const rows: HostileRow[] = [];
  describe(kind, () => {
    it('have a name each, and say what they try', () => {
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
      expect(cases.filter(({ tries }) => tries.length < 10 || tries.includes('\n'))).toEqual([]);
    });

    it.each(cases.map((one) => [one.id, one] as const))('%s', async (id, one) => {
      const { tries } = one;
      const begin = performance.now();
      const row: HostileRow = { kind, id, tries, letIn: [], took: 0 };
      rows.push(row);
      try {
        row.letIn = [...(await one.run()), ...traces()];
      } catch (thrown) {
        row.thrown = thrown instanceof Error ? (thrown.stack ?? thrown.message).slice(0, 1_000) : String(thrown);
      }
      row.took = performance.now() - begin;
      expect(row.thrown, tries).toBeUndefined();
      expect(row.letIn, tries).toEqual([]);
    }, patience);
  });

  afterAll(() => {
    const folder = process.env['RANDNOTIZ_HOSTILE_ROWS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${kind.replaceAll(/\W+/g, '-')}.json`), JSON.stringify({ rows, memory: process.memoryUsage().rss }));
  });
}
