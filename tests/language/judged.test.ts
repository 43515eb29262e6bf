/** The rules about language and consistency speak by default only where a reader judged ten hits or more, and four of five right; `few` says why another one does. */
import { describe, expect, it } from 'vitest';
import consistencyJudged from '../../lib/consistency/judged.yml';
import consistencyRules from '../../lib/consistency/rules.yml';
import languageJudged from '../../lib/language/judged.yml';
import languageRules from '../../lib/language/rules.yml';

interface Judged { rules: Readonly<Record<string, { right: readonly string[]; wrong: readonly string[] }>> }
interface Row { id: string; on: boolean; precision?: { judged: number; right: number }; few?: string }

const judged = { ...(languageJudged as Judged).rules, ...(consistencyJudged as Judged).rules };
const rows = [...(languageRules as { rules: readonly Row[] }).rules, ...(consistencyRules as { rules: readonly Row[] }).rules];
const fewest = 10;
const least = 0.8;

describe.each(rows)('$id', ({ id, on, precision, few }) => {
  it('says the counts of judged.yml', () => {
    const row = judged[id];
    expect(precision).toEqual(row && { judged: row.right.length + row.wrong.length, right: row.right.length });
    for (const hash of [...(row?.right ?? []), ...(row?.wrong ?? [])]) expect(hash).toMatch(/^[0-9a-f]{12}$/);
  });

  it('speaks by default only above the bar', () => {
    if (!on) return;
    expect(precision!.right / precision!.judged).toBeGreaterThanOrEqual(least);
    expect(Boolean(few), 'fewer than ten hits: say why it speaks').toBe(precision!.judged < fewest);
  });
});
