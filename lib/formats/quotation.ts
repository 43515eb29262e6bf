import type { Flag } from '../model.ts';
import type { FlagWords } from './flag-words.ts';
import { textFragmentLink } from './text-fragment.ts';

/** One flag as a quotation to paste: the words in quotation marks, then article, site and day, then the address that leads to them. */
export function quotationOf({ quote, page, created }: Flag, { marks: [open, close], date }: Pick<FlagWords, 'marks' | 'date'>): string {
  const source = [page.title, page.site, date(created)].map((part) => part.replaceAll(/\s+/g, ' ').trim()).filter((part) => part !== '');
  return `${open}${quote.exact.trim()}${close}\n${source.join(', ')}\n${textFragmentLink(page.url, quote)}\n`;
}
