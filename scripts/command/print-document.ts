import { toCsv } from '../../lib/formats/csv.ts';
import { toMarkdown } from '../../lib/formats/markdown.ts';
import { toWebAnnotations } from '../../lib/formats/w3c.ts';
import type { AnnotationDocument, NoteKind } from '../../lib/model.ts';
import { say, texts } from './explain.ts';
import type { Format } from './options.ts';

const kinds: readonly NoteKind[] = ['entity', 'claim', 'attribution', 'bias', 'language', 'consistency'];

/** One document as text in the wanted format, ended by a newline. */
export function printDocument(document: AnnotationDocument, format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'w3c':
      return `${JSON.stringify(toWebAnnotations(document, say), null, 2)}\n`;
    case 'csv':
      return toCsv(document, say);
    case 'markdown':
      return toMarkdown(document, {
        kinds: Object.fromEntries(kinds.map((kind) => [kind, texts(`kind.${kind}`)])) as Record<NoteKind, string>,
        sources: texts('rests.title'),
        say,
        sourceClass: (source) => texts(`source.${source}`),
      });
  }
}
