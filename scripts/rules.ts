/** `npm run rules`: writes docs/rules.md from the rule tables. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { dataPlugins } from './vite/plugins.ts';

const root = resolve(import.meta.dirname, '..');
// Tables become modules by the build's own plugins, so the page says what the extension holds.
const vite = await createServer({ root, configFile: false, logLevel: 'error', plugins: dataPlugins(), appType: 'custom', server: { middlewareMode: true, watch: null }, optimizeDeps: { noDiscovery: true } });
try {
  const { rules } = (await vite.ssrLoadModule('/lib/rules.ts')) as typeof import('../lib/rules.ts');
  const { rulesDocument } = (await vite.ssrLoadModule('/lib/rules-document.ts')) as typeof import('../lib/rules-document.ts');
  writeFileSync(resolve(root, 'docs/rules.md'), rulesDocument(rules));
  console.log(`docs/rules.md: ${rules.length} rules.`);
} finally {
  await vite.close();
}
