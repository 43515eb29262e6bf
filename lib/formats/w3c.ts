/**
 * Annotation documents as W3C Web Annotations (Web Annotation Data Model, W3C Recommendation 2017-02-23): one `AnnotationPage`
 * whose items point at the article by TextQuoteSelector and TextPositionSelector.
 */
import type { AnnotationDocument, Note, NoteKind } from '../model.ts';

/** Characters of context on either side of a quote. */
const contextLength = 32;

const motivations: Record<NoteKind, string> = {
  entity: 'identifying',
  claim: 'linking',
  attribution: 'describing',
  bias: 'commenting',
  language: 'commenting',
  consistency: 'commenting',
};

/** Gives the document as a JSON-LD value. `say` turns a note into one German sentence. */
export function toWebAnnotations(document: AnnotationDocument, say: (note: Note) => string): object {
  const source = document.page.url || `urn:randnotiz:text:${document.id}`;
  const items = document.notes.map((note) => annotationOf(document, note, source, say(note)));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:randnotiz:page:${encodeURIComponent(document.id)}`,
    type: 'AnnotationPage',
    startIndex: 0,
    items,
  };
}

function annotationOf(document: AnnotationDocument, note: Note, source: string, message: string): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:randnotiz:note:${encodeURIComponent(document.id)}:${note.id}`,
    type: 'Annotation',
    motivation: motivations[note.kind],
    generator: { id: 'urn:randnotiz', type: 'Software', name: 'Randnotiz' },
    body: [
      { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: tagOf(note) },
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', language: 'de', value: message },
    ],
    target: { source, selector: selectorsOf(document.text, note.begin, note.end) },
  };
}

/** The two selectors of `[begin, end)`: quote with context, and position. */
export function selectorsOf(text: string, begin: number, end: number): object[] {
  return [
    { type: 'TextQuoteSelector', exact: text.slice(begin, end), prefix: text.slice(Math.max(0, begin - contextLength), begin), suffix: text.slice(end, end + contextLength) },
    { type: 'TextPositionSelector', start: begin, end },
  ];
}

/** The short machine word of a note: its kind and what is special about it. */
export function tagOf(note: Note): string {
  switch (note.kind) {
    case 'entity':
      return `entity:${note.entity}`;
    case 'claim':
      return `claim:${note.claim}:${note.relation}`;
    case 'attribution':
      return `attribution:${note.type}:${note.source}`;
    default:
      return `${note.kind}:${note.category}`;
  }
}
