import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes new files below a root; throws, and writes none, when one of them is there already. */
export function writeNew(root: string, files: Readonly<Record<string, string>>): void {
  const there = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new Error(`${there} is there already: choose another name.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Changes a file by a function of its text. */
export function rewrite(root: string, path: string, change: (text: string) => string): void {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Puts an entry among others that begin so and are sorted, each at the start of a line; the text before the first stays. */
export function insertSorted(text: string, begins: RegExp, key: (entry: string) => string, entry: string): string {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (begins.test(line) ? [index] : []));
  const at = starts.find((index) => key(lines[index]!) > key(entry));
  if (at === undefined) return `${text.trimEnd()}\n${entry}\n`;
  return [...lines.slice(0, at), entry, ...lines.slice(at)].join('\n');
}
