/** The command `annotate`: words in, documents out. `scripts/annotate.ts` starts what is built from it. Either way in loads only what it needs. */
import type { AnnotationDocument } from '../../lib/model.ts';
import { readOptions, usage } from './options.ts';
import { runCommand } from './run-command.ts';

/** Runs the command; gives its exit status. Writes documents to standard output and one line a fault to standard error. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand('annotate', usage, () => readOptions(words), async (options) => (
    options.jsonl ? (await import('./archive.ts')).annotateArchive(options) : (await import('./article.ts')).annotateFile(options)
  ));
}

/** One plain text, annotated as the command does without options; for the evaluation, which calls it without a process between. */
export async function annotateText(text: string): Promise<AnnotationDocument> {
  return (await import('./article.ts')).annotatePlain(text);
}
