/** One way to make a note of this engine: the places that disagree, in order, and the words that show it. */
import type { ConsistencyCategory, ConsistencyNote, Draft, Rule, Span } from '../model.ts';
import table from './rules.yml';

interface ConsistencyRule extends Rule {
  kind: 'consistency';
  category: ConsistencyCategory;
  confidence: number;
}

/** Every rule of this engine with its category. */
export const discordRules = (table as { rules: readonly Omit<ConsistencyRule, 'kind'>[] }).rules.map((rule): ConsistencyRule => ({ ...rule, kind: 'consistency' }));
const byId = new Map(discordRules.map((rule) => [rule.id, rule]));

/** A note on the later place, where the disagreement comes to light; `spans` holds all of them. `category` overrules the rule's own. */
export function discord(text: string, id: string, places: readonly Span[], category?: ConsistencyCategory): Draft<ConsistencyNote> {
  const rule = byId.get(id);
  if (!rule) throw new Error(`lib/consistency/rules.yml has no rule ${id}`);
  const spans = [...places].sort((a, b) => a[0] - b[0]);
  const [begin, end] = spans.at(-1)!;
  const key = `reason.consistency.${id.slice('consistency.'.length).replaceAll('-', '_')}`;
  return { kind: 'consistency', rule: id, category: category ?? rule.category, begin, end, spans, confidence: rule.confidence, reason: { key, values: spans.map(([from, to]) => text.slice(from, to)) } };
}
