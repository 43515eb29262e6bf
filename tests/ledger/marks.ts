/** Reads the hand-made marks of `articles.yml`: `{key/type: words}`, `{+key: words}`, nested ones included. */
import type { SourceClass } from '../../lib/model.ts';

export interface MarkedArticle {
  title: string;
  sources: Readonly<Record<string, readonly [name: string, source: SourceClass, first?: string]>>;
  rests: readonly string[];
  text: string;
}

export interface ExpectedRow {
  name: string;
  source: SourceClass;
  statements: number;
  direct: number;
  indirect: number;
  words: number;
  /** The words where it is first named, and where they begin. */
  first: string;
}

/** Gives the plain text and the rows its marks ask for. */
export function readMarks(article: MarkedArticle): { text: string; rows: ExpectedRow[] } {
  const rows = new Map(Object.entries(article.sources).map(([key, [name, source, words = name]]) => [key, { name, source, statements: 0, direct: 0, indirect: 0, words: 0, first: words }]));
  const open: { row: ExpectedRow; from: number }[] = [];
  let text = '';
  for (const part of article.text.split(/(\{\+?[a-z]+(?:\/[di])?: |\})/)) {
    const mark = /^\{(\+?)([a-z]+)(?:\/([di]))?: $/.exec(part);
    if (mark) {
      const row = rows.get(mark[2]!)!;
      if (mark[1] === '') row.statements += 1;
      if (mark[3] === 'd') row.direct += 1;
      if (mark[3] === 'i') row.indirect += 1;
      open.push({ row, from: text.length });
    } else if (part === '}') {
      const { row, from } = open.pop()!;
      if (!open.some((outer) => outer.row === row)) row.words += (text.slice(from).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).length;
    } else text += part;
  }
  return { text, rows: [...rows.values()].map((row) => ({ ...row, first: `${row.first} at ${text.indexOf(row.first)}` })) };
}
