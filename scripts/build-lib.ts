/** `npm run build:lib`: the engine as one ES module with declarations, in `.output/lib`, for other programs. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { dataPlugins } from './vite/plugins.ts';

const root = resolve(import.meta.dirname, '..');

/** Builds the module; gives its folder. */
export async function buildLib(outDir = join(root, '.output/lib')): Promise<string> {
  rmSync(outDir, { recursive: true, force: true });
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false, plugins: dataPlugins(),
    build: { outDir, target: 'es2022', minify: false, lib: { entry: join(root, 'lib/index.ts'), formats: ['es'], fileName: 'randnotiz' } },
  });
  const tsc = join(fileURLToPath(import.meta.resolve('typescript/package.json')), '../bin/tsc');
  execFileSync(process.execPath, [
    tsc, '--declaration', '--emitDeclarationOnly', '--outDir', join(outDir, 'types'), '--rootDir', join(root, 'lib'), '--target', 'ES2024', '--module', 'ESNext', '--moduleResolution', 'bundler',
    '--strict', '--noUncheckedIndexedAccess', '--verbatimModuleSyntax', '--allowImportingTsExtensions', '--skipLibCheck', '--types', '', '--ignoreConfig',
    join(root, 'lib/index.ts'), join(root, 'lib/tables.d.ts'), join(root, 'lib/dataset/packs.d.ts'),
  ], { stdio: 'inherit' });
  return outDir;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await buildLib());
