/** Runs that are broken off: by Ctrl+C, by whoever reads the output, or by a kill at any byte of it. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { resumeOutput } from '../../scripts/command/resume.ts';
import { fileWith, runCommand, startCommand } from './run-command.ts';

const document = (id: string): string => `${JSON.stringify({ schema: 'randnotiz.annotations/1', id, text: 'ß' })}\n`;
const fault = (id: string | null, line: number): string => `${JSON.stringify({ id, line, error: { code: 'bad-json' } })}\n`;
const articles = Array.from({ length: 40 }, (_, at) => `${JSON.stringify({ id: `a${at}`, text: `Elon Musk sagte am ${at + 1}. Tag, Tesla werde eine KI-Firma. `.repeat(5) })}\n`).join('');

describe('a run that was broken off', () => {
  it.each([
    ['documents', document('a') + document('b') + document('c')],
    ['a fault first', fault('b"x', 1) + document('b')],
    ['a fault without a name first', fault(null, 1) + document('b')],
  ])('goes on from any byte of its output: %s', async (_name, whole) => {
    const bytes = Buffer.from(whole);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const file = fileWith('cut.jsonl', bytes.subarray(0, cut));
      const stands = bytes.subarray(0, bytes.subarray(0, cut).lastIndexOf(10) + 1).toString('utf8');
      const resumed = await resumeOutput(file);
      resumed.output.end();
      await finished(resumed.output);
      expect({ cut, finished: resumed.finished, left: readFileSync(file, 'utf8') }).toEqual({ cut, finished: stands.split('\n').length - 1, left: stands });
    }
  });

  it('by Ctrl+C ends with a whole line, says so, and goes on to the very bytes of a whole run', async () => {
    const whole = await runCommand(['--jsonl', '--force'], articles);
    const child = await startCommand(['--jsonl', '--force']);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    // Standard input stays open: without the signal it would wait for more.
    child.stdin.write(articles.slice(0, articles.length / 2));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number | null];
    expect(status).toBe(130);
    expect(err).toContain('--resume');
    expect(out.endsWith('\n')).toBe(true);
    expect(whole.out.startsWith(out)).toBe(true);
    const output = fileWith('broken.jsonl', out);
    await runCommand(['--jsonl', '--force', '--resume', output], articles);
    expect(readFileSync(output, 'utf8')).toBe(whole.out);
  }, 60_000);

  it('because nobody reads its output any more ends quietly', async () => {
    const child = await startCommand(['--jsonl', '--force']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdin.write(articles);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(articles.repeat(20));
    const [status] = (await once(child, 'close')) as [number | null];
    expect({ status, err }).toEqual({ status: 0, err: '' });
  }, 60_000);

  it('by a kill in the middle of a line goes on without losing or doubling one', async () => {
    const whole = await runCommand(['--jsonl', '--force'], articles);
    for (const share of [0.1, 0.5, 0.9]) {
      const output = fileWith('killed.jsonl', '');
      writeFileSync(output, Buffer.from(whole.out).subarray(0, Math.floor(Buffer.byteLength(whole.out) * share)));
      await runCommand(['--jsonl', '--force', '--resume', output], articles);
      expect(readFileSync(output, 'utf8')).toBe(whole.out);
    }
  }, 60_000);
});
