import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectSlips, findSlips, languageRules } from '../../lib/language/find-slips.ts';
import { genderOf } from '../../lib/language/genders.ts';
import { cleanText } from '../../lib/text/clean-text.ts';
import { readText } from '../../lib/text/read-text.ts';
import cases from './cases.yml';
import translated from './translated.yml';

interface Case {
  rule: string;
  yes: readonly (readonly [text: string, words: string])[];
  no: readonly string[];
}

const all = cases as readonly Case[];
const read = (text: string) => readText(cleanText(text).text);
const slipsOf = (text: string): string[] => collectSlips(read(text), []).map((slip) => `${slip.rule}: ${text.slice(slip.begin, slip.end)}`);

describe('every rule', () => {
  it('has its cases, and every case its rule', () => {
    expect(all.map((one) => one.rule)).toEqual(languageRules.map((rule) => rule.id));
  });

  it.each(all.flatMap(({ rule, yes }) => yes.map(([text, words]) => [rule, text, words] as const)))('%s finds: %s', (rule, text, words) => {
    expect(slipsOf(text)).toContain(`${rule}: ${words}`);
  });

  it.each(all.flatMap(({ rule, no }) => no.map((text) => [rule, text] as const)))('%s leaves alone: %s', (rule, text) => {
    expect(slipsOf(text).filter((line) => line.startsWith(`${rule}:`))).toEqual([]);
  });
});

describe('the page as a whole', () => {
  const { machine, person } = translated as { machine: string; person: string };

  it('speaks where a page is full of slips of several kinds', () => {
    const notes = findSlips(read(machine), []);
    expect(notes.length).toBeGreaterThanOrEqual(4);
    expect(new Set(notes.map((note) => note.rule)).size).toBeGreaterThanOrEqual(3);
  });

  it('is silent about a single slip on a page that a person wrote', () => {
    const text = `${person}\n\nDem Fabrik fehlt das Geld.`;
    expect(slipsOf(text)).toHaveLength(1);
    expect(findSlips(read(text), [])).toEqual([]);
  });

  it('is silent about an English page', () => {
    const text = 'The company raised money last year. Its founders, who left the largest rivals, want to build robots that learn. Critics die hard; an old rule was in the way, and the man in charge said so. '.repeat(5);
    expect(findSlips(read(text), [])).toEqual([]);
  });

  it('finds nothing in clean text', () => {
    expect(slipsOf(person)).toEqual([]);
  });
});

describe('genders', () => {
  it.each([['Fabrik', 'f'], ['Mondlandungsfabrik', 'f'], ['Traum', 'm'], ['Albtraum', 'm'], ['Projekt', 'n'], ['Freiheit', 'f'], ['Mädchen', 'n'], ['Kapitalismus', 'm'], ['Sprung', 'm'], ['Virus', undefined], ['Zxqr', undefined]] as const)('%s: %s', (noun, gender) => {
    expect(genderOf(noun.toLowerCase())).toBe(gender);
  });
});

describe('tables', () => {
  it.each(['calques', 'english', 'first-names', 'genders', 'open-compounds', 'roles', 'verbs'])('%s.yml says where its words come from', (name) => {
    expect(readFileSync(`lib/language/words/${name}.yml`, 'utf8')).toContain('Provenance: ');
  });

  it.each(['english', 'first-names', 'genders', 'open-compounds', 'roles', 'verbs'])('%s.yml holds no word twice', async (name) => {
    const table = ((await import(`../../lib/language/words/${name}.yml`)) as { default: Record<string, string[]> }).default;
    for (const list of Object.values(table)) expect(new Set(list).size).toBe(list.length);
    if (name === 'genders') {
      const nouns = [...table.feminine!, ...table.masculine!, ...table.neuter!];
      expect(new Set(nouns).size, 'a noun has one gender').toBe(nouns.length);
    }
  });
});
