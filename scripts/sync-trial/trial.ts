/**
 * Two profiles, two folders, and a real Syncthing between them; devices and services are killed at random moments, half a file turns up, and one
 * clock is a day ahead. In the end both notebooks must be the same, with every change that was said to be kept, each once.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Revision } from '../../lib/model.ts';
import { canonical } from '../../lib/notebook/canonical.ts';
import { foldAll } from '../../lib/notebook/fold.ts';
import { configure, isIdle, makePeer, type Peer, rescan, startSyncthing } from './syncthing.ts';

const day = 86_400_000;
const names = ['anna', 'bert'] as const;

export interface TrialResult {
  changes: number;
  killedDevices: number;
  killedServices: number;
  halfFiles: number;
  lost: number;
  doubled: number;
  flags: number;
  files: number;
  /** Seconds from the last change until both were the same. */
  met: number;
  same: boolean;
}

/** Runs the trial for this many seconds of writing; `say` tells how far it is. */
export async function runTrial(seconds: number, say: (line: string) => void): Promise<TrialResult> {
  const root = mkdtempSync(join(tmpdir(), 'randnotiz-sync-'));
  const peers: Peer[] = [];
  for (const name of names) peers.push(await makePeer(root, name));
  for (const peer of peers) configure(peer, peers);
  const services: ChildProcess[] = peers.map(startSyncthing);
  const kept = new Set<string>();
  const counts = { killedDevices: 0, killedServices: 0, halfFiles: 0 };
  const run = (index: number, mode: 'write' | 'meet') => {
    const profile = join(root, `${names[index]}-profile`);
    mkdirSync(profile, { recursive: true });
    const child = spawn(process.execPath, [join(import.meta.dirname, 'device.ts'), profile, peers[index]!.folder, names[index]!, String(index * day), mode], { stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop()!;
      for (const line of lines) if (line.startsWith('kept ')) kept.add(line.slice(5));
    });
    return child;
  };

  try {
    const devices = names.map((_, index) => run(index, 'write'));
    const until = Date.now() + seconds * 1_000;
    while (Date.now() < until) {
      await wait(400 + Math.random() * 1_200);
      const which = Math.random() < 0.5 ? 0 : 1;
      const what = Math.random();
      if (what < 0.5) {
        await kill(devices[which]!);
        counts.killedDevices += 1;
        devices[which] = run(which, 'write');
      } else if (what < 0.8) {
        await kill(services[which]!);
        counts.killedServices += 1;
        services[which] = startSyncthing(peers[which]!);
      } else if (halfFile(peers[which]!, peers[1 - which]!)) counts.halfFiles += 1;
    }
    for (const device of devices) await kill(device);
    say(`${kept.size} changes kept; ${counts.killedDevices} kills of a device, ${counts.killedServices} of a Syncthing, ${counts.halfFiles} half files`);
    const ended = Date.now();
    const same = await meet(root, peers, run);
    const notebooks = names.map((name) => revisionsOf(root, name));
    const [first, second] = notebooks as [Revision[], Revision[]];
    const lost = [...kept].filter((id) => !first.some((one) => one.id === id) || !second.some((one) => one.id === id)).length;
    const doubled = notebooks.reduce((sum, revisions) => sum + revisions.length - new Set(revisions.map(({ id }) => id)).size, 0);
    return { changes: kept.size, ...counts, lost, doubled, flags: foldAll(first).length, files: readdirSync(peers[0]!.folder).filter((name) => name.endsWith('.jsonl')).length, met: Math.round((Date.now() - ended) / 1_000), same };
  } finally {
    for (const service of services) await kill(service);
    rmSync(root, { recursive: true, force: true });
  }
}

/** Lets folders and notebooks meet until nothing changes any more; gives whether both notebooks are the same, or gives up after three minutes. */
async function meet(root: string, peers: readonly Peer[], run: (index: number, mode: 'meet') => ChildProcess): Promise<boolean> {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    for (const peer of peers) await rescan(peer);
    while (Date.now() < until && !(await Promise.all(peers.map(isIdle))).every(Boolean)) await wait(500);
    for (const index of peers.keys()) {
      const child = run(index, 'meet');
      await new Promise((resolve) => child.once('close', resolve));
    }
    const [one, other] = names.map((name) => canonical(foldAll(revisionsOf(root, name))) + canonical(revisionsOf(root, name)));
    if (one === other) return true;
    await wait(1_000);
  }
  return false;
}

/** A service that copies carelessly: half of the newest file of one folder turns up in the other under its own name, unless it is there already. */
function halfFile(from: Peer, to: Peer): boolean {
  const there = new Set(readdirSync(to.folder));
  const name = readdirSync(from.folder).find((one) => one.endsWith('.jsonl') && !there.has(one));
  if (!name) return false;
  const content = readFileSync(join(from.folder, name));
  // Under a name of the service's own, as many services do, so that it does not fight with Syncthing for the file.
  writeFileSync(join(to.folder, `${name.replace(/\.jsonl$/, '')} (kopie).jsonl`), content.subarray(0, content.length >> 1));
  return true;
}

function revisionsOf(root: string, name: string): Revision[] {
  try {
    return (JSON.parse(readFileSync(join(root, `${name}-profile`, 'notebook.json'), 'utf8')) as { revisions: Revision[] }).revisions;
  } catch {
    return [];
  }
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });
}

function wait(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
