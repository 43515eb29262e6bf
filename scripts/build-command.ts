/**
 * Builds the commands into `.output/command/` from the very modules of the extension. A stamp of all sources' contents tells
 * whether the last build still stands, so that calling a command twice builds once.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { dataPlugins } from './vite/plugins.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, '.output/command');
/** The main module of each command, and of the workers that one of them runs. */
const modules = {
  flags: 'scripts/flags/main.ts',
  main: 'scripts/command/main.ts',
  pack: 'scripts/pack/main.ts',
  worker: 'scripts/command/worker.ts',
} as const;

const watched = ['lib', 'seeds', 'locales', 'scripts', 'package-lock.json'];

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
}

/** A hash over names and contents of all that goes into the build. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const file of watched.flatMap((name) => filesBelow(join(root, name)))) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds all commands unless they are up to date; gives the path of one's main module. Silent: standard output belongs to the command. */
export async function buildCommand(name: keyof typeof modules = 'main'): Promise<string> {
  const main = join(target, `${name}.mjs`);
  const stamp = stampOfSources();
  const stampFile = join(target, 'stamp');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return main;

  mkdirSync(join(root, '.output'), { recursive: true });
  // Built beside and moved into place, so that a second call at the same time never sees half a build.
  const beside = mkdtempSync(join(root, '.output/command-'));
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: dataPlugins(),
    ssr: { noExternal: true, external: ['piscina'] },
    build: {
      ssr: true,
      outDir: beside,
      emptyOutDir: true,
      target: 'node22',
      rollupOptions: {
        input: Object.fromEntries(Object.entries(modules).map(([one, path]) => [one, join(root, path)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  writeFileSync(join(beside, 'stamp'), stamp);
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another call was faster, with the same sources: its build stands.
    if (!existsSync(stampFile)) throw error;
  }
  return main;
}
