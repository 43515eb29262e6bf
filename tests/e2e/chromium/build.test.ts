/** What the store builds weigh and ask for, and that the demo's build differs from the store's in one host match only. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { budgets, chromeBuild, weighBuild } from '../../../scripts/bench/weigh.ts';
import { buildDemo, demoMatch } from '../../../scripts/demo/build-demo.ts';

const output = resolve(import.meta.dirname, '../../../.output');

function files(folder: string, root = folder): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path, root) : [relative(root, path)];
  });
}

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[]; js: string[] }[];
  content_security_policy: { extension_pages: string };
}
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

describe.each(['chrome-mv3', 'firefox-mv3'])('the build %s', (name) => {
  const folder = join(output, name);

  it('has a detector of at most 4 KB gzipped', () => {
    const scripts = manifestOf(folder).content_scripts.flatMap(({ js }) => js);
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
    expect(bytes).toBeLessThanOrEqual(4096);
  });

  it('has a reader of at most 20 KB gzipped; what opens in the page comes apart from it, at the first need', () => {
    const weightOf = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    expect(weightOf('reader.js')).toBeLessThanOrEqual(20 * 1024);
    expect(weightOf('surfaces.js')).toBeLessThanOrEqual(30 * 1024);
  });

  it('asks for no host but the listed ones, and for nothing on the network', () => {
    const manifest = manifestOf(folder);
    const patterns = [...manifest.host_permissions, ...manifest.content_scripts.flatMap(({ matches }) => matches)];
    expect(patterns.length).toBeGreaterThanOrEqual(80);
    expect(patterns.filter((one) => one.includes('<all_urls>') || /^\S+:\/\/\*\/\*$/.test(one))).toEqual([]);
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe|https?:/);
  });
});

it.each(budgets)('the Chromium build keeps to its budget: $what', ({ id, kilobytes }) => {
  expect(weighBuild(chromeBuild)[id]).toBeLessThanOrEqual(kilobytes * 1024);
});

it('the demo build differs from the store build in one host match and nothing else', () => {
  const store = join(output, 'chrome-mv3');
  const demo = buildDemo('chromium');
  expect(files(demo).sort()).toEqual(files(store).sort());
  for (const file of files(store).filter((one) => one !== 'manifest.json')) expect(readFileSync(join(demo, file)).equals(readFileSync(join(store, file))), file).toBe(true);
  const ours = manifestOf(demo);
  const theirs = manifestOf(store);
  const without = (patterns: string[]): string[] => patterns.filter((one) => one !== demoMatch);
  expect(ours.host_permissions.length).toBe(theirs.host_permissions.length + 1);
  expect({ ...ours, host_permissions: without(ours.host_permissions), content_scripts: ours.content_scripts.map((one) => ({ ...one, matches: without(one.matches) })) }).toEqual(theirs);
});
