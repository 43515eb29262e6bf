/** The documents for readers and contributors say what is so. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flattenTable } from '../../lib/texts/table-texts.ts';
import german from '../../locales/de.yml';
import english from '../../locales/en.yml';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
/** As the manifest is written; the side panel's permission comes from the builder. */
const permissions = [...[.../permissions: \[([^\]]+)\]/.exec(read('wxt.config.ts'))![1]!.matchAll(/'(\w+)'/g)].map((found) => found[1]!), 'sidePanel'];

describe('the store texts', () => {
  it.each([['de', german], ['en', english]] as const)('%s: the short one is the manifest’s, and fits', (language, table) => {
    const short = flattenTable(table).get('extension.description')!;
    expect(read(`docs/store/${language}.md`)).toContain(`\n${short}\n`);
    expect(short.length).toBeLessThanOrEqual(132);
  });
});

describe('the privacy policy', () => {
  it.each(['docs/privacy.md', 'docs/privacy.de.md'])('%s explains every permission', (path) => {
    const page = read(path);
    expect(permissions.filter((permission) => !page.includes(`\`${permission}\``))).toEqual([]);
  });

  it('is what the options say of each permission, in both languages', () => {
    for (const table of [german, english]) expect(permissions.filter((permission) => !flattenTable(table).has(`permission.${permission}`))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('CONTRIBUTING.md').matchAll(/npm (?:run )?(?:--silent )?([a-z][\w:-]*)/g)].map((found) => found[1]!).filter((name) => !['ci', 'run'].includes(name));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !Object.hasOwn(scripts, name) && name !== 's')).toEqual([]);
  });
});
