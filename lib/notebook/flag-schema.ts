/** The shape of a flag, demanded of every flag that comes from outside: a message, a file, a row that another version wrote. */
import * as v from 'valibot';
import type { Flag } from '../model.ts';

/** Longest quote that can be flagged, and longest note (UTF-16 code units). */
export const maxQuoteLength = 20_000;
export const maxNoteLength = 20_000;
/** How many tags a flag can have, and how long one can be (UTF-16 code units). */
export const maxTags = 100;
export const maxTagLength = 100;

/** 31 December 9999: what a date can still be written as. */
const lastTime = 253_402_300_799_999;

export const stanceSchema = v.picklist(['unsure', 'doubtful', 'confirmed']);

const line = v.pipe(v.string(), v.maxLength(2_000));
const address = v.pipe(v.string(), v.maxLength(8_192));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const context = v.pipe(v.string(), v.maxLength(200));
const said = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

export const timeSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(lastTime));
export const idSchema = v.pipe(v.string(), v.uuid());
export const tagSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(maxTagLength));
export const tagsSchema = v.pipe(v.array(tagSchema), v.maxLength(maxTags));
/** An evidence link: a whole address, of the web only. */
export const linkSchema = v.pipe(address, v.regex(/^https?:\/\/[^\s/]/i, 'an address that begins with https:// or http://'));
export const saysSchema = v.strictObject({ subject: v.optional(said), quantity: v.optional(said), time: v.optional(said), source: v.optional(said) });
export const noteSchema = v.pipe(v.string(), v.maxLength(maxNoteLength));
export const confirmedBySchema = line;
/** Where a flag was made: any page, also a local file; but no address that would run when it is followed. */
const pageAddress = v.pipe(address, v.check((text) => !/^(?:javascript|data|vbscript|blob):/i.test(text.replaceAll(/[\p{Cc}\s]/gu, '')), 'the address of a page'));
export const pageSchema = v.object({ address: pageAddress, site: v.pipe(v.string(), v.maxLength(255)), url: pageAddress, title: line });
export const quoteSchema = v.object({ exact: v.pipe(v.string(), v.minLength(1), v.maxLength(maxQuoteLength)), prefix: context, suffix: context });
export const positionSchema = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => end >= start, 'a position that does not end before it begins'),
);

export const flagSchema: v.GenericSchema<unknown, Flag> = v.object({
  id: idSchema,
  page: pageSchema,
  quote: quoteSchema,
  position: positionSchema,
  stance: stanceSchema,
  confirmedBy: v.optional(confirmedBySchema),
  note: noteSchema,
  // Flags of the first version had none.
  tags: v.optional(tagsSchema, []),
  link: v.optional(linkSchema),
  says: v.optional(saysSchema),
  created: timeSchema,
  changed: timeSchema,
  deleted: v.optional(timeSchema),
});

/** Takes anything; gives it as a flag, or undefined when it is none. Unknown keys are left out. */
export function asFlag(value: unknown): Flag | undefined {
  const checked = v.safeParse(flagSchema, value);
  return checked.success ? checked.output : undefined;
}

/** Takes tags as typed; gives them trimmed, without a leading `#`, sorted and each once; empty and overlong ones are left out. */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => tag.normalize('NFC').replaceAll(/\s+/g, ' ').trim().replace(/^#/, '').trim()).filter((tag) => tag !== '' && tag.length <= maxTagLength);
  return [...new Set(tidy)].sort().slice(0, maxTags);
}
