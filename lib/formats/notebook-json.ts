/**
 * The notebook's own file, `randnotiz.notebook/1`: every revision, one a line, in one canonical form, so that export → import → export gives the
 * same bytes, two readers' files can be compared line by line, and a Git checkout shows a change as one line.
 */
import type { Revision } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';
import { merge } from '../notebook/merge.ts';
import { compareRevisions, compareText } from '../notebook/order.ts';

export const notebookSchema = 'randnotiz.notebook/1';

/** The order in a file: by flag, so that its history stands together; then the one order of revisions. */
export function inFileOrder(revisions: readonly Revision[]): Revision[] {
  return revisions.toSorted((one, other) => compareText(one.flag, other.flag) || compareRevisions(one, other));
}

/** Takes revisions; gives the file. */
export function toNotebook(revisions: Iterable<Revision>): string {
  const lines = inFileOrder(merge(revisions, [])).map(canonical);
  return `${head}${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}${tail}`;
}

/** The same in pieces, for a large notebook: takes portions of revisions that hold each flag's together, in the order of the flags' ids. */
export async function* notebookChunks(portions: AsyncIterable<readonly Revision[]> | Iterable<readonly Revision[]>): AsyncGenerator<string> {
  yield head;
  let isFirst = true;
  for await (const portion of portions) {
    const lines = inFileOrder(merge(portion, [])).map(canonical);
    if (lines.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${lines.join(',\n')}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n'}${tail}`;
}

const head = `{"schema":${JSON.stringify(notebookSchema)},"revisions":[`;
const tail = ']}\n';
