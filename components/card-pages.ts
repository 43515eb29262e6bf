/** What a card can show, and in which order: the rarer and graver thing first, then the shorter stretch of text. */
import type { ClaimNote, EntityNote, Note, PlacedFlag, SourceClass } from '../lib/model.ts';
import type { TextKey } from '../lib/texts/texts.ts';

export type CardPage =
  | { kind: 'note'; id: string; note: Exclude<Note, EntityNote | ClaimNote>; title: string }
  | { kind: 'claim'; id: string; notes: readonly [ClaimNote, ...ClaimNote[]]; title: string }
  | { kind: 'entity'; id: string; entity: string; title: string }
  | { kind: 'flag'; id: string; placed: PlacedFlag; title: string };

/**
 * Everything at one place as pages, gravest first. A name that several notes mark is one page, and so are the claims that agree
 * with the sources; a claim that is a flag is the flag's.
 */
export function pagesAt(notes: readonly Note[], flags: readonly PlacedFlag[]): readonly CardPage[] {
  const flagged = new Set(flags.map((placed) => placed.flag.id));
  const seen = new Set<string>();
  const pages: CardPage[] = flags.map((placed) => ({ kind: 'flag', id: placed.flag.id, placed, title: placed.flag.quote.exact }));
  for (const note of [...notes].sort((a, b) => gravity(a) - gravity(b) || a.end - a.begin - (b.end - b.begin))) {
    if (note.kind === 'claim' && flagged.has(note.claim)) continue;
    const page = notePage(note);
    const same = page.kind === 'claim' ? pages.findIndex((other) => other.kind === 'claim' && isAgreeing(other) && isAgreeing(page)) : -1;
    if (seen.has(page.id)) continue;
    seen.add(page.id);
    if (same >= 0) pages[same] = joined(pages[same], page);
    else pages.push(page);
  }
  return pages;
}

/** The page of a name: the same wherever it stands. */
export function entityPage(note: Pick<EntityNote, 'entity' | 'label'>): CardPage {
  return { kind: 'entity', id: note.entity, entity: note.entity, title: note.label };
}

/** The page of any note. */
export function notePage(note: Note): CardPage {
  if (note.kind === 'entity') return entityPage(note);
  if (note.kind === 'claim') return { kind: 'claim', id: note.id, notes: [note], title: note.quote };
  return { kind: 'note', id: note.id, note, title: note.quote };
}

/** Whether a page's claims agree with the sources: then they need no page of their own. */
function isAgreeing(page: CardPage): boolean {
  return page.kind === 'claim' && page.notes[0].relation !== 'contradicts';
}

/** Two pages of claims as one, under the words of the first. */
function joined(first: CardPage | undefined, second: CardPage): CardPage {
  return first?.kind === 'claim' && second.kind === 'claim' ? { ...first, notes: [...first.notes, ...second.notes] } : second;
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
  if (page.kind === 'note') return `kind.${page.note.kind}`;
  return page.kind === 'claim' && !isAgreeing(page) ? 'kind.claim_differs' : `kind.${page.kind}`;
}

/** Which of the marks' shapes stands for it. */
export function pageTone(page: CardPage): string {
  if (page.kind === 'note') return page.note.kind === 'consistency' ? 'differs' : page.note.kind;
  return page.kind === 'claim' && !isAgreeing(page) ? 'differs' : page.kind;
}
