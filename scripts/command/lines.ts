import type { Readable } from 'node:stream';

const newline = 10;
const space = 32;

/**
 * The lines of a stream of UTF-8, as bytes without their newline, each in memory of its own, so that it can be handed to a worker. Only a newline ends a line:
 * the other line separators of Unicode may stand in a JSON string. `signal` ends it quietly, also where no more bytes come.
 */
export async function* linesOf(input: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stop = (): void => void input.destroy();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  let begun: Buffer[] = [];
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      let from = 0;
      for (let to = chunk.indexOf(newline); to !== -1 && !signal.aborted; to = chunk.indexOf(newline, from)) {
        yield joined([...begun, chunk.subarray(from, to)]);
        begun = [];
        from = to + 1;
      }
      begun.push(chunk.subarray(from));
    }
    const last = joined(begun);
    if (last.length > 0) yield last;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Whether a line holds white space only. */
export function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte <= space);
}

/** A copy, since a piece of what was read shares its memory with its neighbours. */
function joined(pieces: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces));
}
