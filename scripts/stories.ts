/** `npm run stories`: serves every component in every state on loopback; `--build` writes them to `.output/stories/` instead. */
import { resolve } from 'node:path';
import { preact } from '@preact/preset-vite';
import { build, createServer, type InlineConfig } from 'vite';
import { dataPlugins } from './vite/plugins.ts';

const root = resolve(import.meta.dirname, '..');

const config: InlineConfig = {
  root: resolve(root, 'components/stories'),
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [preact(), ...dataPlugins()],
  build: { outDir: resolve(root, '.output/stories'), emptyOutDir: true, target: 'es2024' },
  server: { host: '127.0.0.1' },
};

if (process.argv.includes('--build')) {
  await build(config);
  console.log('Stories: .output/stories/index.html (serve the folder; browsers load no modules from file:).');
} else {
  const server = await createServer(config);
  await server.listen();
  server.printUrls();
}
