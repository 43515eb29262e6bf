/** A Syncthing of our own: on loopback only, without discovery, relays, NAT traversal, reports or upgrades. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Peer {
  /** Where its keys and database lie, and the folder it keeps in step. */
  home: string;
  folder: string;
  id: string;
  port: number;
  gui: number;
}

const apiKey = 'trial';

/** Whether Syncthing is there. */
export function hasSyncthing(): boolean {
  return spawnSync('syncthing', ['--version']).status === 0;
}

/** Makes keys, ports and an empty folder for one peer below `root`. */
export async function makePeer(root: string, name: string): Promise<Peer> {
  const home = join(root, `${name}-syncthing`);
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const made = spawnSync('syncthing', ['generate', '--home', home, '--no-default-folder'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`syncthing generate: ${made.stderr}${made.stdout}`);
  const id = spawnSync('syncthing', ['--home', home, '--device-id'], { encoding: 'utf8' }).stdout.trim();
  return { home, folder, id, port: await freePort(), gui: await freePort() };
}

/** Writes the peer's configuration: itself, the others, and the one folder that all share. */
export function configure(peer: Peer, all: readonly Peer[]): void {
  const devices = all.map(({ id, port }, index) => `<device id="${id}" name="peer${index}" compression="never"><address>tcp://127.0.0.1:${port}</address><autoAcceptFolders>false</autoAcceptFolders></device>`);
  const config = `<configuration version="35">
  <folder id="randnotiz" label="randnotiz" path="${peer.folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="true" autoNormalize="true">
    ${all.map(({ id }) => `<device id="${id}"></device>`).join('\n    ')}
    <minDiskFree unit="%">0</minDiskFree>
  </folder>
  ${devices.join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${peer.gui}</address><apikey>${apiKey}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${peer.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <announceLANAddresses>false</announceLANAddresses>
    <minHomeDiskFree unit="%">0</minHomeDiskFree>
  </options>
</configuration>
`;
  writeFileSync(join(peer.home, 'config.xml'), config);
}

/** Starts the peer's Syncthing. It dies with SIGKILL as the trial wants. */
export function startSyncthing({ home }: Peer): ChildProcess {
  return spawn('syncthing', ['serve', '--home', home, '--no-browser', '--no-restart', '--no-upgrade'], { stdio: 'ignore', env: { ...process.env, STNOUPGRADE: '1' } });
}

/** Whether the peer says that it has all that it knows of, and has scanned what is there. */
export async function isIdle({ gui }: Peer): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${gui}/rest/db/status?folder=randnotiz`, { headers: { 'X-API-Key': apiKey }, signal: AbortSignal.timeout(2_000) });
    const status = (await answer.json()) as { state: string; needFiles: number; needDeletes: number };
    return status.state === 'idle' && status.needFiles === 0 && status.needDeletes === 0;
  } catch {
    return false;
  }
}

/** Has the peer look at its folder now. */
export async function rescan({ gui }: Peer): Promise<void> {
  await fetch(`http://127.0.0.1:${gui}/rest/db/scan?folder=randnotiz`, { method: 'POST', headers: { 'X-API-Key': apiKey }, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
