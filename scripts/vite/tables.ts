/**
 * Word tables and rule tables are YAML files beside the code that reads them. This plugin turns `import table from './x.yml'`
 * into plain data at build time, so that no YAML parser ships. A file that does not parse (or repeats a key) fails the build
 * with its path and line. What a table must hold beyond that is checked by its own test in `tests/`.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { Plugin } from 'vite';

/** Reads one YAML file into plain data; throws one line with path, line and reason. */
export function readTable(path: string): unknown {
  const document = parseDocument(readFileSync(path, 'utf8'), { uniqueKeys: true, prettyErrors: true });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) throw new Error(`${relative(process.cwd(), path)}: ${fault.message.split('\n')[0]}`);
  return document.toJS();
}

/** The Vite plugin: `*.yml` imports become modules whose default export is the data. */
export function tables(): Plugin {
  return {
    name: 'randnotiz:tables',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id;
      if (!path.endsWith('.yml')) return null;
      this.addWatchFile(path);
      return { code: `export default ${JSON.stringify(readTable(path))};`, map: null, moduleType: 'js' };
    },
  };
}
