/** What was found, put together for the lists: names by entity, statements by source, wording by category. Pure. */
import type { AnnotationDocument, AttributionNote, BiasNote, ClaimNote, ClaimRelation, ConsistencyNote, EntityNote, EntityType, LanguageNote, Note, SourceClass } from '../../lib/model.ts';
import { capitalised } from '../words.ts';

export interface NameGroup {
  entity: string;
  label: string;
  notes: readonly EntityNote[];
}

/** Places and concepts are what an article mentions; people and makers are what it is about. */
const inTheBackground: ReadonlySet<EntityType> = new Set(['place', 'concept']);

/** One group for each entity: those it is about before places and concepts, those named most often first. */
export function namesOf(notes: readonly Note[]): readonly NameGroup[] {
  const rank = (group: NameGroup) => (group.notes.some((note) => inTheBackground.has(note.type)) ? 1 : 0);
  const groups = Map.groupBy(notes.filter((note) => note.kind === 'entity'), (note) => note.entity);
  return [...groups]
    .map(([entity, found]) => ({ entity, label: found[0]?.label ?? entity, notes: found }))
    .sort((a, b) => rank(a) - rank(b) || b.notes.length - a.notes.length || a.label.localeCompare(b.label, 'de'));
}

const relationOrder: readonly ClaimRelation[] = ['contradicts', 'supports', 'mentions'];

export interface ClaimGroup {
  relation: ClaimRelation;
  notes: readonly ClaimNote[];
  /** The same notes, those of one stretch of text together. */
  places: readonly (readonly [ClaimNote, ...ClaimNote[]])[];
}

/** Claims of the dataset by relation: those that differ come first. A reader's own flags are not among them. */
export function claimsOf(notes: readonly Note[], flags: ReadonlySet<string>): readonly ClaimGroup[] {
  const claims = notes.filter((note): note is ClaimNote => note.kind === 'claim' && !flags.has(note.claim));
  return relationOrder.flatMap((relation) => {
    const found = claims.filter((note) => note.relation === relation);
    const places = [...Map.groupBy(found, (note) => `${note.begin}-${note.end}`).values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));
    return found.length > 0 ? [{ relation, notes: found, places }] : [];
  });
}

export interface SourceGroup {
  key: string;
  /** Whose words they are; empty where nobody is named. */
  name: string;
  source: SourceClass;
  notes: readonly AttributionNote[];
}

/** One group for each source, those with most statements first, and what nobody is named for at the end. */
export function sourcesOf({ notes, text }: Pick<AnnotationDocument, 'notes' | 'text'>): readonly SourceGroup[] {
  const labels = new Map(notes.flatMap((note) => (note.kind === 'entity' ? [[note.entity, note.label] as const] : [])));
  const nameOf = (note: AttributionNote): string => {
    if (note.source === 'none') return '';
    const words = note.speaker.map(([begin, end]) => text.slice(begin, end)).join(' ');
    return (note.entity && labels.get(note.entity)) || note.speakerName || capitalised(words);
  };
  const attributions = notes.filter((note) => note.kind === 'attribution');
  const groups = Map.groupBy(attributions, (note) => (note.source === 'none' ? 'none' : note.entity ?? nameOf(note).toLocaleLowerCase('de')));
  return [...groups]
    .map(([key, found]) => ({ key, name: found[0] ? nameOf(found[0]) : '', source: found[0]?.source ?? 'none', notes: found }))
    .sort((a, b) => Number(a.source === 'none') - Number(b.source === 'none') || b.notes.length - a.notes.length);
}

export type WordingNote = BiasNote | LanguageNote | ConsistencyNote;

/** Wording by category: where the article disagrees with itself, then how it judges, then its language; commoner categories first. */
export function wordingOf(notes: readonly Note[]): readonly { kind: WordingNote['kind']; category: string; notes: readonly WordingNote[] }[] {
  const order = { consistency: 0, bias: 1, language: 2 } as const;
  const wording = notes.filter((note): note is WordingNote => note.kind in order);
  return [...Map.groupBy(wording, (note) => `${note.kind}.${note.category}`).values()]
    .flatMap((found) => (found[0] ? [{ kind: found[0].kind, category: found[0].category, notes: found }] : []))
    .sort((a, b) => order[a.kind] - order[b.kind] || b.notes.length - a.notes.length);
}
