/** `docs/rules.md`: all rules as one page, made from their tables. Pure, so that a test can hold the page up to date. */
import { exampleOf } from './rule-example.ts';
import type { NoteKind, Rule } from './model.ts';

const headings: readonly (readonly [NoteKind, string])[] = [
  ['attribution', 'Attribution: who says it'],
  ['bias', 'Bias: how it is said'],
  ['language', 'Language: shown only where a page as a whole looks machine-translated'],
  ['consistency', 'Consistency: the article against itself'],
];

const head = `# Rules

Made by \`npm run rules\` from the tables beside the engines (\`lib/*/rules.yml\`) and \`lib/rule-examples.yml\`; a test holds it up to date.
*Precision*: of so many hits judged by hand, so many were right. Rules that are off speak only when everything is asked for.
`;

/** Takes the rules; gives the page. */
export function rulesDocument(rules: readonly Rule[]): string {
  const parts = headings.map(([kind, heading]) => {
    const rows = rules.filter((rule) => rule.kind === kind).toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(row);
    return `## ${heading}\n\n| rule | on | precision | what it marks | example |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return [head, ...parts].join('\n');
}

function row({ id, category, on, precision, doc }: Rule): string {
  const judged = precision ? `${precision.right} of ${precision.judged}` : '–';
  return `| \`${id}\`${category ? `<br>${category}` : ''} | ${on ? 'yes' : 'no'} | ${judged} | ${cell(doc)} | ${exampleCell(id)} |`;
}

function exampleCell(id: string): string {
  const example = exampleOf(id);
  if (!example) return '–';
  const { text, marked } = example;
  return cell(marked ? text.replace(marked, `**${marked}**`) : text);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
