/** Drafts become notes here: offsets of the original text, stable ids, the quoted hull, and the document's order. */
import type { AttributionNote, Draft, Note, NoteKind, Span } from './model.ts';
import type { CleanText } from './text/clean-text.ts';

type AnyDraft = Draft<Note>;

/** Seals drafts found in `clean.text` as notes of `original`. Two drafts that would be the same note become one. */
export function sealNotes(drafts: readonly AnyDraft[], clean: CleanText, original: string): Note[] {
  const notes = new Map<string, Note>();
  const attributionIds = idsOfAttributions(drafts, clean);
  for (const draft of drafts) {
    const [begin, end] = clean.toOriginal([draft.begin, draft.end]);
    const id = noteId(draft.kind, draft.rule, begin, end);
    if (notes.has(id)) continue;
    const chain = draft.kind === 'attribution' ? { chain: draft.chain.map((index) => attributionIds[index]).filter((one) => one !== undefined) } : undefined;
    notes.set(id, { ...draft, ...spansInOriginal(draft, clean), begin, end, quote: original.slice(begin, end), id, ...chain } as Note);
  }
  return [...notes.values()].sort((a, b) => a.begin - b.begin || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** A stable id: the same kind, rule and place give the same id (FNV-1a, 64 bit in two halves, base 36). */
export function noteId(kind: NoteKind, rule: string, begin: number, end: number): string {
  const key = `${kind}|${rule}|${begin}|${end}`;
  return `${kind[0]}${fnv1a(key, 0x811c9dc5).toString(36)}${fnv1a(key, 0x01000193).toString(36)}`;
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Ids in the order in which the attribution engine returned its drafts, for their chains. */
function idsOfAttributions(drafts: readonly AnyDraft[], clean: CleanText): string[] {
  return drafts
    .filter((draft): draft is Draft<AttributionNote> => draft.kind === 'attribution')
    .map((draft) => noteId('attribution', draft.rule, ...clean.toOriginal([draft.begin, draft.end])));
}

/** The kind's own spans, moved to the original's offsets. */
function spansInOriginal(draft: AnyDraft, clean: CleanText): Partial<AnyDraft> | undefined {
  if (draft.kind !== 'attribution' && draft.kind !== 'consistency') return undefined;
  const move = (spans: readonly Span[]): Span[] => spans.map((span) => clean.toOriginal(span));
  if (draft.kind === 'attribution') return { content: move(draft.content), speaker: move(draft.speaker), cue: move(draft.cue) };
  return { spans: move(draft.spans) };
}
