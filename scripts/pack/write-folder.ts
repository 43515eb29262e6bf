/** A proposal as an editable folder in the form of `seeds/`. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isCollection, isScalar, visit } from 'yaml';
import type { Proposal } from '../../lib/proposal/proposal.ts';
import { Fault } from '../command/fault.ts';

const heads = {
  article: '# The pack and the one source it is built from. Fill in what is still open: licence, kind of publisher, authors.',
  entities: '# Who and what the article names. Proposed: take out what is no name, put types and descriptions right, add forms other texts use. Sorted by id.',
  claims: '# What the article asserts, in its order. Proposed, in the article\'s words: say it in your own, check predicate, figure and source, take out what asserts nothing.',
  findings: '# What a careful reader notes. Proposed from the words that say who is speaking.',
} as const;

/** Writes the five files. Throws a `Fault` where the folder holds something already: nothing is ever overwritten. */
export function writeFolder(folder: string, { text, article, entities, claims, findings }: Proposal): void {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Fault('exists', `${folder}: holds files already; name another folder with --out.`);
  const files = { article, entities: { entities }, claims: { claims }, findings: { findings } };
  writeFileSync(join(folder, 'article.txt'), text);
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, `${name}.yml`), yamlOf(heads[name as keyof typeof heads], value));
}

/** Fields that are short enough to stand in one line. */
const onOneLine: ReadonlySet<string> = new Set(['attribution', 'authors', 'context', 'objects', 'quantity', 'words']);

/** A table as people keep it: one block a row with a line between, lines as long as they are. */
export function yamlOf(head: string, value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Pair: (_, { key, value: held }) => {
      if (isScalar(key) && onOneLine.has(String(key.value)) && isCollection(held)) held.flow = true;
      if (isScalar(key) && key.value === 'forms' && isCollection(held)) for (const form of held.items) if (isCollection(form)) form.flow = true;
    },
  });
  return `${head}\n${document.toString({ lineWidth: 0 }).replaceAll(/\n(?= {2}- (?:id|kind):)/g, '\n\n').replace(/:\n\n/, ':\n')}`;
}
