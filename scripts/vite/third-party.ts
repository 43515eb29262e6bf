/**
 * The licences of what is in the package: every module that a build really wrote into a file is traced to its npm package, and
 * `THIRD-PARTY.txt` tells name, version, licence and its text. A package without a licence fails the build.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface ThirdParty {
  /** Notes the modules of each bundle. */
  plugin(): Plugin;
  /** Writes the file into a finished build. */
  write(outDir: string): void;
}

/** Gives the plugin and the writer that share one list; a build has several bundles. */
export function thirdParty(): ThirdParty {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'randnotiz:third-party',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? packageFolder(id) : undefined;
            if (folder) folders.add(folder);
          }
        }
      },
    }),
    write: (outDir) => writeFileSync(join(outDir, 'THIRD-PARTY.txt'), describe([...folders])),
  };
}

/** Takes a module's id; gives the folder of the package it comes from, or undefined for our own. */
export function packageFolder(id: string): string | undefined {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0]!;
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return found?.[1];
}

/** Takes package folders; gives the file's text: sorted by name, the same for the same packages wherever they lie. */
export function describe(folders: readonly string[]): string {
  const parts = folders.map(describePackage).sort();
  return `Randnotiz contains parts of these packages.\n\n${[...new Set(parts)].join(`\n${'-'.repeat(78)}\n\n`)}`;
}

function describePackage(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  if (!license) throw new Error(`${name} ${version} names no licence: it cannot be in the package`);
  const file = readdirSync(folder).sort().find((one) => /^licen[cs]e/i.test(one));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : `(The package brings no text of its licence: ${license}.)`;
  return `${name} ${version}\nLicence: ${license}\n\n${text}\n`;
}
