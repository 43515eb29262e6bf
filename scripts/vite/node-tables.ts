/** The same `*.yml` imports for scripts that Node runs without a bundler. Import this first, then the rest dynamically. */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readTable } from './tables.ts';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.yml')) return next(url, context);
    return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(readTable(fileURLToPath(url)))};` };
  },
});
