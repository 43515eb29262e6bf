import { FileFaultError } from './fault.ts';
import type { Limits } from './limits.ts';
import type { Piece } from './split-json.ts';

/** Takes a file of JSON Lines in pieces of any size; gives each line that is not blank. Throws a `FileFaultError` where a limit is passed. */
export async function* splitLines(chunks: AsyncIterable<string> | Iterable<string>, limits: Limits): AsyncGenerator<Piece> {
  let rest = '';
  let size = 0;
  let line = 0;
  let count = 0;
  const piece = (text: string): Piece[] => {
    line += 1;
    const place = `line ${line}`;
    if (text.length > limits.entry) throw new FileFaultError({ code: 'too_long', place, expected: `a line of at most ${limits.entry} characters` });
    const bare = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (bare.trim() === '') return [];
    count += 1;
    if (count > limits.count + 2) throw new FileFaultError({ code: 'too_many', place, expected: `at most ${limits.count} entries` });
    return [{ key: 'lines', index: count - 1, text: bare, place }];
  };
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limits.size) throw new FileFaultError({ code: 'too_large', place: '', expected: `at most ${limits.size} characters` });
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) yield* piece(text);
    if (rest.length > limits.entry) throw new FileFaultError({ code: 'too_long', place: `line ${line + 1}`, expected: `a line of at most ${limits.entry} characters` });
  }
  yield* piece(rest);
}
