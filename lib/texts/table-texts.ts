/** Texts straight from a table of `locales/`, for the command, tests and stories, which have no browser to ask. */
import german from '../../locales/de.yml';
import english from '../../locales/en.yml';
import { createFormats } from './formats.ts';
import type { TextKey, Texts, TextValue } from './texts.ts';

/** A text, or its plural forms (`0`, `1`, `n`) joined as the browser's message files hold them. */
export type FlatTable = ReadonlyMap<string, string>;

/** Flattens a nested table: `{a: {b: 'x'}}` gives `a.b` → `x`; plural forms become one text, parted by ` | `. */
export function flattenTable(table: unknown, prefix = ''): FlatTable {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(table as Record<string, unknown>)) {
    const key = prefix + name;
    if (typeof value === 'string') flat.set(key, value);
    else if (isPlural(value)) flat.set(key, Object.values(value).join(' | '));
    else if (value) for (const [inner, text] of flattenTable(value, `${key}.`)) flat.set(inner, text);
  }
  return flat;
}

function isPlural(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && 'n' in value && Object.values(value).every((form) => typeof form === 'string');
}

/** Texts of one table. */
export function tableTexts(table: unknown): Texts {
  const flat = flattenTable(table);
  return {
    ...createFormats(flat.get('locale') ?? 'de'),
    t(key: TextKey, values?: readonly TextValue[], count?: number): string {
      const text = flat.get(key) ?? '';
      const given = values ?? (count === undefined ? [] : [count]);
      return substitute(count === undefined ? text : pluralForm(text, count), given);
    },
  };
}

/** The same choice as `@wxt-dev/i18n` makes: `one | many` or `none | one | many`. */
function pluralForm(text: string, count: number): string {
  const forms = text.split(' | ');
  if (forms.length === 3) return forms[count === 0 || count === 1 ? count : 2] ?? text;
  return forms[count === 1 ? 0 : forms.length - 1] ?? text;
}

/** `$1` … `$9`, and `$$` for a dollar sign, as the browsers do it; a value that is not given leaves nothing behind. */
function substitute(text: string, values: readonly TextValue[]): string {
  return text.replaceAll(/\$(\$|[1-9])/g, (_, mark: string) => (mark === '$' ? '$' : String(values[Number(mark) - 1] ?? '')));
}

export const germanTexts: Texts = tableTexts(german);
export const englishTexts: Texts = tableTexts(english);
