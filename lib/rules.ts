/** All rules of all engines, for the document, the options page and `docs/rules.md`. */
import { attributionRules } from './attribution/attribute.ts';
import { biasRules } from './bias/find-bias.ts';
import { consistencyRules } from './consistency/find-inconsistencies.ts';
import { languageRules } from './language/find-slips.ts';
import type { Rule } from './model.ts';

export const rules: readonly Rule[] = [...attributionRules, ...biasRules, ...languageRules, ...consistencyRules];

const off = new Set(rules.filter((rule) => !rule.on).map((rule) => rule.id));

/** Whether a rule speaks by default. Dataset rows (names, claims) are no rules and always do. */
export function isRuleOn(id: string): boolean {
  return !off.has(id);
}
