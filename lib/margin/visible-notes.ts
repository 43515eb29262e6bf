/**
 * How much stands on the page: from all notes to those that the reader's density lets through. Pure.
 *
 *   core        first mention of each entity in a section, central claims where they are first said, differing claims, contradictions
 *   normal      and all claims, who says it, bias notes that are certain
 *   everything  all
 *
 * A section runs from heading to heading. Where headings are missing or far apart, `longSection` blocks count as one, so that
 * a reader who has scrolled down still meets the mark.
 */
import type { Density } from '../messages/calls.ts';
import type { Block, ClaimNote, Note } from '../model.ts';

/** How many blocks without a heading are read as one section: about two screens of prose. */
const longSection = 12;

/** Confidence (0..1) from which a note on wording or on a contradiction counts as certain. */
const certain = 0.8;

export interface Visibility {
  density: Density;
  /** Kinds switched off by the reader. */
  hidden: readonly string[];
}

/**
 * Takes notes ordered by begin, the article's blocks (may be empty) and the reader's wishes; gives the notes to mark, in order.
 * Notes about the reader's own flags are private and never among them: the closed overlay draws those.
 */
export function visibleNotes(notes: readonly Note[], blocks: readonly Block[], wishes: Visibility): Note[] {
  const hidden = new Set(wishes.hidden);
  const isFirst = firstInSection(blocks);
  const said = new Set<string>();
  const isNews = (note: ClaimNote): boolean => said.size < said.add(note.claim).size;
  return notes.filter((note) => {
    if (hidden.has(note.kind) || isOwnFlag(note)) return false;
    return wishes.density === 'everything' || isWanted(note, wishes.density, isFirst, isNews);
  });
}

/** Whether a note says that the article repeats a claim of the reader's own: its claim is a flag, which alone has a UUID for an id. */
export function isOwnFlag(note: Note): boolean {
  return note.kind === 'claim' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(note.claim);
}

function isWanted(note: Note, density: 'core' | 'normal', isFirst: (entity: string, at: number) => boolean, isNews: (note: ClaimNote) => boolean): boolean {
  if (note.kind === 'entity') return isFirst(note.entity, note.begin);
  if (note.kind === 'consistency') return note.confidence >= certain;
  if (note.kind === 'claim') return density === 'normal' || isCore(note, isNews);
  if (density === 'core') return false;
  if (note.kind === 'attribution') return note.source !== 'none';
  return note.kind === 'bias' && note.confidence >= certain;
}

/** On an article that says much of what a source says, nearly every sentence agrees with it: what matters most is marked, once. */
function isCore(note: ClaimNote, isNews: (note: ClaimNote) => boolean): boolean {
  return note.relation === 'contradicts' || (note.relation === 'supports' && note.central === true && isNews(note));
}

/** Gives a question with a memory: is this the first time that the entity is asked for in the section around the offset? */
function firstInSection(blocks: readonly Block[]): (entity: string, at: number) => boolean {
  const begins = sectionBegins(blocks);
  const seen = new Set<string>();
  let section = 0;
  return (entity, at) => {
    while (section < begins.length && begins[section]! <= at) section += 1;
    const key = `${section} ${entity}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}

/** Offsets at which a new section begins, in order. */
function sectionBegins(blocks: readonly Block[]): number[] {
  const begins: number[] = [];
  let length = 0;
  for (const block of blocks) {
    if (block.kind === 'heading' || length >= longSection) {
      begins.push(block.begin);
      length = 0;
    } else {
      length += 1;
    }
  }
  return begins;
}
