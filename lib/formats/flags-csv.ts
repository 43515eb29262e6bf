/** Flags as CSV (RFC 4180) for spreadsheets: one row a flag; cells that would begin a formula are made harmless. Not read back. */
import type { Flag } from '../model.ts';
import { csvCell } from './csv.ts';
import type { FlagWords } from './flag-words.ts';

/** Gives header and rows, each ended by CRLF; flags in the bin are left out. Times are ISO 8601 in UTC, so that spreadsheets sort them. */
export function flagsToCsv(flags: readonly Flag[], { label, stance }: FlagWords): string {
  const header = [
    label('quote'), label('stance'), label('confirmed_by'), label('note'), label('tags'), label('evidence'), label('subject'), label('quantity'), label('time'), label('source'),
    label('article'), label('site'), label('address'), label('flagged'), label('changed'), 'id',
  ];
  const rows = flags
    .filter(({ deleted }) => deleted === undefined)
    .map(({ quote, note, tags, link = '', confirmedBy = '', says = {}, page, created, changed, id, ...flag }) => [
      quote.exact, stance(flag.stance), confirmedBy, note, tags.join(', '), link, says.subject ?? '', says.quantity ?? '', says.time ?? '', says.source ?? '',
      page.title, page.site, page.address, new Date(created).toISOString(), new Date(changed).toISOString(), id,
    ]);
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
