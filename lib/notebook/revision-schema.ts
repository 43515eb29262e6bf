/**
 * The shape of a revision, demanded of every one that comes from a file or a folder. Unknown fields are refused: what a newer version adds
 * comes under a newer schema name, and is left alone as a whole rather than cut.
 */
import * as v from 'valibot';
import type { Revision } from '../model.ts';
import {
  confirmedBySchema, idSchema, linkSchema, noteSchema, pageSchema, positionSchema, quoteSchema, saysSchema, stanceSchema, tagsSchema, timeSchema,
} from './flag-schema.ts';

/** The largest clock that can still be counted on. */
const lastClock = Number.MAX_SAFE_INTEGER - 1;

const setSchema = v.strictObject({
  page: v.optional(pageSchema),
  quote: v.optional(quoteSchema),
  position: v.optional(positionSchema),
  stance: v.optional(stanceSchema),
  confirmedBy: v.optional(v.nullable(confirmedBySchema)),
  note: v.optional(noteSchema),
  tags: v.optional(tagsSchema),
  link: v.optional(v.nullable(linkSchema)),
  says: v.optional(v.nullable(saysSchema)),
  created: v.optional(timeSchema),
  deleted: v.optional(v.nullable(timeSchema)),
  purged: v.optional(v.literal(true)),
});

/** A device's name: letters, digits and `_` only, since it becomes part of a file's name. */
export const deviceSchema = v.pipe(v.string(), v.regex(/^\w{1,40}$/, 'a device name of letters and digits'));

export const revisionSchema: v.GenericSchema<unknown, Revision> = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, 'an id of letters, digits, - and _')),
  flag: idSchema,
  device: deviceSchema,
  clock: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(lastClock)),
  at: timeSchema,
  set: setSchema,
});
