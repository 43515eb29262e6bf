/**
 * The one way to a sentence. Surfaces, the command and tests ask for a text by its key and never hold a sentence themselves.
 * Behind it stands the browser (`browser-texts.ts`) or the tables of `locales/` (`table-texts.ts`): same keys, same result.
 */
import type { GeneratedI18nStructure } from '#i18n';

/** Keys whose last part is data (a rule, a category, a failure): made at run time, so only their beginning is known here. */
export const dynamicPrefixes = ['reason.', 'category.', 'definition.', 'error.', 'page_reason.', 'export.label.', 'file_fault.', 'pack_fault.', 'permission.'] as const;

/** A key of `locales/de.yml`; misspelt ones do not compile. */
export type TextKey = Exclude<keyof GeneratedI18nStructure, `@@${string}`> | `${(typeof dynamicPrefixes)[number]}${string}`;

export type TextValue = string | number;

export interface Texts {
  /** BCP 47 tag of the language that the sentences are in (not of the browser). */
  readonly locale: string;
  /**
   * The sentence of a key: `values` stand in for `$1`, `$2`, …; `count` chooses the plural form and, without `values`, stands for `$1`.
   * A key without a text gives the empty string, so that a surface can fall back.
   */
  t: (key: TextKey, values?: readonly TextValue[], count?: number) => string;
  /** `1234.5` → `1.234,5`. */
  number: (value: number) => string;
  /** A share 0..1 → `22 %`. */
  percent: (share: number) => string;
  /** ISO 8601 (`2025`, `2025-10`, `2025-10-03`, with or without time) or milliseconds → a date in words; other text comes back as it is. */
  date: (value: string | number) => string;
  /** `a, b und c`. */
  list: (items: readonly string[]) => string;
}
