/** Both languages say the same things, under keys that browsers take, and nothing that nobody asks for. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../lib/messages/failures.ts';
import type { BiasCategory, ConsistencyCategory, LanguageCategory } from '../../lib/model.ts';
import { keyPart } from '../../lib/texts/explain.ts';
import { flattenTable } from '../../lib/texts/table-texts.ts';
import { dynamicPrefixes } from '../../lib/texts/texts.ts';
import german from '../../locales/de.yml';
import english from '../../locales/en.yml';

const de = flattenTable(german);
const en = flattenTable(english);
const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tsx?|yml)$/.test(path)).map((path) => readFileSync(join(root, folder, path), 'utf8'));
}

const code = [...['lib', 'components', 'entrypoints', 'scripts'].flatMap(sources), readFileSync(join(root, 'wxt.config.ts'), 'utf8')].join('\n');

/** `$1`, `$2`, … as they occur, once each. */
const placeholders = (text: string): string[] => [...new Set(text.match(/\$[1-9]/g))].sort();

/** Beginnings of keys whose end the code fills in: `stance.${…}`. */
const filled = [...new Set([...code.matchAll(/`([a-z_]+(?:\.[a-z_]+)*\.)\$\{/g)].map((found) => found[1]!))];

describe('locales', () => {
  it('are complete: the same keys in German and English', () => {
    expect([...en.keys()].sort()).toEqual([...de.keys()].sort());
  });

  it('have a text for every key', () => {
    for (const [table, texts] of [['de', de], ['en', en]] as const) expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${table}: ${key}`)).toEqual([]);
  });

  it('hold the same placeholders', () => {
    expect([...de].filter(([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join()).map(([key]) => key)).toEqual([]);
  });

  it('have as many plural forms in one language as in the other', () => {
    const forms = (text: string): number => text.split(' | ').length;
    expect([...de].filter(([key, text]) => forms(text) !== forms(en.get(key) ?? '')).map(([key]) => key)).toEqual([]);
  });

  it('quote in English as English does', () => {
    expect([...en].filter(([, text]) => /[„‚«»]|“[^”]*“/.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('use only letters, digits and underscores in keys, so that browsers take them', () => {
    expect([...de.keys(), ...en.keys()].filter((key) => !/^\w+(\.\w+)*$/.test(key))).toEqual([]);
  });

  it('have no two keys that become one in the browser', () => {
    const flat = [...de.keys()].map((key) => key.replaceAll('.', '_'));
    expect(flat.filter((key, index) => flat.indexOf(key) !== index)).toEqual([]);
  });

  it('hold no text that nobody asks for', () => {
    const prefixes = [...dynamicPrefixes, ...filled];
    const isUsed = (key: string) => code.includes(`'${key}'`) || code.includes(`__MSG_${key.replaceAll('.', '_')}__`) || prefixes.some((prefix) => key.startsWith(prefix));
    expect([...de.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('say the sentence of every reason, category and failure that the code names', () => {
    const reasons = [...code.matchAll(/'(reason\.[\w.]+)'/g)].map((found) => found[1]!);
    const errors = failureCodes.map((failure) => `error.${failure}`);
    const categories = Object.entries(categoriesOfKind).flatMap(([kind, names]) => names.flatMap((name) => ['category', 'definition'].map((table) => `${table}.${kind}.${keyPart(name)}`)));
    const missing = [...new Set([...reasons, ...errors, ...categories, 'error.unknown'])].filter((key) => key !== 'reason.sample' && !de.has(key));
    expect(missing).toEqual([]);
  });

  it('speak plainly: no verdict on truth, no exclamation', () => {
    const bad = /\b(falsch|gelogen|Lüge|Fake|unbelegt)\b/i;
    expect([...de].filter(([key, text]) => (bad.test(text) && key !== 'category.bias.false_dilemma') || text.endsWith('!')).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

/** Every category there is: a new one in the model does not compile here until it is listed, and then wants its words. */
const categoriesOfKind: { bias: BiasCategory[]; language: LanguageCategory[]; consistency: ConsistencyCategory[] } = {
  bias: keysOf<BiasCategory>({
    'loaded-language': 0, intensifier: 0, hype: 0, 'scare-quotes': 0, mockery: 0, 'rhetorical-question': 0, presumption: 0, 'unsourced-comparison': 0, 'prediction-as-fact': 0,
    'vague-attribution': 0, generalisation: 0, 'appeal-to-popularity': 0, 'appeal-to-authority': 0, 'false-dilemma': 0, 'mind-reading': 0, 'sensational-headline': 0, commercial: 0,
  }),
  language: keysOf<LanguageCategory>({ 'machine-translation': 0, grammar: 0, register: 0 }),
  consistency: keysOf<ConsistencyCategory>({ quantity: 0, attribution: 0, role: 0, time: 0, name: 0 }),
};

function keysOf<Name extends string>(all: Record<Name, 0>): Name[] {
  return Object.keys(all) as Name[];
}
