/** What a card can show, and in which order: the rarer and graver thing first, then the shorter stretch of text. */
import type { EntityNote, Note, PlacedFlag, SourceClass } from '../lib/model.ts';
import type { TextKey } from '../lib/texts/texts.ts';

export type CardPage =
  | { kind: 'note'; id: string; note: Exclude<Note, EntityNote>; title: string }
  | { kind: 'entity'; id: string; entity: string; title: string }
  | { kind: 'flag'; id: string; placed: PlacedFlag; title: string };

/** Everything at one place as pages, gravest first. A name that several notes mark is one page; a claim that is a flag is the flag's. */
export function pagesAt(notes: readonly Note[], flags: readonly PlacedFlag[]): readonly CardPage[] {
  const flagged = new Set(flags.map((placed) => placed.flag.id));
  const seen = new Set<string>();
  const pages: CardPage[] = flags.map((placed) => ({ kind: 'flag', id: placed.flag.id, placed, title: placed.flag.quote.exact }));
  for (const note of [...notes].sort((a, b) => gravity(a) - gravity(b) || a.end - a.begin - (b.end - b.begin))) {
    if (note.kind === 'claim' && flagged.has(note.claim)) continue;
    const page = notePage(note);
    if (!seen.has(page.id)) pages.push(page);
    seen.add(page.id);
  }
  return pages;
}

/** The page of a name: the same wherever it stands. */
export function entityPage(note: Pick<EntityNote, 'entity' | 'label'>): CardPage {
  return { kind: 'entity', id: note.entity, entity: note.entity, title: note.label };
}

/** The page of any note. */
export function notePage(note: Note): CardPage {
  return note.kind === 'entity' ? entityPage(note) : { kind: 'note', id: note.id, note, title: note.quote };
}

/** Smaller is graver. A name comes before the agreeing claim around it, since the pointer rests on the name. */
function gravity(note: Note): number {
  if (note.kind === 'claim') return note.relation === 'contradicts' ? 0 : 6;
  if (note.kind === 'attribution') return attributionGravity[note.source];
  return kindGravity[note.kind];
}

const kindGravity = { consistency: 1, bias: 2, entity: 5, language: 8 } as const;
/** Anonymous and collective sources are what a reader should not miss; a named one is a service; none is the article's own voice. */
const attributionGravity: Readonly<Record<SourceClass, number>> = { anonymous: 3, collective: 3, media: 3, named: 4, institution: 4, none: 7 };

/** The text key of the page's kind. */
export function pageKind(page: CardPage): TextKey {
  if (page.kind !== 'note') return `kind.${page.kind}`;
  if (page.note.kind === 'claim' && page.note.relation === 'contradicts') return 'kind.claim_differs';
  return `kind.${page.note.kind}`;
}

/** Which of the marks' shapes stands for it. */
export function pageTone(page: CardPage): string {
  if (page.kind !== 'note') return page.kind;
  if (page.note.kind === 'claim' && page.note.relation === 'contradicts') return 'differs';
  return page.note.kind === 'consistency' ? 'differs' : page.note.kind;
}
