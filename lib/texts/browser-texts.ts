/** Texts in the browser's language, by the extension's own message files; German where the browser's language is not among them. */
import { createI18n } from '@wxt-dev/i18n';
import { createFormats } from './formats.ts';
import type { TextKey, Texts, TextValue } from './texts.ts';

type AnyText = (key: string, ...rest: unknown[]) => string;

/** The browser's texts. Throws outside an extension. */
export function browserTexts(): Texts {
  // Our keys are typed by `TextKey`; the library's own types would ask for one overload per number of values.
  const translate: AnyText = createI18n().t;
  return {
    ...createFormats(translate('locale')),
    t(key: TextKey, values?: readonly TextValue[], count?: number): string {
      if (count === undefined) return values?.length ? translate(key, [...values]) : translate(key);
      // The library parts plural forms at " | " after it has put the values in: a value must not look like that seam.
      return translate(key, count, (values ?? [count]).map((value) => String(value).replaceAll(' | ', ' ¦ ')));
    },
  };
}
