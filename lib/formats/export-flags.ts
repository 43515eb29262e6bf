/** All exports of flags under their names: per flag, article, selection or everything, as the caller picks the list. */
import type { Flag, Revision } from '../model.ts';
import type { FlagWords } from './flag-words.ts';
import { flagsToCsv } from './flags-csv.ts';
import { flagsToHtml } from './flags-html.ts';
import { flagsToHypothesis } from './flags-hypothesis.ts';
import { flagsToJsonLines } from './flags-jsonl.ts';
import { flagsToMarkdown } from './flags-markdown.ts';
import { flagsToClaims } from './flags-schema-org.ts';
import { flagsToWebAnnotations } from './flags-w3c.ts';
import { toNotebook } from './notebook-json.ts';

export const flagFormats = ['notebook', 'w3c', 'hypothesis', 'claims', 'jsonl', 'csv', 'markdown', 'html'] as const;
export type FlagFormat = (typeof flagFormats)[number];

/** Ending and media type of each format's file. */
export const fileTypes: Readonly<Record<FlagFormat, { ending: string; type: string }>> = {
  notebook: { ending: 'json', type: 'application/json' },
  w3c: { ending: 'jsonld', type: 'application/ld+json' },
  hypothesis: { ending: 'json', type: 'application/json' },
  claims: { ending: 'jsonld', type: 'application/ld+json' },
  jsonl: { ending: 'jsonl', type: 'application/x-ndjson' },
  csv: { ending: 'csv', type: 'text/csv' },
  markdown: { ending: 'md', type: 'text/markdown' },
  html: { ending: 'html', type: 'text/html' },
};

export interface FlagExport {
  flags: readonly Flag[];
  /** Of these flags; needed by the notebook's own format only, which keeps history and bin. */
  revisions?: readonly Revision[];
  words: FlagWords;
  /** When it is made (ms); only Hypothesis' format says it. */
  now: number;
  /** Who stands by the ratings; without a name there are none. */
  reader?: string;
}

/** Takes what is to be exported; gives the file's text. */
export function exportFlags(format: FlagFormat, { flags, revisions = [], words, now, reader }: FlagExport): string {
  switch (format) {
    case 'notebook':
      return toNotebook(revisions);
    case 'w3c':
      return json(flagsToWebAnnotations(flags));
    case 'hypothesis':
      return json(flagsToHypothesis(flags, now));
    case 'claims':
      return json(flagsToClaims(flags, words, reader));
    case 'jsonl':
      return flagsToJsonLines(flags);
    case 'csv':
      return flagsToCsv(flags, words);
    case 'markdown':
      return flagsToMarkdown(flags, words);
    case 'html':
      return flagsToHtml(flags, words);
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
