/** What a finder of slips hands over: the place, the rule, and what would be said instead where that is certain. */
import type { LanguageCategory, Rule } from '../model.ts';
import table from './rules.yml';

export interface Slip {
  rule: string;
  begin: number;
  end: number;
  /** Fills the places of `reason.language.<rule>`. */
  words: readonly string[];
  suggestion?: string;
}

interface LanguageRule extends Rule {
  kind: 'language';
  category: LanguageCategory;
  weight: number;
  confidence: number;
}

/** Every rule of this engine with its category and weight. */
export const slipRules = (table as { rules: readonly Omit<LanguageRule, 'kind'>[] }).rules.map((rule): LanguageRule => ({ ...rule, kind: 'language' }));
const byId = new Map(slipRules.map((rule) => [rule.id, rule]));

/** The rule's row; throws when `rules.yml` has none. */
export function slipRule(id: string): LanguageRule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`lib/language/rules.yml has no rule ${id}`);
  return rule;
}
