/** A rule's precision is what a reader judged, and what it allows: rules below the bar are silent by default. */
import { describe, expect, it } from 'vitest';
import judgedTable from '../../lib/bias/judged.yml';
import ruleTable from '../../lib/bias/rules.yml';

interface Judged {
  salt: string;
  rules: Readonly<Record<string, { left: number; right: readonly string[]; wrong: readonly string[] }>>;
}
interface Row {
  id: string;
  category: string;
  on: boolean;
  precision?: { judged: number; right: number };
  few?: string;
}

const { rules: judged } = judgedTable as Judged;
const { rules } = ruleTable as { rules: readonly Row[] };
const vaguer = new Set(['appeal-to-popularity', 'appeal-to-authority', 'generalisation', 'mind-reading', 'prediction-as-fact', 'commercial', 'sensational-headline']);
const fewest = 10;

describe.each(rules)('$id', ({ id, category, on, precision, few }) => {
  it('says the counts of judged.yml', () => {
    const row = judged[id];
    expect(precision).toEqual(row ? { judged: row.right.length + row.wrong.length, right: row.right.length } : undefined);
    for (const hash of [...(row?.right ?? []), ...(row?.wrong ?? [])]) expect(hash).toMatch(/^[0-9a-f]{12}$/);
  });

  it('speaks by default only above the bar', () => {
    if (!on) return;
    expect(precision, 'a rule that nobody judged is off').toBeDefined();
    expect(precision!.right / precision!.judged).toBeGreaterThanOrEqual(vaguer.has(category) ? 0.9 : 0.8);
    if (precision!.judged < fewest) expect(few, 'too few hits: say why it speaks').toBeTruthy();
    else expect(few).toBeUndefined();
  });
});

it('lists rules in order', () => {
  expect(rules.map((rule) => rule.id)).toEqual(rules.map((rule) => rule.id).sort());
});
