/** The output of an earlier, broken run: what of it stands, and where the new lines go. */
import { createReadStream, createWriteStream, existsSync, statSync, truncateSync, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Fault } from './fault.ts';

export interface Resumed {
  /** Finished output lines, in the input's order: as many input lines are skipped. */
  finished: number;
  output: WriteStream;
}

/** Opens OUTPUT for going on: counts its whole lines and cuts a torn last one off. A file that does not exist yet begins empty. */
export async function resumeOutput(path: string): Promise<Resumed> {
  if (!existsSync(path)) return { finished: 0, output: createWriteStream(path) };
  if (!statSync(path).isFile()) throw new Fault('usage', `--resume ${path}: not a file; name the output of the earlier run.`, 2);
  const { lines, bytes } = await wholeLines(path);
  truncateSync(path, bytes);
  return { finished: lines, output: createWriteStream(path, { flags: 'a' }) };
}

/** Whole lines and the bytes that they fill; a line counts as whole when it ends in a newline. */
async function wholeLines(path: string): Promise<{ lines: number; bytes: number }> {
  let lines = 0;
  let bytes = 0;
  let read = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10, from); at !== -1; at = chunk.indexOf(10, from)) {
      lines += 1;
      bytes = read + at + 1;
      from = at + 1;
    }
    read += chunk.length;
  }
  await refuseForeign(path, lines);
  return { lines, bytes };
}

const ownLine = /^\{"schema":"randnotiz\.annotations\/1"|^\{"id":(?:null|"(?:[^"\\]|\\.)*"),"line":\d+,"error":/;
/** The beginning of a line of ours up to where `ownLine` would know it: a document, a fault torn in its id, or behind it. */
const beginnings = ['{"schema":"randnotiz.annotations/1"', '{"id":null,"line":'];
const tornId = /^\{"id":"(?:[^"\\]|\\.)*\\?$/;
const tornFault = /^\{"id":(?:null|"(?:[^"\\]|\\.)*")(,.*)?$/;

/** Whether an only line without an end may be the beginning of one of ours. */
function isTorn(line: string): boolean {
  if (beginnings.some((beginning) => beginning.startsWith(line)) || tornId.test(line)) return true;
  const behind = tornFault.exec(line);
  return behind !== null && (',"line":'.startsWith(behind[1] ?? '') || /^,"line":\d+(?:,"?e?r?r?o?r?"?)?$/.test(behind[1] ?? ''));
}

/** A file that this command did not write must not be cut or appended to: its first line has to be one of ours. */
async function refuseForeign(path: string, lines: number): Promise<void> {
  if (lines === 0 && statSync(path).size === 0) return;
  const reader = createInterface({ input: createReadStream(path) });
  for await (const first of reader) {
    reader.close();
    if (ownLine.test(first) || (lines === 0 && isTorn(first))) return;
    break;
  }
  throw new Fault('usage', `--resume ${path}: its first line is no output of this command; name the output of the earlier run.`, 2);
}
