import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { dataPlugins } from './scripts/vite/plugins.ts';

const plugins = [preact(), ...dataPlugins()];

/** `unit` runs anywhere; `e2e` drives real browsers and wants both store builds in `.output/`; a busy machine gets a second try there. */
export default defineConfig({
  test: {
    projects: [
      { plugins, test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'], setupFiles: ['tests/seed.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        plugins,
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false, retry: 1 },
      },
    ],
  },
});
