/** The command over a stream of articles: throughput, what a second worker adds, and that memory does not grow with the stream. */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCommand } from '../../build-command.ts';
import { seedText } from '../../pages/seed-page.ts';
import type { Bench, Part, Row } from '../part.ts';
import { row } from '../part.ts';
import { interleave, plain, ratio } from '../rounds.ts';

/** So many articles as JSON Lines, each the seed article begun at another line. */
function articles(count: number): string {
  const lines = seedText().split('\n').filter((line) => line.trim() !== '');
  const turned = (at: number): string => [...lines.slice(at % lines.length), ...lines.slice(0, at % lines.length)].join('\n\n');
  const file = join(mkdtempSync(join(tmpdir(), 'randnotiz-bench-')), 'articles.jsonl');
  writeFileSync(file, Array.from({ length: count }, (_, at) => `${JSON.stringify({ id: `a${at}`, text: turned(at) })}\n`).join(''));
  return file;
}

/** What a process of the command took: memory at most, in megabytes, and seconds of processor time, those of its compiler and collector included. */
interface Spent {
  memory: number;
  processor: number;
}

/** Runs the command over a file. */
function filter(command: string, file: string, jobs: number): Promise<Spent> {
  // Linux begins a child's maxRSS with what its parent has: the bench's own memory. VmHWM is the child's alone.
  const memory = existsSync('/proc/self/status') ? "Number(/VmHWM:\\s*(\\d+)/.exec((await import('node:fs')).readFileSync('/proc/self/status', 'utf8'))[1])" : 'process.resourceUsage().maxRSS';
  const tell = `const { user, system } = process.cpuUsage(); console.error(JSON.stringify({ memory: ${memory} / 1024, processor: (user + system) / 1e6 }));`;
  const start = `const { main } = await import(${JSON.stringify(command)}); process.exitCode = await main(process.argv.slice(1)); ${tell}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', start, '--', '--jsonl', '--jobs', String(jobs)], { stdio: ['pipe', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  createReadStream(file).pipe(child.stdin);
  return new Promise((resolve) => child.once('close', () => resolve(JSON.parse(told.trim().split('\n').at(-1)!) as Spent)));
}

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  const command = await buildCommand();
  const count = quick ? 100 : 400;
  const file = articles(count);
  const half = articles(count / 2);
  const few = articles(10);
  const fewer = articles(5);
  const spent: Record<'one' | 'start', Spent[]> = { one: [], start: [] };
  const both = (each: string): Promise<Spent[]> => Promise.all([filter(command, each, 1), filter(command, each, 1)]);
  say(`archive: ${count} articles with one worker, with two, and by two processes`);
  const times = await interleave({
    one: async () => spent.one.push(await filter(command, file, 1)), two: () => filter(command, file, 2), processes: () => both(half),
    start: async () => spent.start.push(await filter(command, few, 1)), startTwo: () => filter(command, few, 2), startProcesses: () => both(fewer),
  }, { rounds: quick ? 3 : rounds, warm: quick ? 0 : 1 });
  const steady = (whole: readonly number[], start: readonly number[]): number[] => whole.map((time, round) => Math.max(1, time - start[round]!));
  const one = steady(times.one, times.start);
  const perSecond = spent.one.map(({ processor }, round) => (count - 10) / (processor - spent.start[round]!.processor)).slice(-one.length);
  say('archive: memory');
  const long = articles(quick ? 200 : 4000);
  const { memory } = await filter(command, long, 1);
  const withTwo = await filter(command, long, 2);
  const rate = plain(perSecond);
  const cost = Math.round(1e7 / rate.value / 3600).toLocaleString('en');
  return [
    row('archive', 'two workers against one, after the start', ratio(one, steady(times.two, times.startTwo)), { goal: 1.8, wants: 'up', unit: '×' }),
    row('archive', 'two processes with half of the articles each against one, after their start', ratio(one, steady(times.processes, times.startProcesses)), { goal: 0, wants: 'up', unit: '×', note: 'no goal; what this machine gives two that share nothing' }),
    row('archive', `most memory over ${quick ? 200 : '4,000'} articles`, memory, { goal: 200, wants: 'down', unit: 'MB', note: `${withTwo.memory.toFixed(0)} MB with two workers` }),
    row('archive', 'articles of 7.3 KB a core-second, after the start', rate, { goal: 0, wants: 'up', unit: 'articles', note: `no goal; ten million articles cost ${cost} core-hours` }),
  ];
}

export const archive: Part = { name: 'archive', needs: 'node', run };
