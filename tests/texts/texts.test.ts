import { describe, expect, it } from 'vitest';
import { fakeBrowser } from '../fake-browser.ts';
import { explain, explainNote, keyPart } from '../../lib/texts/explain.ts';
import { englishTexts, flattenTable, germanTexts, tableTexts } from '../../lib/texts/table-texts.ts';
import type { TextKey } from '../../lib/texts/texts.ts';
import { biasNote } from '../../components/stories/sample.ts';

const texts = tableTexts({ locale: 'de', plain: 'Ja', one: 'Von $1 zu $2', price: '$$5', many: { 1: 'ein Name', n: '$1 Namen' }, none: { 0: 'nichts', 1: 'eins', n: 'viele' }, deep: { er: { text: 'tief' } } });
const t = texts.t as (key: string, values?: readonly (string | number)[], count?: number) => string;

describe('texts from a table', () => {
  it('finds nested keys, puts values in, leaves none behind', () => {
    expect(t('plain')).toBe('Ja');
    expect(t('deep.er.text')).toBe('tief');
    expect(t('one', ['A', 'B'])).toBe('Von A zu B');
    expect(t('one', ['A'])).toBe('Von A zu ');
    expect(t('price')).toBe('$5');
  });

  it('does not read values as patterns', () => {
    expect(t('one', ['$2', '$&'])).toBe('Von $2 zu $&');
  });

  it('chooses plural forms by count, which stands for $1 unless values are given', () => {
    expect([0, 1, 2].map((count) => t('many', undefined, count))).toEqual(['0 Namen', 'ein Name', '2 Namen']);
    expect(t('many', ['1.234'], 1234)).toBe('1.234 Namen');
    expect([0, 1, 2].map((count) => t('none', undefined, count))).toEqual(['nichts', 'eins', 'viele']);
  });

  it('gives the empty string for a key without a text', () => {
    expect(t('nowhere')).toBe('');
  });

  it('does not take a nested section named n for plural forms', () => {
    expect([...flattenTable({ a: { n: { b: 'x' } } })]).toEqual([['a.n.b', 'x']]);
  });
});

describe('numbers, shares, dates and lists', () => {
  it('follow the language of the sentences', () => {
    expect(germanTexts.number(1234.5)).toBe('1.234,5');
    expect(englishTexts.number(1234.5)).toBe('1,234.5');
    expect(germanTexts.percent(0.22)).toBe('22\u00A0%');
    expect(germanTexts.list(['a', 'b', 'c'])).toBe('a, b und c');
  });

  it('keep a date as exact as it is, on the same day everywhere', () => {
    expect(germanTexts.date('2025')).toBe('2025');
    expect(germanTexts.date('2025-10')).toBe('Oktober 2025');
    expect(germanTexts.date('2025-10-03')).toBe('3. Oktober 2025');
    expect(germanTexts.date('2025-10-03T23:59:00-08:00')).toBe('3. Oktober 2025');
    expect(germanTexts.date('im vergangenen Jahr')).toBe('im vergangenen Jahr');
    expect(germanTexts.date('2025-99-99T')).toMatch(/2025|20/);
  });
});

describe('the browser’s texts', () => {
  it('are the same as the table’s, plural forms and all', async () => {
    const messages = flattenTable({ locale: 'de', popup: { search_empty: 'Nichts für „$1“' }, place: { here: { 1: 'einmal', n: '$1-mal' } } });
    fakeBrowser.i18n.getMessage = ((key: string, values?: string | string[]) => {
      const text = [...messages].find(([name]) => name.replaceAll('.', '_') === key)?.[1] ?? '';
      return text.replaceAll(/\$([1-9])/g, (_, nth: string) => [values ?? []].flat()[Number(nth) - 1] ?? '');
    }) as typeof fakeBrowser.i18n.getMessage;
    const { browserTexts } = await import('../../lib/texts/browser-texts.ts');
    const browser = browserTexts();
    expect(browser.locale).toBe('de');
    expect(browser.t('popup.search_empty', ['KI'])).toBe('Nichts für „KI“');
    expect(browser.t('place.here', undefined, 1)).toBe('einmal');
    expect(browser.t('place.here', ['1.000'], 1000)).toBe('1.000-mal');
    expect(browser.t('place.here', ['a | b'], 2)).toBe('a ¦ b-mal');
  });
});

describe('explanations', () => {
  it('turn ids into key parts', () => {
    expect(keyPart('scare-quotes')).toBe('scare_quotes');
  });

  it('find a reason with or without its prefix', () => {
    const said = { t: (key: TextKey, values: readonly (string | number)[] = []) => `${key}(${values.join()})` };
    expect(explain({ key: 'reason.bias.hype', values: ['riesig'] }, said)).toBe('reason.bias.hype(riesig)');
    expect(explain({ key: 'bias.hype', values: [] }, said)).toBe('reason.bias.hype()');
  });

  it('fall back to the category, then to the kind, and are never empty', () => {
    expect(explainNote(biasNote, germanTexts)).toBe('Distanzierende Anführung');
    expect(explainNote({ ...biasNote, category: 'unheard-of' as 'hype' }, germanTexts)).toBe('Wie es gesagt wird');
  });
});
