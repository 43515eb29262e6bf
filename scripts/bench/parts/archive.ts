/** The command over a stream of articles: throughput, what a second worker adds, and that memory does not grow with the stream. */
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs';
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

/** Runs the command over a file; gives the most memory its process had, in megabytes. */
function filter(command: string, file: string, jobs: number): Promise<number> {
  const start = `const { main } = await import(${JSON.stringify(command)}); process.exitCode = await main(process.argv.slice(1)); console.error(process.resourceUsage().maxRSS);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', start, '--', '--jsonl', '--jobs', String(jobs)], { stdio: ['pipe', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  createReadStream(file).pipe(child.stdin);
  return new Promise((resolve) => child.once('close', () => resolve(Number(told.trim().split('\n').at(-1)) / 1024)));
}

async function run({ quick, rounds, say }: Bench): Promise<Row[]> {
  const command = await buildCommand();
  const count = quick ? 40 : 400;
  const file = articles(count);
  const few = articles(10);
  say(`archive: ${count} articles with one worker and with two`);
  const times = await interleave({ one: () => filter(command, file, 1), two: () => filter(command, file, 2), start: () => filter(command, few, 1), startTwo: () => filter(command, few, 2) }, { rounds: quick ? 3 : rounds, warm: quick ? 0 : 1 });
  const steady = (whole: readonly number[], start: readonly number[]): number[] => whole.map((time, round) => Math.max(1, time - start[round]!));
  const one = steady(times.one, times.start);
  const perSecond = one.map((time) => ((count - 10) * 1000) / time);
  say('archive: memory');
  const long = await filter(command, articles(quick ? 200 : 4000), 1);
  const rate = plain(perSecond);
  const what = 'articles of 7.3 KB a core-second, after the start';
  return [
    row('archive', 'two workers against one, after the start', ratio(one, steady(times.two, times.startTwo)), { goal: 1.8, wants: 'up', unit: '×' }),
    row('archive', `most memory over ${quick ? 200 : '4,000'} articles`, long, { goal: 200, wants: 'down', unit: 'MB' }),
    row('archive', what, rate, { goal: 0, wants: 'up', unit: 'articles', note: `no goal; ten million articles cost ${Math.round(1e7 / rate.value / 3600).toLocaleString('en')} core-hours` }),
  ];
}

export const archive: Part = { name: 'archive', needs: 'node', run };
