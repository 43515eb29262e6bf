/**
 * Finds what a text says about the dataset's claims. Places that hold the source's own words come first; then each sentence is
 * read once and compared with the claims about those it names. Few notes and certain ones.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { AttributionNote, Claim, ClaimNote, Draft, EntityNote } from '../model.ts';
import { firstFrom } from '../text/halve.ts';
import { keep } from '../text/keep.ts';
import type { Reading, Sentence } from '../text/reading.ts';
import { claimIndexOf, type ClaimIndex, type IndexedClaim } from './claim-index.ts';
import { compareClaim } from './compare-claim.ts';
import type { ClaimVerdict } from './claim-verdict.ts';
import { allContentWords, contentWordsIn } from './content-words.ts';
import { hasPolarity, isDenied, isNegated } from './polarity.ts';
import { participantsBySentence } from './participants.ts';
import { quantitiesIn } from './quantities-in.ts';
import { type FoundParticipant, isQuestion, Statement } from './statements.ts';
import { findVerbatim } from './verbatim.ts';

/** Longer sentences are no sentences: a page without full stops is not compared. */
const longestSentence = 1500;
const mostNotes = 4;
/** How far around a literal place its negation may stand. */
const lookedBack = 80;
const lookedAhead = 40;
/** Line break . ! ? and with them , ; : */
const sentenceMarks = [0x0a, 0x2e, 0x21, 0x3f];
const clauseMarks = [...sentenceMarks, 0x2c, 0x3b, 0x3a];

interface Match extends ClaimVerdict {
  indexed: IndexedClaim;
}

/** Finds sentences that state a claim of the dataset, say it differently, or only touch on it. */
export function matchClaims(
  reading: Reading,
  entities: readonly Draft<EntityNote>[],
  _attributions: readonly Draft<AttributionNote>[],
  dataset: Dataset,
): Draft<ClaimNote>[] {
  const index = claimIndexOf(dataset);
  if (index.all.length === 0) return [];
  const verbatim = findVerbatim(reading, dataset).filter((place) => !isTakenBack(reading, place));
  const notes = verbatim.map(({ claim, begin, end }) => noteOf(claim, { relation: 'supports', confidence: 0.98, begin, end }));
  const participants = participantsBySentence(reading, entities, dataset);
  let next = 0;
  reading.sentences.forEach((sentence, at) => {
    const found = participants[at]!;
    while (next < verbatim.length && verbatim[next]!.begin < sentence.begin) next += 1;
    if (found.length === 0 || sentence.end - sentence.begin > longestSentence) return;
    const literal = new Set<string>();
    for (let place = next; place < verbatim.length && verbatim[place]!.begin < sentence.end; place += 1) literal.add(verbatim[place]!.claim.id);
    for (const match of matchSentence(reading, sentence, found, index, dataset, literal)) {
      notes.push(noteOf(match.indexed.claim, match));
    }
  });
  return notes.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

/**
 * Whether the words around a literal place take it back: a negation right before or after it, or a verb of denial before it
 * (`Bezos bestreitet: „…“`). Only the next few words count, since the same sentence may go on with something else.
 */
function isTakenBack(reading: Reading, { begin, end }: { begin: number; end: number }): boolean {
  const { text } = reading;
  const turns = turningPlaces(reading);
  if (!isAnyBetween(turns, begin - lookedBack, begin) && !isAnyBetween(turns, end, end + lookedAhead)) return false;
  let from = begin;
  while (from > Math.max(0, begin - lookedBack) && !sentenceMarks.includes(text.charCodeAt(from - 1))) from -= 1;
  let to = end;
  while (to < Math.min(text.length, end + lookedAhead) && !clauseMarks.includes(text.charCodeAt(to))) to += 1;
  if (!isAnyBetween(turns, from, begin) && !isAnyBetween(turns, end, to)) return false;
  const before = contentWordsIn(reading, from, begin);
  return isNegated(before.slice(-4)) || isNegated(contentWordsIn(reading, end, to).slice(0, 2)) || isDenied(before);
}

/** Where words begin that can negate or deny: few, and most literal places stand far from all of them. */
const turningPlaces = keep((reading: Reading): readonly number[] => {
  const places: number[] = [];
  for (const { begin, signs } of allContentWords(reading)) if (hasPolarity(signs)) places.push(begin);
  return places;
});

/** Whether one of ascending numbers lies in `[low, high)`. */
function isAnyBetween(numbers: readonly number[], low: number, high: number): boolean {
  const at = firstFrom(numbers, low);
  return at < numbers.length && numbers[at]! < high;
}

function matchSentence(
  reading: Reading, sentence: Sentence, found: readonly FoundParticipant[], index: ClaimIndex, dataset: Dataset, literal: ReadonlySet<string>,
): Match[] {
  const { begin, end } = sentence;
  if (isQuestion(reading.text, end)) return [];
  const words = contentWordsIn(reading, begin, end);
  const touched = index.stems.touchedBy(words);
  const named = new Set(found.map((one) => one.id));
  const candidates = index.finder.find(words, touched, quantitiesIn(reading, sentence).length > 0, named).filter(({ claim }) => !literal.has(claim.id));
  if (candidates.length === 0) return [];
  const statement = new Statement(reading, sentence, found, words);
  const comparison = {
    text: reading.text, dataset, statement, touched,
    siblings: (indexed: IndexedClaim) => (index.byEntity.get(indexed.claim.subject) ?? []).filter((other) => other !== indexed && other.claim.subject === indexed.claim.subject && other.claim.predicate === indexed.claim.predicate),
  };
  const matches: Match[] = [];
  for (const indexed of candidates) {
    const verdict = compareClaim(comparison, indexed);
    if (verdict) matches.push({ ...verdict, indexed });
  }
  if (matches.length === 0) return matches;
  const differing = matches.filter((match) => match.relation === 'contradicts');
  return matches
    .filter((match) => !(match.relation === 'contradicts' && literal.size > 0))
    .filter((match) => match.relation === 'contradicts' || !differing.some((other) => areNeighbours(match.indexed.claim, other.indexed.claim)))
    .sort((a, b) => Number(b.relation === 'contradicts') - Number(a.relation === 'contradicts') || b.confidence - a.confidence)
    .filter((match, at, all) => !all.slice(0, at).some((better) => saySame(better.indexed.claim, match.indexed.claim)))
    .slice(0, mostNotes);
}

/** Claims alike in all but their wording: the surest one speaks for all. */
function saySame(one: Claim, other: Claim): boolean {
  return one.subject === other.subject && one.predicate === other.predicate && one.objects.join() === other.objects.join() && one.objects.length > 0 && one.quantity?.value === other.quantity?.value;
}

/** Two claims of one sentence of the source: where a text differs from one, it is not shown as support for the other. */
function areNeighbours(one: Claim, other: Claim): boolean {
  return one.evidence.some((a) => other.evidence.some((b) => a.source === b.source && a.begin - 40 < b.end && b.begin < a.end + 40));
}

function noteOf(claim: Claim & { pack: string }, verdict: ClaimVerdict): Draft<ClaimNote> {
  const { relation, difference, confidence, begin, end } = verdict;
  const reason = difference
    ? { key: `reason.claim.${difference.field}${difference.mayHaveChanged ? '_changed' : ''}`, values: [difference.here, difference.there] }
    : { key: `reason.claim.${relation}`, values: [claim.statement] };
  return { kind: 'claim', begin, end, rule: claim.id, confidence, reason, claim: claim.id, relation, ...(claim.central ? { central: true } : {}), ...(difference ? { difference } : {}), pack: claim.pack };
}
