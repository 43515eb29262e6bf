/** What goes to the stores: their linters have nothing to say, nothing in it runs text as code, every licence is told, and anyone who builds the commit gets the same bytes. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const builds = ['chrome-mv3', 'firefox-mv3'] as const;
const work = mkdtempSync(join(tmpdir(), 'randnotiz-package-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const filesOf = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
const buildOf = (build: string): string => join(root, '.output', build);
const read = (build: string, file: string): string => readFileSync(join(buildOf(build), file), 'utf8');

interface Manifest {
  default_locale: string;
  icons: Record<string, string>;
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { js: string[] }[];
  action: { default_popup: string };
}

describe.each(builds)('the package %s', (build) => {
  const manifest = (): Manifest => JSON.parse(read(build, 'manifest.json')) as Manifest;

  it('has no code that is made of text, and loads none from elsewhere', () => {
    const faults = filesOf(buildOf(build)).filter((file) => /\.(?:js|html)$/.test(file)).flatMap((file) => {
      const code = read(build, file);
      const found = [
        ...code.matchAll(/\beval\(|\bnew Function\(|\.(?:inner|outer)HTML\s?=(?!=)|insertAdjacentHTML|document\.write\(|\bimportScripts\(|createContextualFragment|setHTMLUnsafe|\bset(?:Timeout|Interval)\(["'`]/g),
        ...code.matchAll(/(?:import\(|from |src=|href=)["'`](?:https?:)?\/\//g),
        ...code.matchAll(/\bfetch\(|XMLHttpRequest|WebSocket\(|EventSource\(|sendBeacon\(/g),
      ];
      return found.map((one) => `${file}: ${one[0]}`);
    });
    expect(faults).toEqual([]);
  });

  it('names only files that are there, and keeps to the stores’ limits', () => {
    const { icons, background, content_scripts, action, default_locale } = manifest();
    const named = [...Object.values(icons), background.service_worker, ...(background.scripts ?? []), ...content_scripts.flatMap(({ js }) => js), action.default_popup].filter((file) => file !== undefined);
    expect(named.filter((file) => !existsSync(join(buildOf(build), file)))).toEqual([]);
    const locales = readdirSync(join(buildOf(build), '_locales'));
    expect(locales).toContain(default_locale);
    const keys = [...read(build, 'manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key!);
    for (const locale of locales) {
      const messages = JSON.parse(read(build, `_locales/${locale}/messages.json`)) as Record<string, { message: string }>;
      expect(keys.filter((key) => !messages[key]?.message), locale).toEqual([]);
      expect(messages['extension_name']!.message.length, locale).toBeLessThanOrEqual(45);
      expect(messages['extension_description']!.message.length, locale).toBeLessThanOrEqual(132);
    }
    expect(filesOf(buildOf(build)).filter((file) => file.startsWith('_') && !file.startsWith('_locales/'))).toEqual([]);
  });

  it('tells the licence of everything it contains', () => {
    const told = read(build, 'THIRD-PARTY.txt');
    for (const name of ['preact', 'dexie', 'franc', 'valibot', '@webext-core/messaging']) expect(told).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\nLicence: (?:MIT|Apache-2\\.0|ISC)\n`, 'm'));
    expect(told).not.toContain(root);
    expect(filesOf(buildOf(build)).filter((file) => /\.(?:js|html|css|json|txt)$/.test(file) && read(build, file).includes(root))).toEqual([]);
  });
});

it('the linter of Mozilla’s store finds neither errors nor warnings', () => {
  const answer = execFileSync('npx', ['web-ext', 'lint', '--source-dir', buildOf('firefox-mv3'), '--output', 'json', '--self-hosted=false'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const { errors, warnings } = JSON.parse(answer.slice(answer.indexOf('{'))) as { errors: unknown[]; warnings: unknown[] };
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
}, 120_000);

it('two builds of the same sources, in two folders at two times, give the same bytes', () => {
  const one = checkout(root, 'one');
  const other = checkout(one, 'other', new Date('2001-01-01'));
  for (const folder of [one, other]) {
    zip(folder, 'chrome');
    zip(folder, 'firefox', '--mv3');
  }
  expect(filesOf(join(one, '.output')).filter((file) => file.endsWith('.zip')).length).toBeGreaterThanOrEqual(2);
  for (const build of builds) expect(differing(join(one, '.output', build), join(other, '.output', build)), build).toEqual([]);
  // Mozilla's archive of the sources holds the lockfile's folder as it lies, so only what is installed is compared.
  expect(differing(join(one, '.output'), join(other, '.output')).filter((file) => !file.endsWith('-sources.zip'))).toEqual([]);
}, 300_000);

/** The sources as they are now, without what is built or tests, at a place and time of their own. */
function checkout(from: string, name: string, time?: Date): string {
  const folder = join(work, name);
  const listed = from === root ? execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' }).split('\0') : filesOf(from);
  for (const file of listed.filter((one) => one !== '' && !/^(?:tests|node_modules)(?:\/|$)/.test(one) && existsSync(join(from, one)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(from, file), join(folder, file));
    if (time) utimesSync(join(folder, file), time, time);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

function zip(folder: string, browser: string, ...options: string[]): void {
  // The test runner's own NODE_ENV would make a build for development, which names its folders.
  const { NODE_ENV: _ofTests, VITEST: _runner, ...env } = process.env;
  execFileSync('npx', ['wxt', 'zip', '-b', browser, ...options], { cwd: folder, env, stdio: 'pipe', shell: process.platform === 'win32' });
}

/** Files that are not the same in both folders. */
function differing(one: string, other: string): string[] {
  const names = [...new Set([...filesOf(one), ...filesOf(other)])];
  return names.filter((file) => !existsSync(join(one, file)) || !existsSync(join(other, file)) || !readFileSync(join(one, file)).equals(readFileSync(join(other, file))));
}
