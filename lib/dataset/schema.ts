/** The shape of a compiled pack, checked wherever one comes in from outside (a file, a stored import). */
import * as v from 'valibot';
import type { Pack } from '../model.ts';
import { findingKinds } from './categories.ts';
import { authors, claimFields, contextWord, entityFields, id, language, line, listOf, misplaced, oneOf, polarity, quote, someOf, sourceFields, sourceText, version } from './fields.ts';

const offset = v.pipe(v.number('must be a whole number'), v.safeInteger('must be a whole number'), v.minValue(0, 'must not be negative'));

const evidence = v.pipe(
  v.strictObject({ source: id, begin: offset, end: offset, quote }),
  v.check((place) => place.end - place.begin === place.quote.length, `${misplaced} that do not fit the length of its quote`),
);

const someEvidence = someOf(evidence, 40, 'must have at least one place as evidence');

const relation = v.strictObject({ predicate: id, to: id, label: line(120), inverse: v.optional(line(120)), evidence: someEvidence });

const entity = v.strictObject({
  ...entityFields,
  roles: listOf(line(120), 40),
  context: listOf(contextWord, 80),
  excludes: listOf(line(120), 80),
  relations: listOf(relation, 80),
  evidence: someEvidence,
});

const claim = v.strictObject({
  ...claimFields,
  objects: listOf(id, 20),
  polarity,
  words: listOf(line(60), 60),
  evidence: someEvidence,
});

const finding = v.strictObject({ kind: oneOf(findingKinds), category: id, comment: line(400), evidence: someEvidence });

/** A compiled pack. Unknown keys are refused: a misspelt field must not be lost in silence. */
export const packSchema: v.GenericSchema<unknown, Pack> = v.strictObject({
  schema: v.literal('randnotiz.pack/1', 'must be "randnotiz.pack/1"; another version needs another release of Randnotiz'),
  id,
  version,
  language,
  licence: line(400),
  authors: v.optional(authors),
  title: line(200),
  sources: someOf(v.strictObject({ id, ...sourceFields, text: v.optional(sourceText) }), 200, 'must name at least one source'),
  entities: listOf(entity, 5_000),
  claims: listOf(claim, 20_000),
  findings: listOf(finding, 5_000),
});
