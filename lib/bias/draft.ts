/** One way to make a note of the bias engine: its category comes from the rule's row in `rules.yml`. */
import type { BiasCategory, BiasNote, Draft, Rule } from '../model.ts';
import table from './rules.yml';

interface BiasRule extends Rule {
  kind: 'bias';
  category: BiasCategory;
  /** How sure a hit of this rule is, 0..1. */
  confidence: number;
  /** Why the rule speaks though fewer than ten hits could be judged. */
  few?: string;
}

/** Every rule of this engine, with its category. */
export const biasRules = (table as { rules: readonly Omit<BiasRule, 'kind'>[] }).rules.map((rule): BiasRule => ({ ...rule, kind: 'bias' }));

const byId = new Map(biasRules.map((rule) => [rule.id, rule]));

/**
 * A note of `rule` on `[begin, end)`. `why` picks the reason's sentence (`reason.bias.<why>`, hyphens as underscores), `words`
 * fill its places; `neutral` is a plainer way to say it.
 */
export function biasDraft(rule: string, begin: number, end: number, why: string, words: readonly string[], neutral?: string): Draft<BiasNote> {
  const row = byId.get(rule);
  if (!row) throw new Error(`lib/bias/rules.yml has no rule ${rule}`);
  return {
    kind: 'bias',
    rule,
    category: row.category,
    begin,
    end,
    confidence: row.confidence,
    reason: { key: `reason.bias.${why.replaceAll('-', '_')}`, values: words },
    ...(neutral === undefined ? {} : { suggestion: neutral }),
  };
}
