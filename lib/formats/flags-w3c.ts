/** The reader's own flags as W3C Web Annotations, to keep elsewhere or hand on: an `AnnotationPage` that any annotation tool can read. */
import type { Flag } from '../model.ts';

/** Takes flags; gives them as one JSON-LD value. Times become ISO 8601 in UTC. Flags that were thrown away are left out. */
export function flagsToWebAnnotations(flags: readonly Flag[]): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:randnotiz:flags',
    type: 'AnnotationPage',
    startIndex: 0,
    items: flags.filter((flag) => flag.deleted === undefined).map(annotationOf),
  };
}

function annotationOf(flag: Flag): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${flag.id}`,
    type: 'Annotation',
    motivation: 'assessing',
    created: iso(flag.created),
    modified: iso(flag.changed),
    generator: { id: 'urn:randnotiz', type: 'Software', name: 'Randnotiz' },
    body: [
      { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: `stance:${flag.stance}` },
      ...(flag.confirmedBy ? [{ type: 'TextualBody', purpose: 'linking', format: 'text/plain', value: flag.confirmedBy }] : []),
      ...(flag.note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: flag.note }] : []),
    ],
    target: {
      source: flag.page.address,
      'schema:name': flag.page.title,
      selector: [{ type: 'TextQuoteSelector', ...flag.quote }, { type: 'TextPositionSelector', ...flag.position }],
    },
  };
}

const iso = (time: number): string => new Date(time).toISOString();
