/**
 * The shapes of the files in a folder of `seeds/`: what an author writes by hand. They differ from the compiled pack
 * where writing should be easy: evidence is a quote without offsets, and empty lists may be left out.
 */
import * as v from 'valibot';
import { findingKinds } from './categories.ts';
import { authors, claimFields, contextWord, entityFields, id, language, line, listOf, oneOf, polarity, quote, someOf, sourceFields, version } from './fields.ts';

const manyWays = 'must be a quote, or {quote, occurrence}, or {quote, within}';

/** A verbatim place: the quote alone where it stands once, else with what tells it from its twins. */
const place = v.union(
  [
    quote,
    v.strictObject({ quote, occurrence: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    v.strictObject({ quote, within: quote }),
  ],
  manyWays,
);
export type Place = v.InferOutput<typeof place>;

const places = someOf(place, 40, 'must have at least one place as evidence');

const relation = v.strictObject({ predicate: id, to: id, label: line(120), inverse: v.optional(line(120)), evidence: places });

const entity = v.strictObject({
  ...entityFields,
  roles: v.optional(listOf(line(120), 40), []),
  context: v.optional(listOf(contextWord, 80), []),
  excludes: v.optional(listOf(line(120), 80), []),
  relations: v.optional(listOf(relation, 80), []),
  evidence: places,
});

const claim = v.strictObject({
  ...claimFields,
  objects: v.optional(listOf(id, 20), []),
  polarity: v.optional(polarity, 'affirmed'),
  words: v.optional(listOf(line(60), 60), []),
  evidence: places,
});

const finding = v.strictObject({ kind: oneOf(findingKinds), category: id, comment: line(400), evidence: places });

/** `article.yml`: the pack's own data and what is known of the article. */
export const articleFile = v.strictObject({
  pack: v.strictObject({ id, version, language, licence: line(400), authors: v.optional(authors), title: line(200) }),
  source: v.strictObject({ id, ...sourceFields }),
});

export const entitiesFile = v.strictObject({ entities: listOf(entity, 5_000) });
export const claimsFile = v.strictObject({ claims: listOf(claim, 20_000) });
export const findingsFile = v.strictObject({ findings: listOf(finding, 5_000) });
