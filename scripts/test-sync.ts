/**
 * `npm run test:sync [SECONDS]`: folders kept in step by a real Syncthing, on loopback, with everything that can go wrong; prints a table. Installs Syncthing on
 * Debian and Ubuntu as root; elsewhere it says how.
 */
import { spawnSync } from 'node:child_process';
import { canInstall } from './browsers/install-browsers.ts';
import { hasSyncthing } from './sync-trial/syncthing.ts';
import { runTrial } from './sync-trial/trial.ts';

const seconds = Number(process.argv[2] ?? 60);

function install(): boolean {
  if (hasSyncthing()) return true;
  if (!canInstall()) {
    console.error('No Syncthing found. Install it, for example with: apt-get install syncthing, or: brew install syncthing');
    return false;
  }
  console.log('Installing Syncthing.');
  const command = 'apt-get update && apt-get install -y --no-install-recommends syncthing';
  return spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}

if (!install()) process.exitCode = 1;
else {
  const { lost, doubled, same, ...rest } = await runTrial(seconds, (line) => console.log(line));
  console.table({ ...rest, lost, doubled, same });
  const isGood = lost === 0 && doubled === 0 && same && rest.changes > 0;
  console.log(`\n${isGood ? 1 : 0} passed, ${isGood ? 0 : 1} failed`);
  process.exitCode = isGood ? 0 : 1;
}
