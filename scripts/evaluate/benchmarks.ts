/** The development data beside the project, the built command run over it, and the scorer that belongs to the data. */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';

const folder = resolve(import.meta.dirname, '../../../shared/benchmarks');
const scratch = mkdtempSync(join(tmpdir(), 'randnotiz-evaluate-'));

export type Task = 'attribution' | 'topic' | 'entities' | 'claims' | 'extract';
/** `unread`: every third line, whose texts nobody who tunes the engines looks at. */
export type Slice = 'read' | 'unread' | 'all';

/** What of the development data is missing, as one line; undefined when all of it is there. */
export function missingData(): string | undefined {
  const wanted = ['score.mjs', 'inputs.mjs', 'attribution.jsonl', 'topic.jsonl', 'entities.jsonl', 'claims.jsonl', 'claims.json', 'extract.jsonl'];
  const missing = wanted.filter((name) => !existsSync(join(folder, name)));
  return missing.length === 0 ? undefined : `The development data is not beside the project: ../shared/benchmarks lacks ${missing.join(', ')}.`;
}

/** The lines of a task's gold file. */
export function goldLines(task: Task): string[] {
  return readFileSync(join(folder, `${task}.jsonl`), 'utf8').split('\n').filter((line) => line.trim() !== '');
}

export function inSlice(slice: Slice, index: number): boolean {
  return slice === 'all' || (slice === 'unread') === (index % 3 === 0);
}

/** Runs the built command over a task's inputs; gives the file of its output lines. */
export async function annotateTask(command: string, task: Task): Promise<string> {
  const output = join(scratch, `${task}.jsonl`);
  const inputs = spawn(process.execPath, [join(folder, 'inputs.mjs'), task], { stdio: ['ignore', 'pipe', 'inherit'] });
  const start = `const { main } = await import(${JSON.stringify(command)}); process.exitCode = await main(process.argv.slice(1));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', start, '--', '--jsonl', '--force', '--jobs', '2'], { stdio: ['pipe', 'pipe', 'inherit'] });
  inputs.stdout.pipe(child.stdin);
  const file = createWriteStream(output);
  child.stdout.pipe(file);
  const status = await new Promise<number | null>((done) => child.once('close', done));
  await finished(file);
  if (status !== 0) throw new Error(`annotate --jsonl ended with status ${status} on ${task}.`);
  return output;
}

/** The scorer's figures for one slice of a task. */
export function score(task: Task, predicted: string, slice: Slice, more: readonly string[] = []): Record<string, unknown> {
  const gold = join(scratch, `${task}-${slice}.gold.jsonl`);
  writeFileSync(gold, `${goldLines(task).filter((_, index) => inSlice(slice, index)).join('\n')}\n`);
  const done = spawnSync(process.execPath, [join(folder, 'score.mjs'), task, gold, predicted, ...more], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`score.mjs ${task}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Record<string, unknown>;
}

export const claimPlaces = join(folder, 'claims.json');

/** A file of the evaluation's own. */
export function scratchFile(name: string, content: string): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

/** The HTML of the extraction pages, as the command gets it: id, address, HTML. */
export function extractInputs(): { id: string; url: string; html: string }[] {
  const done = spawnSync(process.execPath, [join(folder, 'inputs.mjs'), 'extract'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return done.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; url: string; html: string });
}
