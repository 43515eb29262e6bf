import table from './rule-examples.yml';

export interface RuleExample {
  text: string;
  /** The words of it that are marked; empty where it is the whole. */
  marked: string;
}

/** By id of the rule. */
const examples = table as Readonly<Record<string, readonly [text: string, marked: string]>>;

/** Takes a rule's id; gives a text that the rule marks and the words it marks there, or undefined for an unknown rule. */
export function exampleOf(rule: string): RuleExample | undefined {
  const example = Object.hasOwn(examples, rule) ? examples[rule] : undefined;
  return example && { text: example[0], marked: example[1] };
}
