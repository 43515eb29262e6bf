import { resolve } from 'node:path';
import { preact } from '@preact/preset-vite';
import type { InlineConfig } from 'vite';
import { dataPlugins } from '../vite/plugins.ts';

const root = resolve(import.meta.dirname, '../..');

/** How the stories are served and built: the components, texts and tables of the extension, no browser API. Takes the folder to build into. */
export function storiesConfig(outDir: string = resolve(root, '.output/stories')): InlineConfig {
  return {
    root: resolve(root, 'components/stories'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [preact(), ...dataPlugins()],
    build: { outDir, emptyOutDir: true, target: 'es2024' },
    server: { host: '127.0.0.1' },
  };
}
