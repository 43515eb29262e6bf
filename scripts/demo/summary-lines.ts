import type { AnnotationDocument, Note } from '../../lib/model.ts';
import type { PageState } from '../../lib/messages/calls.ts';

/** What a reader should see first: the article against itself, against the source, then who does not show their face, then tone. */
function weight(note: Note): number {
  if (note.kind === 'consistency') return 5;
  if (note.kind === 'claim') return note.relation === 'contradicts' ? 4 : 0;
  if (note.kind === 'attribution') return note.source === 'anonymous' ? 3 : note.source === 'collective' ? 2 : 0;
  if (note.kind === 'bias') return 1 + note.confidence;
  return 0;
}

/** The three most telling notes, each of another kind where there are enough. */
export function mostTelling(document: AnnotationDocument): Note[] {
  const ranked = [...document.notes].sort((a, b) => weight(b) - weight(a) || a.begin - b.begin);
  const chosen: Note[] = [];
  for (const note of ranked) if (chosen.length < 3 && !chosen.some((one) => one.kind === note.kind)) chosen.push(note);
  return chosen;
}

const names: Record<Note['kind'], string> = {
  entity: 'name',
  claim: 'claim',
  attribution: 'who says it',
  bias: 'how it is said',
  language: 'language',
  consistency: 'disagrees with itself',
};

function line(note: Note): string {
  const what = note.kind === 'bias' || note.kind === 'consistency' || note.kind === 'language' ? `, ${note.category}` : note.kind === 'attribution' ? `, ${note.source} source, ${note.type}` : '';
  const quote = note.quote.length > 110 ? `${note.quote.slice(0, 107)}…` : note.quote;
  return `  · ${names[note.kind]}${what}: „${quote}“`;
}

/** The demo's summary, as lines. */
export function summaryLines(state: PageState): string[] {
  const { document } = state;
  if (!document) return [`The page was not annotated (${state.status}).`];
  const { notes } = document.summary;
  const entities = new Set(document.notes.flatMap((note) => (note.kind === 'entity' ? [note.entity] : [])));
  return [
    `“${document.page.title}”`,
    `${entities.size} entities in ${notes.entity} places · ${notes.claim} claims · ${notes.attribution} notes on who says it · ${notes.bias} on how it is said · ${notes.consistency + notes.language} on the text itself`,
    'The three most telling:',
    ...mostTelling(document).map(line),
  ];
}
