/** The bench as one script, to be evaluated in a page of the extension. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { dataPlugins } from '../../scripts/vite/plugins.ts';

let bundled: Promise<string> | undefined;

/** Gives the bench's code; bundled at the first call. */
export function bundleBench(): Promise<string> {
  return (bundled ??= bundle());
}

async function bundle(): Promise<string> {
  const result = await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'silent',
    plugins: dataPlugins(),
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'bench.ts'), formats: ['iife'], name: 'benchModule', fileName: 'bench' } },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const [chunk] = output!.output;
  return chunk.code;
}
