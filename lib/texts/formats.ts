/** Numbers, shares, dates and lists in the language of the sentences: `Intl` does the work. */
import type { Texts } from './texts.ts';

type Formats = Pick<Texts, 'locale' | 'number' | 'percent' | 'date' | 'list'>;

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/;

/** Formats for one language (BCP 47). */
export function createFormats(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // Made once: a list of flags asks for a date a row, and making the format costs more than the row.
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return {
    locale,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (value) => (typeof value === 'number' ? days.format(value) : formatDate(value, locale)),
    list: (items) => list.format(items),
  };
}

/** Only as exact as the date is: a year stays a year. A time of day is left out; a date is the same day everywhere. */
function formatDate(value: string, locale: string): string {
  const [, year, month, day] = isoDate.exec(value.trim()) ?? [];
  if (!year) return value;
  if (!month) return year;
  const at = Date.UTC(Number(year), Number(month) - 1, day ? Number(day) : 1);
  if (Number.isNaN(at)) return value;
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long', ...(day ? { day: 'numeric' } : {}) }).format(at);
}
