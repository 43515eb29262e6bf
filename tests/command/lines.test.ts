import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { isBlank, linesOf } from '../../scripts/command/lines.ts';

const running = new AbortController().signal;

async function linesIn(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks), running)) lines.push(Buffer.from(line).toString());
  return lines;
}

it('gives the same lines wherever the stream is cut', async () => {
  const bytes = Buffer.from('größer\n\nzwei\u2028Teile\r\nohne Ende');
  const whole = ['größer', '', 'zwei\u2028Teile\r', 'ohne Ende'];
  for (let cut = 0; cut <= bytes.length; cut += 1) expect(await linesIn([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
  expect(await linesIn([...bytes].map((byte) => Buffer.of(byte)))).toEqual(whole);
  expect(await linesIn([])).toEqual([]);
  expect(await linesIn([Buffer.from('a\n')])).toEqual(['a']);
});

it('gives each line memory of its own, which may be handed away', async () => {
  for await (const line of linesOf(Readable.from([Buffer.from('eins\nzwei\n')]), running)) expect(line.buffer.byteLength).toBe(line.length);
});

it('ends quietly when it is told to, also while nothing comes', async () => {
  const stop = new AbortController();
  const silent = new Readable({ read() {} });
  silent.push('eins\nzw');
  const lines: string[] = [];
  for await (const line of linesOf(silent, stop.signal)) {
    lines.push(Buffer.from(line).toString());
    setImmediate(() => stop.abort());
  }
  expect(lines).toEqual(['eins']);
  expect(silent.destroyed).toBe(true);
});

it('knows a blank line', () => {
  expect(['', ' \t\r', ' {'].map((line) => isBlank(Buffer.from(line)))).toEqual([true, true, false]);
});
