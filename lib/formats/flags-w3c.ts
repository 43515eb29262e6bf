/**
 * The reader's flags as W3C Web Annotations (Web Annotation Data Model, W3C Recommendation 2017-02-23). What has no place of its own in the model stands
 * in bodies with a purpose of the model's, so that other tools show it and we read all of it back (`lib/exchange/read-w3c.ts`):
 *
 *   stance → assessing · note → commenting · tag → tagging · evidence link → linking (an external resource)
 *   confirmed by → identifying · what the engines recognised → describing (JSON)
 */
import type { Flag } from '../model.ts';
import { canonical } from '../notebook/canonical.ts';

const context = 'http://www.w3.org/ns/anno.jsonld';
const generator = { id: 'urn:randnotiz', type: 'Software', name: 'Randnotiz' };

/** Takes flags; gives them as one JSON-LD value: a page of annotations, or an empty collection, since a page must hold one. Times become ISO 8601 in UTC. Flags in the bin are left out. */
export function flagsToWebAnnotations(flags: readonly Flag[]): object {
  const items = flags.filter((flag) => flag.deleted === undefined).map(annotationOf);
  if (items.length === 0) return { '@context': context, id: 'urn:randnotiz:flags', type: 'AnnotationCollection', total: 0 };
  return { '@context': context, id: 'urn:randnotiz:flags', type: 'AnnotationPage', startIndex: 0, items };
}

/** One flag as an annotation that stands alone. */
export function annotationOf(flag: Flag): object {
  return {
    '@context': context,
    id: `urn:uuid:${flag.id}`,
    type: 'Annotation',
    motivation: 'assessing',
    created: iso(flag.created),
    modified: iso(flag.changed),
    generator,
    body: [
      text('assessing', `stance:${flag.stance}`),
      ...(flag.confirmedBy ? [text('identifying', flag.confirmedBy)] : []),
      ...(flag.note ? [text('commenting', flag.note)] : []),
      ...flag.tags.map((tag) => text('tagging', tag)),
      ...(flag.link ? [{ type: 'SpecificResource', purpose: 'linking', source: flag.link }] : []),
      ...(flag.says ? [{ ...text('describing', canonical(flag.says)), format: 'application/json' }] : []),
    ],
    target: {
      type: 'SpecificResource',
      source: flag.page.address,
      'schema:name': flag.page.title,
      'schema:url': flag.page.url,
      selector: [{ type: 'TextQuoteSelector', ...flag.quote }, { type: 'TextPositionSelector', ...flag.position }],
    },
  };
}

function text(purpose: string, value: string): { type: string; purpose: string; format: string; value: string } {
  return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

const iso = (time: number): string => new Date(time).toISOString();
