/** The engine as a module: a program outside the repository's tree imports it by name, type-checks against it and runs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildLib } from '../../scripts/build-lib.ts';

const root = resolve(import.meta.dirname, '../..');
const program = `import { annotate, bundledPacks, createDataset, type AnnotationDocument } from 'randnotiz';
const dataset = createDataset(bundledPacks);
const document: AnnotationDocument = annotate({ text: 'Jeff Bezos hat Amazon gegründet.', signals: {} }, dataset, { force: true });
console.log(document.notes.map((note) => note.quote).join('|'));
`;

test('a program elsewhere imports, type-checks and runs', async () => {
  await buildLib();
  const folder = mkdtempSync(join(tmpdir(), 'randnotiz-module-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/randnotiz'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'use.ts'), program);
  const run = (...words: string[]): string => execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const tsc = join(fileURLToPath(import.meta.resolve('typescript/package.json')), '../bin/tsc');
  expect(run(tsc, '--ignoreConfig', '--noEmit', '--strict', '--target', 'ES2024', '--module', 'NodeNext', '--moduleResolution', 'NodeNext', '--types', '', 'use.ts')).toBe('');
  expect(run('use.ts')).toContain('Jeff Bezos hat Amazon gegründet');
}, 120_000);
