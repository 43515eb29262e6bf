/** Builds the parts of the product that the benchmark calls, with the plugins of the product. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { dataPlugins } from '../vite/plugins.ts';
import type { BenchCore } from './core.ts';

const root = resolve(import.meta.dirname, '../..');

/** Builds the engine as a module for Node. Each call of what it gives is an instance of its own: nothing another one learnt, of words or of its code, helps or hinders it. */
export async function buildCore(): Promise<() => Promise<BenchCore>> {
  const outDir = mkdtempSync(join(tmpdir(), 'randnotiz-bench-'));
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false, plugins: dataPlugins(), ssr: { noExternal: true },
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node22', rollupOptions: { input: { core: join(root, 'scripts/bench/core.ts') }, output: { entryFileNames: '[name].mjs' } } },
  });
  const { href } = pathToFileURL(join(outDir, 'core.mjs'));
  let instances = 0;
  return async () => (await import(`${href}?${(instances += 1)}`)) as BenchCore;
}

/** A script for a page: everything that `entry` exports, as the global `bench`. */
export async function buildForPage(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'randnotiz-bench-'));
  const result = await build({
    root, configFile: false, logLevel: 'error', publicDir: false, plugins: dataPlugins(),
    build: { write: false, outDir, target: 'es2022', minify: true, lib: { entry: join(root, 'scripts/bench', entry), name: 'bench', formats: ['iife'] } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`bench: ${entry} did not build`);
  return output.output[0].code;
}
