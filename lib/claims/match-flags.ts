/** Finds a reader's flagged claims again in a text: to the letter, or in other words where they are telling enough. */
import type { Dataset } from '../dataset/dataset.ts';
import { piecesOf } from '../match/pieces.ts';
import type { ClaimNote, Draft, EntityNote, Flag } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { compareFlag, type FlagSentence } from './compare-flag.ts';
import type { ClaimVerdict } from './claim-verdict.ts';
import { type ContentWord, contentWordsIn } from './content-words.ts';
import { type FlagIndex, type IndexedFlag, flagIndexOf } from './flag-index.ts';
import { quantitiesIn } from './quantities-in.ts';
import { sentenceStems } from './word-overlap.ts';

const longestSentence = 1500;
/** Notes about flags belong to no dataset; this stands where the pack's id would. */
const pack = 'flags';
const none: readonly IndexedFlag[] = [];

/** Finds sentences that repeat a claim the reader flagged, on any page, whether or not a dataset knows whom it names. A flag with too few content words matches only to the letter. */
export function matchFlags(reading: Reading, _entities: readonly Draft<EntityNote>[], flags: readonly Flag[], _dataset: Dataset): Draft<ClaimNote>[] {
  if (flags.length === 0) return [];
  const index = flagIndexOf(flags);
  const notes = literalNotes(reading, index);
  const literal = new Set(notes.map((note) => note.claim));
  for (const stretch of index.hasRich ? reading.sentences : []) {
    const { begin, end } = stretch;
    if (end - begin > longestSentence) continue;
    const words = contentWordsIn(reading, begin, end);
    const candidates = candidatesFor(words, index);
    if (candidates.size === 0) continue;
    const sentence: FlagSentence = { text: reading.text, begin, end, words, stems: sentenceStems(words), quantities: quantitiesIn(reading, stretch) };
    for (const indexed of candidates) {
      if (literal.has(indexed.flag.id)) continue;
      const verdict = compareFlag(sentence, indexed);
      if (verdict) notes.push(noteOf(indexed.flag, verdict));
    }
  }
  // The order says nothing of which other flags there are.
  return notes.sort((a, b) => a.begin - b.begin || b.end - a.end || (a.claim < b.claim ? -1 : 1));
}

/** The flags that a sentence of these words may repeat: at least one of their rarest words stands in it. */
export function candidatesFor(words: readonly ContentWord[], index: FlagIndex): Set<IndexedFlag> {
  const found = new Set<IndexedFlag>();
  for (const { word } of words) for (const flag of index.flagsOf(word)) found.add(flag);
  return found;
}

/** Places where a flag's words stand in a row, whatever signs and spaces are between them. */
function literalNotes(reading: Reading, index: FlagIndex): Draft<ClaimNote>[] {
  const { begins, ends, words } = piecesOf(reading);
  const notes: Draft<ClaimNote>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const bySecond = index.byStart.get(words[at]!.lower);
    if (!bySecond) continue;
    for (const second of at + 1 < words.length ? ['', words[at + 1]!.lower] : ['']) {
      for (const indexed of bySecond.get(second) ?? none) {
        const wanted = indexed.literal;
        if (wanted.some((word, step) => words[at + step]?.lower !== word)) continue;
        notes.push(noteOf(indexed.flag, { relation: 'supports', confidence: 1, begin: begins[at]!, end: ends[at + wanted.length - 1]! }));
      }
    }
  }
  return notes;
}

function noteOf(flag: Flag, { relation, difference, confidence, begin, end }: ClaimVerdict): Draft<ClaimNote> {
  const reason = difference
    ? { key: `reason.claim.${difference.field}${difference.mayHaveChanged ? '_changed' : ''}`, values: [difference.here, difference.there] }
    : { key: confidence === 1 ? 'reason.claim.flag_literal' : 'reason.claim.flag_supports', values: [flag.quote.exact] };
  return { kind: 'claim', begin, end, rule: flag.id, confidence, reason, claim: flag.id, relation, ...(difference ? { difference } : {}), pack };
}
