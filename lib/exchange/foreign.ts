/** What the readers of foreign annotations share: from loose values to a flag, or to the reason why it cannot be one. */
import * as v from 'valibot';
import type { Flag, Revision, Stance } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';
import { flagSchema, linkSchema, maxNoteLength, maxQuoteLength, tidyTags } from '../notebook/flag-schema.ts';
import { creation } from '../notebook/revise.ts';
import { nameId } from './name-id.ts';

/** From an address to what a flag is kept under; handed in by the edge that knows sites. */
export type PageOf = (url: string) => { address: string; site: string };

/** An annotation that cannot become a flag, and why. */
export interface Skipped {
  place: string;
  why: 'no_quote' | 'no_address' | 'too_long' | 'reply' | 'malformed';
}

export type Foreign = { flag: Flag } | { skipped: Skipped['why'] };

/** An annotation as loosely as other programs write it. */
export interface LooseAnnotation {
  id?: string | undefined;
  url?: string | undefined;
  /** Our own, exact, where the file has it. */
  page?: { address: string; url: string } | undefined;
  title?: string | undefined;
  selectors: readonly unknown[];
  stance?: Stance | undefined;
  note?: string | undefined;
  tags?: readonly string[] | undefined;
  link?: string | undefined;
  confirmedBy?: string | undefined;
  says?: unknown;
  created?: string | undefined;
  modified?: string | undefined;
}

/** What stands in for a device in the revisions of files that have none; sorts before every device, so that what the reader wrote wins. */
export const foreignDevice = '0';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const mostContext = 200;

/** Takes a loose annotation; gives it as a flag. Times that cannot be read become the start of the epoch, so that the same file always gives the same flag. */
export function toFlag(loose: LooseAnnotation, pageOf: PageOf): Foreign {
  const quote = quoteIn(loose.selectors);
  if (!quote || quote.exact === '') return { skipped: 'no_quote' };
  if (quote.exact.length > maxQuoteLength) return { skipped: 'too_long' };
  const url = loose.page?.url ?? loose.url;
  if (!url || !/^(?:https?|file|urn):/i.test(url)) return { skipped: 'no_address' };
  const found = pageOf(url);
  const created = timeOf(loose.created) ?? timeOf(loose.modified) ?? 0;
  const stance = loose.stance ?? 'unsure';
  const link = v.safeParse(linkSchema, loose.link);
  const flag = {
    id: uuid.exec(loose.id?.toLowerCase() ?? '')?.[0] ?? nameId(JSON.stringify([loose.id ?? '', url, quote.exact, quote.prefix, loose.note ?? '', created])),
    page: { address: loose.page?.address ?? found.address, site: found.site, url, title: (loose.title ?? '').slice(0, 2_000) },
    quote,
    position: positionIn(loose.selectors) ?? { start: 0, end: quote.exact.length },
    stance,
    ...(stance === 'confirmed' && loose.confirmedBy ? { confirmedBy: loose.confirmedBy.slice(0, 2_000) } : {}),
    note: (loose.note ?? '').slice(0, maxNoteLength),
    tags: tidyTags(loose.tags ?? []),
    ...(link.success ? { link: link.output } : {}),
    ...(loose.says === undefined ? {} : { says: loose.says }),
    created,
    changed: timeOf(loose.modified) ?? created,
  };
  const checked = v.safeParse(flagSchema, flag);
  return checked.success ? { flag: checked.output } : { skipped: 'malformed' };
}

/** Takes a flag from a file without history; gives its creation: the same on every device for the same content, another one where the file says something else later. */
export function creationOf(flag: Flag): Revision {
  return creation(flag, { id: `file-${nameId(canonical(flag))}`, device: foreignDevice, clock: 1, at: flag.changed });
}

/** All selectors in a value, however nested: a list, one, or one refined by another. */
export function selectorsIn(value: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > 8) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => selectorsIn(one, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...selectorsIn(value['refinedBy'], depth + 1), ...selectorsIn(value['items'], depth + 1)];
}

function quoteIn(selectors: readonly unknown[]): Flag['quote'] | undefined {
  const found = selectorsIn(selectors).find(({ type, exact }) => isOfType(type, 'TextQuoteSelector') && typeof exact === 'string');
  if (!found) return undefined;
  return { exact: found['exact'] as string, prefix: text(found['prefix'])?.slice(-mostContext) ?? '', suffix: text(found['suffix'])?.slice(0, mostContext) ?? '' };
}

function positionIn(selectors: readonly unknown[]): Flag['position'] | undefined {
  const found = selectorsIn(selectors).find(({ type }) => isOfType(type, 'TextPositionSelector'));
  const [start, end] = [found?.['start'], found?.['end']];
  const fits = Number.isSafeInteger(start) && Number.isSafeInteger(end) && (start as number) >= 0 && (end as number) >= (start as number);
  return fits ? { start: start as number, end: end as number } : undefined;
}

/** ISO 8601, as far as the language reads it, within the years that can be written. */
function timeOf(value: string | undefined): number | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value);
  return Number.isFinite(time) && time >= 0 && time <= 253_402_300_799_999 ? time : undefined;
}

/** Whether a `type` names this class: alone or in a list, with or without a prefix. */
export function isOfType(type: unknown, name: string): boolean {
  return many(type).some((one) => typeof one === 'string' && (one === name || one.endsWith(`:${name}`) || one.endsWith(`#${name}`)));
}

/** One or many, as a list. */
export function many(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whether a value is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
