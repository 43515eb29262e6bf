/** The command `annotate`: words in, documents out. Built into one file; `scripts/annotate.ts` starts it. */
import { finished } from 'node:stream/promises';
import type { AnnotationDocument } from '../../lib/model.ts';
import { annotateInput, loadDataset, type Work } from './annotate-input.ts';
import { Fault } from './fault.ts';
import { readStandingFlags } from '../flags/read-flags.ts';
import { readOptions, usage, type Options } from './options.ts';
import { printDocument } from './print-document.ts';
import { readArticleFile } from './read-file.ts';
import { resumeOutput } from './resume.ts';
import { print, runCommand } from './run-command.ts';
import { annotateStream } from './stream.ts';

/** Runs the command; gives its exit status. Writes documents to standard output and one line a fault to standard error. */
export function main(words: readonly string[]): Promise<number> {
  return runCommand('annotate', usage, () => readOptions(words), (options) => (options.jsonl ? many(options) : one(options)));
}

/** One plain text, annotated as the command does without options; for the evaluation, which calls it without a process between. */
export async function annotateText(text: string): Promise<AnnotationDocument> {
  return annotateInput({ id: 'seed', text }, await loadDataset([]), { packs: [], force: false, all: false, explain: false });
}

async function one(options: Options): Promise<number> {
  const { text, html } = readArticleFile(options.file!);
  const dataset = await loadDataset(options.packs);
  const url = options.url === undefined ? {} : { url: options.url };
  const document = annotateInput({ ...url, ...(html ? { html: text } : { text }) }, dataset, await workOf(options));
  await print(printDocument(document, options.format));
  return 0;
}

async function many(options: Options): Promise<number> {
  if (process.stdin.isTTY) throw new Fault('usage', '--jsonl reads standard input: pipe a file of JSON Lines in.', 2);
  // A bad pack or file of flags is said once, before the first line.
  await loadDataset(options.packs);
  const work = await workOf(options);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const earlier = options.resume === undefined ? { finished: 0, output: process.stdout } : await resumeOutput(options.resume);
  const result = await annotateStream(process.stdin, earlier.output, work, options.jobs, earlier.finished, stop.signal);
  if (options.resume !== undefined) {
    earlier.output.end();
    await finished(earlier.output);
  }
  if (result.stopped) {
    process.stderr.write(`annotate: stopped after ${result.lines} documents; --resume goes on from there.\n`);
    return 130;
  }
  return result.bad > 0 ? 1 : 0;
}

async function workOf({ packs, force, all, explain, flags }: Options): Promise<Work> {
  return { packs, force, all, explain, ...(flags === undefined ? {} : { flags: await readStandingFlags(flags) }) };
}
