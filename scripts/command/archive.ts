/** An archive: articles as JSON Lines on standard input, documents on standard output or at the end of an earlier run's. */
import { finished } from 'node:stream/promises';
import { Fault } from './fault.ts';
import type { Options } from './options.ts';
import { resumeOutput } from './resume.ts';
import { annotateStream } from './stream.ts';
import { workOf } from './work.ts';

/** Annotates all of standard input; gives the exit status. */
export async function annotateArchive(options: Options): Promise<number> {
  if (process.stdin.isTTY) throw new Fault('usage', '--jsonl reads standard input: pipe a file of JSON Lines in.', 2);
  // A bad pack or file of flags is said once, before the first line. Without packs the engines are the workers' matter alone: here they would only fill memory.
  if (options.packs.length > 0) await (await import('./annotate-input.ts')).loadDataset(options.packs);
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
