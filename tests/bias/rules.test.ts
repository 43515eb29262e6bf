import { describe, expect, it } from 'vitest';
import { biasRules } from '../../lib/bias/find-bias.ts';
import cases from './cases.yml';
import { attributed, biasOf, said } from './read.ts';

interface Case {
  rule: string;
  yes: readonly (readonly [text: string, words: string])[];
  no: readonly string[];
}

const all = cases as readonly Case[];

describe('every rule', () => {
  it('has its cases, and every case its rule', () => {
    expect(all.map((one) => one.rule)).toEqual(biasRules.map((rule) => rule.id));
  });

  it.each(all.flatMap(({ rule, yes }) => yes.map(([text, words]) => [rule, text, words] as const)))('%s finds: %s', (rule, text, words) => {
    expect(said(text)).toContain(`${rule}: ${words}`);
  });

  it.each(all.flatMap(({ rule, no }) => no.map((text) => [rule, text] as const)))('%s leaves alone: %s', (rule, text) => {
    expect(said(text).filter((line) => line.startsWith(`${rule}:`))).toEqual([]);
  });
});

describe('whose words they are', () => {
  it('never charges the author with a quotation', () => {
    expect(said('„Das ist ein revolutionäres, geradezu geniales Gerät“, sagte die Chefin.')).toEqual([]);
  });

  it('never charges the author with what somebody is reported to say', () => {
    const text = 'Die Chefin sagte, das Gerät ist geradezu genial.';
    expect(said(text)).not.toEqual([]);
    expect(said(text, { attributions: [attributed(text, 'das Gerät ist geradezu genial', 'Die Chefin')] })).toEqual([]);
  });

  it('takes a quoted fragment with a speaker for evidence, not for distance', () => {
    const text = 'Nutzer meinen, jemand „kopiere“ das Rezept.';
    expect(said(text, { attributions: [attributed(text, 'jemand „kopiere“ das Rezept', 'Nutzer')] })).toEqual([]);
  });

  it('knows the author’s habit: a word marked in his own voice is his in reported speech too', () => {
    const text = 'Der Konzern „kopiert“ wieder. Nutzer meinen, jemand „kopiere“ das Rezept.';
    expect(said(text, { attributions: [attributed(text, 'jemand „kopiere“ das Rezept', 'Nutzer')] })).toEqual(['bias.quoted-word: „kopiert“', 'bias.quoted-word: „kopiere“']);
  });

  it('takes a known name in marks for a name', () => {
    const text = 'Die „Hilfe“ kam zu spät.';
    const begin = text.indexOf('Hilfe');
    const entity = { kind: 'entity', rule: 'hilfe', begin, end: begin + 5, confidence: 1, reason: { key: 'test', values: [] }, entity: 'hilfe', label: 'Hilfe', type: 'organisation', pack: 'test' } as const;
    expect(said(text, { entities: [entity] })).toEqual([]);
  });
});

describe('a note', () => {
  it('names the very words, why they weigh, and a plainer way to say it', () => {
    const [note] = biasOf('Der Konzern verscherbelt seine Sparte.');
    expect(note).toMatchObject({ category: 'loaded-language', reason: { key: 'reason.bias.acts', values: ['verscherbelt'] }, suggestion: 'verkaufen' });
  });

  it('is one for one place and category', () => {
    const notes = biasOf('Die Firma sammelte weit mehr als die meisten Mitbewerber auf dem Gebiet.');
    expect(notes.map((note) => note.category)).toEqual(['unsourced-comparison']);
  });
});
