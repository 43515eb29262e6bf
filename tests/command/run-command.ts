/** Runs the built command as a person would, in a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { buildCommand } from '../../scripts/build-command.ts';

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

export type Running = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts a command (`annotate` unless named) with these words; its standard input is left open. */
export async function startCommand(words: readonly string[], name?: Parameters<typeof buildCommand>[0]): Promise<Running> {
  const start = `const { main } = await import(${JSON.stringify(await buildCommand(name))}); process.exitCode = await main(process.argv.slice(1));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', start, '--', ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => {
    // It may end before it read everything.
  });
  return child;
}

/** Runs a command (`annotate` unless named) with these words and this standard input. */
export async function runCommand(words: readonly string[], input?: string | Buffer, name?: Parameters<typeof buildCommand>[0]): Promise<Ran> {
  const child = await startCommand(words, name);
  const chunks: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk));
  child.stdin.end(input ?? '');
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, out: Buffer.concat(chunks.out).toString('utf8'), err: Buffer.concat(chunks.err).toString('utf8') };
}

const folder = mkdtempSync(join(tmpdir(), 'randnotiz-command-'));

/** A file with this content; gives its path. */
export function fileWith(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The path of a file that is not there. */
export function noFile(name: string): string {
  return join(folder, name);
}
