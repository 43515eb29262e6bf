/**
 * What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) demands of the annotations, pages and collections that a text tool writes, as a JSON
 * Schema: written from the Recommendation's MUSTs and SHOULDs, section by section, and not from our code. Checked by Ajv.
 */
import { Ajv } from 'ajv';

const iri = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$' };
const many = (one: object) => ({ anyOf: [one, { type: 'array', items: one, minItems: 1 }] });

/** 3.3.5: the motivations that the Recommendation defines; also what a body's purpose may be. */
const motivation = { enum: ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'] };
/** 3.3.1: xsd:dateTime in UTC, expressed with Z. */
const dateTime = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
/** 3.1: the context must be there, alone or in a list. */
const context = { anyOf: [{ const: 'http://www.w3.org/ns/anno.jsonld' }, { type: 'array', contains: { const: 'http://www.w3.org/ns/anno.jsonld' } }] };
const agent = { type: 'object', required: ['type'], properties: { id: iri, type: many({ enum: ['Person', 'Organization', 'Software'] }), name: many({ type: 'string' }) } };

const selector = {
  oneOf: [
    // 4.2.4: exactly one exact text; at most one prefix and suffix.
    { type: 'object', required: ['type', 'exact'], properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string' }, prefix: { type: 'string' }, suffix: { type: 'string' } } },
    // 4.2.5: exactly one start and end, counted from 0.
    { type: 'object', required: ['type', 'start', 'end'], properties: { type: { const: 'TextPositionSelector' }, start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } } },
  ],
};
/** 4: exactly one source; a selector may be given several times, for the same segment. */
const specific = { type: 'object', required: ['source'], properties: { id: iri, type: { const: 'SpecificResource' }, source: iri, selector: many(selector), purpose: many(motivation) } };
/** 3.2.4: exactly one value; should have a media type and a language. */
const textual = { type: 'object', required: ['type', 'value'], properties: { type: { const: 'TextualBody' }, value: { type: 'string' }, format: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' }, language: { type: 'string' }, purpose: many(motivation) } };

const annotation = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': context,
    // 3.1: exactly one IRI.
    id: iri,
    type: many({ const: 'Annotation' }),
    motivation: many(motivation),
    created: dateTime,
    modified: dateTime,
    generator: agent,
    body: many({ oneOf: [textual, specific, iri] }),
    target: many({ oneOf: [specific, iri] }),
  },
  // 3.2.5: a body and a bodyValue exclude each other.
  not: { required: ['body', 'bodyValue'] },
};

/** 5.1 and 5.2: a page must have at least one item; a collection says how many there are. */
const page = { type: 'object', required: ['@context', 'id', 'type', 'items'], properties: { '@context': context, id: iri, type: { const: 'AnnotationPage' }, startIndex: { type: 'integer', minimum: 0 }, items: { type: 'array', minItems: 1, items: annotation } } };
const collection = { type: 'object', required: ['@context', 'id', 'type'], properties: { '@context': context, id: iri, type: { const: 'AnnotationCollection' }, total: { type: 'integer', minimum: 0 } } };

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = { annotation: ajv.compile(annotation), page: ajv.compile(page), collection: ajv.compile(collection) };

/** Takes any JSON value; gives what the model has against it, empty when nothing. */
export function faultsOfModel(kind: keyof typeof validators, value: unknown): string[] {
  const validate = validators[kind];
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
