/**
 * The fields that dataset files are made of, as valibot schemas with messages for authors. `schema.ts` builds the shape
 * of a compiled pack from them, `seed-schema.ts` the shapes of the files in `seeds/`.
 */
import * as v from 'valibot';
import { entityTypes, inflections, polarities, sourceClasses, vaguenesses } from './categories.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/u;

/** One clean line of text: no stray spaces, nothing invisible, in Unicode's composed form. */
export function line(maximum: number) {
  return v.pipe(
    v.string('must be text (put numbers and dates in quotation marks)'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(maximum, `must not be longer than ${maximum} characters`),
    v.check((text) => text === text.trim() && !text.includes('  '), 'has stray spaces at an end or two in a row'),
    v.check((text) => !invisible.test(text), 'has an invisible or control character'),
    v.check((text) => text === text.normalize('NFC'), 'has decomposed letters; write them composed (NFC)'),
  );
}

/** A dataset id. Kebab-case ASCII, so that it can stand in addresses, attributes and file names. */
export const id = v.pipe(
  v.string('must be an id in kebab-case'),
  v.maxLength(80, 'must not be longer than 80 characters'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be kebab-case ASCII: lower case letters, digits and single hyphens (ä→ae, ß→ss)'),
);

/** A stretch of a source, to the letter: so spaces and odd characters are as they are. */
export const quote = v.pipe(
  v.string('must be a verbatim quote'),
  v.check((text) => text.trim() !== '', 'must not be empty'),
  v.maxLength(2000, 'must not be longer than 2000 characters'),
);

/** An address that a card may link to. Only the web: `javascript:` and its kin never get through. */
export const link = v.pipe(
  line(500),
  v.regex(/^https?:\/\/[^\s/@:?#]+(?:\.[^\s/@:?#]+)+(?:[/?#]\S*)?$/, 'must be an http or https address without user name or port'),
);

/** A word that speaks for an entity. The matcher looks single words up, so a phrase would never be seen as one. */
export const contextWord = v.pipe(line(40), v.regex(/^[^\s-]+$/, 'must be a single word, without spaces or hyphens'));

/** A BCP 47 tag, simple form: `de`, `de-AT`. */
export const language = v.pipe(v.string('must be a language tag'), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag like "de" or "de-AT"'));

export const version = v.pipe(
  v.string('must be text in quotation marks, like "1.0.0"'),
  v.regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'must be three numbers, like "1.0.0"'),
);

/** A list of at most `maximum` of these. */
export function listOf<Schema extends v.GenericSchema>(schema: Schema, maximum: number) {
  return v.pipe(v.array(schema, 'must be a list'), v.maxLength(maximum, `must not have more than ${maximum} items`));
}

/** A list of at least one and at most `maximum` of these. */
export function someOf<Schema extends v.GenericSchema>(schema: Schema, maximum: number, reason: string) {
  return v.pipe(v.array(schema, 'must be a list'), v.minLength(1, reason), v.maxLength(maximum, `must not have more than ${maximum} items`));
}

/** One of a closed list. */
export function oneOf<T extends string>(allowed: readonly [T, ...T[]]) {
  return v.picklist(allowed, `must be one of: ${allowed.join(', ')}`);
}

export const flag = v.boolean('must be true or false');

export const surfaceForm = v.strictObject({
  text: line(120),
  inflection: oneOf(inflections),
  ambiguous: v.optional(flag),
  language: v.optional(language),
});

/** The fields of an entity that a seed file and a compiled pack share. */
export const entityFields = {
  id,
  name: line(120),
  type: oneOf(entityTypes),
  description: line(300),
  forms: someOf(surfaceForm, 60, 'must have at least one form'),
  link: v.optional(link),
};

export const quantity = v.strictObject({
  value: v.pipe(v.number('must be a number'), v.finite('must be a finite number')),
  unit: v.pipe(v.string('must be a unit'), v.regex(/^[A-Za-z][A-Za-z0-9/-]{0,23}$/, 'must be a unit id like USD, people or percent')),
  vague: v.optional(oneOf(vaguenesses)),
});

/** The fields of a claim that a seed file and a compiled pack share. */
export const claimFields = {
  id,
  statement: v.pipe(line(400), v.check((text) => /[.!?]$/.test(text), 'must be a whole sentence with its full stop')),
  subject: id,
  predicate: id,
  quantity: v.optional(quantity),
  time: v.optional(line(60)),
  central: flag,
  attribution: v.strictObject({ source: oneOf(sourceClasses), name: v.optional(line(120)) }),
};

export const polarity = oneOf(polarities);

/** Who made a pack: names, addresses or pseudonyms, as they want to be named. */
export const authors = listOf(line(120), 50);

/** How a message begins that says evidence is not where it claims to be. */
export const misplaced = 'has offsets';

/** A source's whole text, where its licence lets a pack carry it: then every quote can be checked by whoever imports it. */
export const sourceText = v.pipe(v.string('must be text'), v.minLength(1, 'must not be empty'), v.maxLength(1_000_000, 'must not be longer than 1000000 characters'));

/** The description of a source that a seed file and a compiled pack share. */
export const sourceFields = {
  title: line(200),
  language,
  publisherKind: line(200),
  publisher: v.optional(line(120)),
  date: v.optional(line(60)),
  url: v.optional(link),
  licence: line(400),
};
