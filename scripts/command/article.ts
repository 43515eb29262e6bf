/** One article: a file in, one document out. */
import type { AnnotationDocument } from '../../lib/model.ts';
import { annotateInput, loadDataset } from './annotate-input.ts';
import type { Options } from './options.ts';
import { printDocument } from './print-document.ts';
import { readArticleFile } from './read-file.ts';
import { print } from './run-command.ts';
import { workOf } from './work.ts';

/** Annotates the file that the options name and prints the document; gives the exit status. */
export async function annotateFile(options: Options): Promise<number> {
  const { text, html } = readArticleFile(options.file!);
  const dataset = await loadDataset(options.packs);
  const url = options.url === undefined ? {} : { url: options.url };
  const document = annotateInput({ ...url, ...(html ? { html: text } : { text }) }, dataset, await workOf(options));
  await print(printDocument(document, options.format));
  return 0;
}

/** One plain text, annotated as the command does without options. */
export async function annotatePlain(text: string): Promise<AnnotationDocument> {
  return annotateInput({ id: 'seed', text }, await loadDataset([]), { packs: [], force: false, all: false, explain: false });
}
