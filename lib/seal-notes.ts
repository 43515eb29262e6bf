/** Drafts become notes here: offsets of the original text, stable ids, the quoted hull, and the document's order. */
import type { AttributionNote, Draft, Note, NoteKind, Span } from './model.ts';
import type { CleanText } from './text/clean-text.ts';
import { remember } from './text/remember.ts';

type AnyDraft = Draft<Note>;

/**
 * Seals drafts found in `clean.text` as notes of `original`, those of rules that `speaks` lets through. Two drafts that would be
 * the same note become one.
 */
export function sealNotes(drafts: readonly AnyDraft[], clean: CleanText, original: string, speaks: (rule: string) => boolean = () => true): Note[] {
  const notes: Note[] = [];
  const attributionIds = idsOfAttributions(drafts, clean);
  for (const draft of drafts) {
    if (!speaks(draft.rule)) continue;
    const [begin, end] = clean.toOriginal([draft.begin, draft.end]);
    notes.push(sealed(draft, begin, end, original.slice(begin, end), noteId(draft.kind, draft.rule, begin, end), clean, attributionIds));
  }
  return notes.sort(inOrder).filter((note, at) => !isSame(note, notes[at - 1]));
}

/** Whether a note repeats the one before. Places are compared first: ids are put together only when they are looked at. */
function isSame(note: Note, before: Note | undefined): boolean {
  return before !== undefined && note.begin === before.begin && note.end === before.end && note.id === before.id;
}

/** The document's order. Notes of one id stand side by side, the first draft's first. */
function inOrder(a: Note, b: Note): number {
  return a.begin - b.begin || b.end - a.end || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** One note. Kinds apart: an engine copies objects of few shapes several times as fast as of many. */
function sealed(draft: AnyDraft, begin: number, end: number, quote: string, id: string, clean: CleanText, attributionIds: readonly string[]): Note {
  const move = (spans: readonly Span[]): Span[] => spans.map((span) => clean.toOriginal(span));
  switch (draft.kind) {
    case 'entity': return { ...draft, begin, end, quote, id };
    case 'claim': return { ...draft, begin, end, quote, id };
    case 'bias': return { ...draft, begin, end, quote, id };
    case 'language': return { ...draft, begin, end, quote, id };
    case 'consistency': return { ...draft, spans: move(draft.spans), begin, end, quote, id };
    case 'attribution': return {
      ...draft, content: move(draft.content), speaker: move(draft.speaker), cue: move(draft.cue), begin, end, quote, id,
      chain: draft.chain.map((index) => attributionIds[index]).filter((one) => one !== undefined),
    };
  }
}

/** A stable id: the same kind, rule and place give the same id (FNV-1a of `kind|rule|begin|end`, 64 bit in two halves, base 36). */
export function noteId(kind: NoteKind, rule: string, begin: number, end: number): string {
  const [upper, lower] = openingOf[kind](rule);
  return kind.charAt(0) + base36(withPlace(upper, begin, end)) + base36(withPlace(lower, begin, end));
}

/** Both hashes of `kind|rule|`: a page has many notes of the same few rules. */
const openingsOf = (kind: NoteKind): ((rule: string) => readonly [upper: number, lower: number]) => {
  const ofKind = withText([0x811c9dc5, 0x01000193], kind);
  return remember((rule) => withText(ofKind, rule), 512);
};

const openingOf: Readonly<Record<NoteKind, ReturnType<typeof openingsOf>>> = {
  entity: openingsOf('entity'), claim: openingsOf('claim'), attribution: openingsOf('attribution'), bias: openingsOf('bias'),
  language: openingsOf('language'), consistency: openingsOf('consistency'),
};

/** The hash goes on over `begin|end` and is done. */
function withPlace(state: number, begin: number, end: number): number {
  return withNumber(withSign(withNumber(state, begin)), end) >>> 0;
}

/** Both hashes go on over a text and the sign behind it: side by side, since a page's own id is made of its whole text. */
function withText([fromUpper, fromLower]: readonly [number, number], text: string): readonly [upper: number, lower: number] {
  let [upper, lower] = [fromUpper, fromLower];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    upper = Math.imul(upper ^ code, 0x01000193);
    lower = Math.imul(lower ^ code, 0x01000193);
  }
  return [withSign(upper), withSign(lower)];
}

/** The hash goes on over the `|` that stands between two fields. */
function withSign(state: number): number {
  return Math.imul(state ^ 124, 0x01000193);
}

/** The hash goes on over a number's decimal digits, without making a string of it. Offsets have 31 bits at most. */
function withNumber(state: number, value: number): number {
  const head = (value / 10) | 0;
  return Math.imul((head === 0 ? state : withNumber(state, head)) ^ (48 + value - 10 * head), 0x01000193);
}

/** Two digits of base 36 each, and all that may stand before two such pairs in 32 bits. */
const pairs = Array.from({ length: 36 ** 2 }, (_, value) => value.toString(36).padStart(2, '0'));
const uppers = Array.from({ length: Math.ceil(2 ** 32 / 36 ** 4) }, (_, value) => value.toString(36));

/** As `value.toString(36)`, for 32 bits without a sign, from tables: engines write such numbers digit by digit, at many times the cost. */
function base36(value: number): string {
  const upper = Math.floor(value / 36 ** 4);
  if (upper === 0) return value.toString(36);
  const lower = value - upper * 36 ** 4;
  return uppers[upper]! + pairs[Math.floor(lower / 36 ** 2)]! + pairs[lower % 36 ** 2]!;
}

/** Ids in the order in which the attribution engine returned its drafts, for their chains; none where there is no chain. */
function idsOfAttributions(drafts: readonly AnyDraft[], clean: CleanText): string[] {
  const attributions = drafts.filter((draft): draft is Draft<AttributionNote> => draft.kind === 'attribution');
  return attributions.every(({ chain }) => chain.length === 0) ? [] : attributions.map((draft) => noteId('attribution', draft.rule, ...clean.toOriginal([draft.begin, draft.end])));
}
