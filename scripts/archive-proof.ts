/**
 * `npm run archive:proof`: that an archive can be annotated by engines people already have. Writes a stream of made-up articles, then
 * annotates it once in one process, once in shards by GNU parallel, once as a Slurm array job on this machine, each also with a
 * worker killed half-way, and compares every output with the single run byte for byte. Needs Debian's `parallel` and, as root, `slurm-wlm`;
 * what is missing is said and left out. Prints articles per core-second.
 */
import './vite/node-tables.ts';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, hostname, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCommand } from './build-command.ts';

const { values } = parseArgs({ options: { articles: { type: 'string', default: '400' }, shards: { type: 'string', default: '8' } } });
const articles = Number(values.articles);
const shards = Number(values.shards);
const folder = mkdtempSync(join(tmpdir(), 'randnotiz-archive-'));
const input = join(folder, 'articles.jsonl');
const filter = join(folder, 'annotate');

process.exitCode = await main();

async function main(): Promise<number> {
  const { seedText } = await import('./pages/seed-page.ts');
  // A copy of its own: a build that another call puts in its place half-way would give other bytes.
  const built = await buildCommand();
  cpSync(dirname(built), join(folder, 'command'), { recursive: true });
  symlinkSync(resolve(import.meta.dirname, '../node_modules'), join(folder, 'node_modules'), 'junction');
  const command = join(folder, 'command', basename(built));
  writeArticles(seedText());
  // The filter as one program, since an engine starts it by name: the built command needs no build step on a worker.
  writeFileSync(filter, `#!/bin/sh\nexec '${process.execPath}' --input-type=module -e "const { main } = await import('${resolve(command)}'); process.exitCode = await main(process.argv.slice(1));" -- "$@"\n`, { mode: 0o755 });

  const began = process.hrtime.bigint();
  shell(`'${filter}' --jsonl < '${input}' > '${join(folder, 'single.jsonl')}'`);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const single = readFileSync(join(folder, 'single.jsonl'));
  console.log(`one process: ${articles} articles (${(statSync(input).size / 1e6).toFixed(1)} MB) in ${seconds.toFixed(1)} s: ${(articles / seconds).toFixed(1)} articles a core-second with start and load`);
  console.log(`ten million such articles: ${Math.round((1e7 * seconds) / articles / 3600)} core-hours at this rate`);

  shell(`split --numeric-suffixes=1 --suffix-length=4 --number=l/${shards} --additional-suffix=.jsonl '${input}' '${join(folder, 'shard-')}'`);
  const results: boolean[] = [];
  const prove = (name: string, way: string, run: () => void): void => {
    const same = sameAs(single, way, run);
    console.log(`${same ? 'same bytes' : 'DIFFERENT'}  ${name}`);
    results.push(same);
  };
  if (has('parallel')) {
    prove('GNU parallel', 'parallel', () => shell(parallelCommand('parallel')));
    prove('GNU parallel, a worker killed half-way', 'parallel-killed', () => killHalfWay('parallel-killed'));
  } else console.log('GNU parallel is not here (Debian: parallel): left out.');
  if (has('sbatch') && process.getuid?.() === 0) {
    startSlurm();
    prove('Slurm array job', 'slurm', () => slurm('slurm', false));
    prove('Slurm array job, a worker killed half-way', 'slurm-killed', () => slurm('slurm-killed', true));
  } else console.log('Slurm is not here, or we are not root (Debian: slurm-wlm): left out.');
  return results.every(Boolean) ? 0 : 1;
}

function writeArticles(text: string): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (let at = 0; at < articles; at += 1) {
    const turned = [...lines.slice(at % lines.length), ...lines.slice(0, at % lines.length)];
    appendFileSync(input, `${JSON.stringify({ id: `a${at}`, text: turned.join('\n\n') })}\n`);
  }
}

/** One shard: goes on where an earlier try was killed. */
function shardCommand(way: string, shard: string): string {
  return `'${filter}' --jsonl --resume '${join(folder, way)}/${shard}' < '${folder}/shard-${shard}'`;
}

function parallelCommand(way: string): string {
  mkdirSync(join(folder, way), { recursive: true });
  return `cd '${folder}' && ls shard-*.jsonl | sed 's/^shard-//' | parallel --jobs ${cpus().length} --retries 5 "${shardCommand(way, '{}')}"`;
}

/** Ends one running worker of ours, found by its parent, as the out-of-memory killer would. */
function killHalfWay(way: string): void {
  const done = join(folder, `${way}.done`);
  const child = spawn('sh', ['-c', `${parallelCommand(way)}; touch '${done}'`], { stdio: 'inherit' });
  killWorkerOf(way);
  while (!existsSync(done)) execFileSync('sleep', ['0.2']);
  child.unref();
}

/** Waits until a worker has written something, then kills the process that holds this run's output open. */
function killWorkerOf(way: string): void {
  for (let wait = 0; wait < 600; wait += 1) {
    execFileSync('sleep', ['0.1']);
    const pid = workersOf(way)[0];
    const written = existsSync(join(folder, way)) && readdirSync(join(folder, way)).some((name) => statSync(join(folder, way, name)).size > 0);
    if (pid === undefined || !written) continue;
    process.kill(pid, 'SIGKILL');
    return;
  }
  throw new Error('archive-proof: no worker came up to be killed.');
}

function workersOf(way: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return words.includes('--input-type=module') && words.some((word) => word.startsWith(join(folder, way, '/')));
    } catch {
      return false;
    }
  });
}

/** A cluster of one machine: this one, with a controller and a node daemon of our own settings. */
function startSlurm(): void {
  const state = join(folder, 'slurm-state');
  mkdirSync(join(state, 'ctld'), { recursive: true });
  mkdirSync(join(state, 'd'), { recursive: true });
  const conf = join(folder, 'slurm.conf');
  const node = hostname().split('.')[0]!;
  writeFileSync(conf, [
    'ClusterName=proof', `SlurmctldHost=${node}(127.0.0.1)`, 'SlurmUser=root', 'SlurmdUser=root', 'AuthType=auth/munge', 'ProctrackType=proctrack/pgid', 'TaskPlugin=task/none', 'SelectType=select/cons_tres', 'SelectTypeParameters=CR_Core',
    'SlurmctldPort=16817', 'SlurmdPort=16818', `StateSaveLocation=${state}/ctld`, `SlurmdSpoolDir=${state}/d`, `SlurmctldPidFile=${state}/ctld.pid`, `SlurmdPidFile=${state}/d.pid`, `SlurmctldLogFile=${state}/ctld.log`, `SlurmdLogFile=${state}/d.log`,
    'ReturnToService=2', 'JobRequeue=1', 'MpiDefault=none', 'SlurmctldParameters=idle_on_node_suspend', 'SchedulerParameters=batch_sched_delay=0,sched_interval=1',
    `NodeName=${node} NodeAddr=127.0.0.1 CPUs=${cpus().length} State=UNKNOWN`, `PartitionName=proof Nodes=${node} Default=YES MaxTime=INFINITE State=UP`,
  ].join('\n') + '\n');
  process.env['SLURM_CONF'] = conf;
  shell('mkdir -p /run/munge && chown munge:munge /run/munge && (pidof munged >/dev/null || runuser -u munge -- /usr/sbin/munged)');
  shell('/usr/sbin/slurmctld -i && /usr/sbin/slurmd');
  process.once('exit', () => {
    for (const pid of ['ctld.pid', 'd.pid']) if (existsSync(join(state, pid))) process.kill(Number(readFileSync(join(state, pid), 'utf8')), 'SIGTERM');
  });
  shell('for i in $(seq 60); do sinfo -h -o %t | grep -q -E "idle|mix|alloc" && exit 0; sleep 0.5; done; sinfo; exit 1');
}

/** The array job of docs/archive.md, to its end. A killed worker's task is put back into the queue by the job itself. */
function slurm(way: string, kill: boolean): void {
  mkdirSync(join(folder, way), { recursive: true });
  const script = join(folder, `${way}.sh`);
  writeFileSync(script, `#!/bin/sh
#SBATCH --array=1-${shards}
#SBATCH --requeue
#SBATCH --output=${folder}/${way}-%a.log
shard=$(printf '%04d.jsonl' "$SLURM_ARRAY_TASK_ID")
'${filter}' --jsonl --resume '${join(folder, way)}'/$shard < '${folder}'/shard-$shard || { [ $? -gt 128 ] && scontrol requeue "$SLURM_JOB_ID" && sleep 60; exit 1; }
`, { mode: 0o755 });
  const id = execFileSync('sbatch', ['--parsable', script], { encoding: 'utf8' }).trim();
  if (kill) killWorkerOf(way);
  // Slurm lets a task that was put back wait two minutes; here nobody needs the pause.
  shell(`while squeue -h -j ${id} 2>/dev/null | grep -q .; do scontrol update jobid=${id} starttime=now 2>/dev/null; sleep 1; done`);
}

function sameAs(single: Buffer, way: string, run: () => void): boolean {
  run();
  const parts = readdirSync(join(folder, way)).sort().map((name) => readFileSync(join(folder, way, name)));
  return Buffer.concat(parts).equals(single);
}

function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

function shell(command: string): void {
  execFileSync('sh', ['-c', command], { stdio: 'inherit', env: process.env });
}
