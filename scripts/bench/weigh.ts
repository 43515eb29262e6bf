/** Weighs a store build: what each surface loads, gzipped. Word tables and datasets are told from code by their shape: long literals. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { dataPlugins } from '../vite/plugins.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where `npm run build:chrome` puts the store build. */
export const chromeBuild = join(root, '.output/chrome-mv3');

export type Bundle = 'detector' | 'reader' | 'background' | 'popup' | 'data';

/** What each bundle may weigh at most, gzipped. */
export const budgets: readonly { id: Bundle; what: string; kilobytes: number }[] = [
  { id: 'detector', what: 'the detector, all that runs on a page that is none of our business', kilobytes: 4 },
  { id: 'reader', what: 'the reader, as injected into an article', kilobytes: 20 },
  { id: 'popup', what: 'the popup with all it loads', kilobytes: 40 },
  { id: 'background', what: 'the background without word tables and datasets', kilobytes: 220 },
  { id: 'data', what: 'word tables and datasets', kilobytes: 300 },
];

/** Gzipped bytes of each bundle of a Chromium build. */
export function weighBuild(folder: string): Record<Bundle, number> {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as { content_scripts: { js: string[] }[] };
  const background = read('background.js');
  const data = literalsOf(background);
  return {
    detector: gzipped(manifest.content_scripts.flatMap(({ js }) => js).map(read).join('')),
    reader: gzipped(read('reader.js')),
    popup: scriptsOf(folder, 'popup.html').reduce((sum, file) => sum + gzipped(read(file)), 0),
    background: gzipped(background) - gzipped(data),
    data: gzipped(data),
  };
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** The scripts that a page loads: those in its HTML and, from them on, all static imports. */
function scriptsOf(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  const found = new Set([...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1]!));
  for (const file of found) {
    for (const match of readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) found.add(join(file, '..', match[1]!));
  }
  return [...found];
}

/** Literals of words: string lists and JSON that the table plugin wrote. Shorter ones are code. */
const shortestLiteral = 400;

/** All long literals of a bundle: stretches of quoted strings with nothing but commas, colons, brackets, numbers and plain keys between. */
export function literalsOf(code: string): string {
  const literal = /(?:(?:`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|[[\]{},:\d.!-]|[A-Za-z_]\w*(?=:))+/g;
  return [...code.matchAll(literal)].map((match) => match[0]).filter((one) => one.length >= shortestLiteral).join('\n');
}

/** The packages in the background's bundle, the heaviest first, in bytes before compression. */
export async function packagesByWeight(): Promise<{ name: string; bytes: number }[]> {
  const result = await build({
    root, configFile: false, logLevel: 'error', publicDir: false, plugins: dataPlugins(),
    build: { write: false, minify: true, lib: { entry: join(root, 'lib/background/start-background.ts'), formats: ['es'] } },
  });
  const weights = new Map<string, number>();
  for (const output of Array.isArray(result) ? result : [result]) {
    if (!('output' in output)) continue;
    for (const chunk of output.output) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? (id.includes('.yml') ? 'word tables' : id.includes('virtual:') ? 'datasets' : 'our code');
        weights.set(name, (weights.get(name) ?? 0) + renderedLength);
      }
    }
  }
  return [...weights].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
}
