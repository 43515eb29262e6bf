/** The shape of a flag, demanded of every flag that comes from outside: a message, a file, a row that another version wrote. */
import * as v from 'valibot';
import type { Flag } from '../model.ts';

/** Longest quote that can be flagged, and longest note (UTF-16 code units). */
export const maxQuoteLength = 20_000;
export const maxNoteLength = 20_000;

export const stanceSchema = v.picklist(['unsure', 'doubtful', 'confirmed']);

const line = v.pipe(v.string(), v.maxLength(2_000));
const address = v.pipe(v.string(), v.maxLength(8_192));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const context = v.pipe(v.string(), v.maxLength(200));

export const flagSchema: v.GenericSchema<unknown, Flag> = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.uuid()),
    page: v.object({ address, site: v.pipe(v.string(), v.maxLength(255)), url: address, title: line }),
    quote: v.object({ exact: v.pipe(v.string(), v.minLength(1), v.maxLength(maxQuoteLength)), prefix: context, suffix: context }),
    position: v.object({ start: offset, end: offset }),
    stance: stanceSchema,
    confirmedBy: v.optional(line),
    note: v.pipe(v.string(), v.maxLength(maxNoteLength)),
    created: time,
    changed: time,
    deleted: v.optional(time),
  }),
  v.check(({ position }) => position.end >= position.start, 'position ends before it begins'),
);

/** Takes anything; gives it as a flag, or undefined when it is none. Unknown keys are left out. */
export function asFlag(value: unknown): Flag | undefined {
  const checked = v.safeParse(flagSchema, value);
  return checked.success ? checked.output : undefined;
}
