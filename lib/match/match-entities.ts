/**
 * Finds the dataset's names in a text. First all names that speak for themselves, then, from left to right, the ambiguous ones,
 * each weighed by what stands around it and by what the text has already named. No two notes overlap; the longest name wins.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Draft, EntityNote } from '../model.ts';
import { isApostropheCode } from '../text/characters.ts';
import { halve } from '../text/halve.ts';
import { keep } from '../text/keep.ts';
import type { Reading } from '../text/reading.ts';
import { type Circumstances, isMisleading, needed, type Sign, weigh } from './ambiguity.ts';
import { type Candidate, candidatesAt, type Scene } from './candidates.ts';
import { openingsIn } from './dataset-places.ts';
import { type FormIndex, formIndexOf } from './form-index.ts';
import { belongsToAnother } from './other-person.ts';
import { piecesOf } from './pieces.ts';
import { businessKey, findWitnesses, hasBetween, sentenceAt } from './surroundings.ts';

/** Finds the dataset's names in a text: through inflection and composition, longest first, ambiguous ones only in context. */
export function matchEntities(reading: Reading, dataset: Dataset): Draft<EntityNote>[] {
  const index = formIndexOf(dataset);
  const scene: Scene = { text: reading.text, pieces: piecesOf(reading), inCapitals: capitalsIn(reading) };
  const { certain, uncertain } = sift(scene, index, openingsIn(reading, dataset, index));
  const notes = certain.map((candidate) => noteOf(reading, candidate, none));
  if (uncertain.length === 0) return notes;
  for (const { candidate, signs } of weighAll(reading, scene, certain, uncertain, dataset)) notes.push(noteOf(reading, candidate, signs));
  return notes.sort((a, b) => a.begin - b.begin);
}

/** A name with what speaks for it; nothing need speak for one that speaks for itself. */
interface Weighed {
  candidate: Candidate;
  signs: readonly Sign[];
}

const none: readonly Sign[] = [];

/** One pass: what is certain, and what needs context. Of overlapping names the leftmost longest stays. */
function sift(scene: Scene, index: FormIndex, openings: readonly number[]): { certain: Candidate[]; uncertain: Candidate[] } {
  const certain: Candidate[] = [];
  const uncertain: Candidate[] = [];
  const barredUntil = new Map<string, number>();
  const isFree = ({ form, end }: Candidate): boolean => !form.excludes && (barredUntil.size === 0 || end > (barredUntil.get(form.entity.id) ?? 0));
  let free = 0;
  for (const at of openings) {
    if (at < free) continue;
    const candidates = candidatesAt(scene, at, index);
    if (candidates.length === 0) continue;
    for (const candidate of candidates) {
      const { form: { excludes, entity }, end } = candidate;
      if (excludes && !opensCompound(scene, candidate)) barredUntil.set(entity.id, Math.max(barredUntil.get(entity.id) ?? 0, end));
    }
    const best = candidates.find((candidate) => isFree(candidate) && !belongsToAnother(scene, candidate) && !isMisleading(scene, candidate));
    if (!best) continue;
    if (best.form.ambiguous) uncertain.push(...candidates.filter((candidate) => candidate.end === best.end && isFree(candidate)));
    else certain.push(best);
    free = best.last + 1;
  }
  return { certain, uncertain };
}

/** `dem Alphabet` bars a name, `dem Alphabet-Konzern` does not: the phrase ends in the name, and a compound goes on. */
function opensCompound(scene: Scene, candidate: Candidate): boolean {
  return scene.text.charAt(candidate.end) === '-' && candidate.form.entity.forms.some((form) => form.text === candidate.form.pieces.at(-1));
}

/** Weighs the ambiguous names from left to right; each accepted one becomes context for the next. */
function weighAll(reading: Reading, scene: Scene, certain: readonly Candidate[], uncertain: readonly Candidate[], dataset: Dataset): Weighed[] {
  const witnesses = findWitnesses(reading, dataset);
  const related = relatedOf(dataset);
  const weighed = new Set(uncertain.map(({ form }) => form.entity.id));
  const longer = new Map<string, { at: number; words: string }>();
  const likeNames = new Set<number>();
  const relatedPlaces = new Map<string, number[]>();
  /** The same for names accepted on the way, which come in order too. */
  const laterPlaces = new Map<string, number[]>();
  const remember = (found: Candidate): void => {
    const { entity } = found.form;
    if (!longer.has(entity.id)) longer.set(entity.id, { at: found.begin, words: scene.text.slice(found.begin, found.end) });
    if (entity.type !== 'place' && entity.type !== 'concept') for (let piece = found.first; piece <= found.last; piece += 1) likeNames.add(piece);
  };
  const speakFor = (found: Candidate, map: Map<string, number[]>): void => {
    for (const id of related.get(found.form.entity.id) ?? nobody) {
      if (!weighed.has(id)) continue;
      const places = map.get(id);
      if (places) places.push(found.first);
      else map.set(id, [found.first]);
    }
  };
  for (const found of certain) {
    remember(found);
    speakFor(found, relatedPlaces);
  }
  const accepted: Weighed[] = [];
  let barred = -1;
  for (const candidate of uncertain) {
    if (candidate.begin < barred) continue;
    const id = candidate.form.entity.id;
    const [from, to] = pieceRange(reading, scene, candidate);
    const own = witnesses.get(id);
    const places = relatedPlaces.get(id);
    const around: Circumstances = {
      ...(longer.has(id) ? { longerForm: longer.get(id)!.words } : {}),
      contextInSentence: hasBetween(own, from, to, candidate.first, candidate.last),
      contextNearby: hasBetween(own, from - 60, to + 60, candidate.first, candidate.last),
      relatedInSentence: hasBetween(places, from, to, candidate.first, candidate.last) || hasBetween(laterPlaces.get(id), from, to, candidate.first, candidate.last),
      relatedNearby: hasBetween(places, from - 60, to + 60, candidate.first, candidate.last),
      businessInSentence: hasBetween(witnesses.get(businessKey), from, to, candidate.first, candidate.last),
      isLikeName: (piece) => likeNames.has(piece),
    };
    const signs = weigh(scene, candidate, around);
    if (sumOf(signs) < needed + (candidate.form.pieces.join('').length === 1 ? 1 : 0)) continue;
    accepted.push({ candidate, signs });
    remember(candidate);
    speakFor(candidate, laterPlaces);
    barred = candidate.end;
  }
  return accepted;
}

const nobody: readonly string[] = [];

/** For each entity those it speaks for: it has a relation with them, in either direction. */
const relatedOf = keep(findRelated);

function findRelated(dataset: Dataset): Map<string, readonly string[]> {
  const related = new Map<string, Set<string>>();
  const add = (witness: string, id: string): void => {
    const speaksFor = related.get(witness) ?? new Set();
    related.set(witness, speaksFor.add(id));
  };
  for (const entity of dataset.entities.filter(({ relations }) => relations.length > 0)) {
    for (const relation of entity.relations) {
      add(relation.to, entity.id);
      add(entity.id, relation.to);
    }
  }
  return new Map(Array.from(related, ([id, others]) => [id, [...others]]));
}

/** The pieces of the candidate's sentence, at most 60 to each side: a text without a full stop stays linear. */
function pieceRange(reading: Reading, scene: Scene, candidate: Candidate): [from: number, to: number] {
  const sentence = reading.sentences[sentenceAt(reading, candidate.begin)];
  const least = sentence?.begin ?? candidate.begin;
  const most = sentence?.end ?? candidate.end;
  const from = firstPieceFrom(scene, Math.max(0, candidate.first - 60), candidate.first, least);
  const to = firstPieceFrom(scene, candidate.last, Math.min(scene.pieces.count - 1, candidate.last + 60), most) - 1;
  return [from, Math.max(to, candidate.last)];
}

/** Index of the first piece in `[low, high]` that begins at or after the offset, by halving; one past `high` when none does. */
function firstPieceFrom(scene: Scene, low: number, high: number, offset: number): number {
  return halve(low, high + 1, (at) => scene.pieces.begins[at]! < offset);
}

/** Whether an offset lies in a line set in capitals: at least two longer words, and no small letter among the longer words. */
function capitalsIn(reading: Reading): (offset: number) => boolean {
  const known = new Map<number, boolean>();
  return (offset) => {
    const index = sentenceAt(reading, offset);
    let capitals = known.get(index);
    if (capitals === undefined) {
      const sentence = reading.sentences[index];
      const words = sentence ? reading.text.slice(sentence.begin, Math.min(sentence.end, sentence.begin + 400)).match(/\p{L}{2,}/gu) ?? [] : [];
      capitals = words.length >= 2 && words.every((word) => word === word.toUpperCase());
      known.set(index, capitals);
    }
    return capitals;
  };
}

/** The span grows over a genitive apostrophe: `Musk’s`, `Bezos’`. A closing quotation mark is none. */
function withApostrophe(reading: Reading, found: Candidate): number {
  const { text } = reading;
  if (!isApostropheCode(text.charCodeAt(found.end))) return found.end;
  if (/^s(?![\p{L}\p{N}])/u.test(text.slice(found.end + 1, found.end + 3))) return found.end + 2;
  const bare = /[sßxzSXZ]$|ce$/.test(text.slice(found.begin, found.end)) && !/^[\p{L}\p{N}]/u.test(text.slice(found.end + 1, found.end + 2));
  const closes = isQuotedHere(text, found);
  return bare && !closes ? found.end + 1 : found.end;
}

/** Whether the sign after the name closes a quotation: one like it opened shortly before. */
function isQuotedHere(text: string, found: Candidate): boolean {
  const opening = text.charAt(found.end) === '’' ? /[‘‚›]/ : /['`´]/;
  const before = text.slice(Math.max(0, found.begin - 80), found.begin);
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (before[at] === '\n') return false;
    if (opening.test(before[at]!)) return !/[\p{L}\p{N}]/u.test(before.charAt(at - 1));
  }
  return false;
}

function sumOf(signs: readonly Sign[]): number {
  let sum = 0;
  for (const { weight } of signs) sum += weight;
  return sum;
}

/** The weightiest sign, the first of several; none where the name speaks for itself. */
function strongestOf(signs: readonly Sign[]): Sign | undefined {
  let strongest = signs[0];
  for (const sign of signs) if (sign.weight > strongest!.weight) strongest = sign;
  return strongest;
}

function noteOf(reading: Reading, found: Candidate, signs: readonly Sign[]): Draft<EntityNote> {
  const { entity } = found.form;
  const strongest = strongestOf(signs);
  return {
    kind: 'entity',
    begin: found.begin,
    end: withApostrophe(reading, found),
    rule: entity.id,
    confidence: strongest ? Math.min(0.95, 0.6 + 0.07 * sumOf(signs)) : found.form.pieces.length > 1 ? 0.99 : 0.97,
    reason: strongest
      ? { key: `reason.entity.${strongest.id}`, values: [entity.name, strongest.words] }
      : { key: 'reason.entity.form', values: [entity.name, entity.description] },
    entity: entity.id,
    label: entity.name,
    type: entity.type,
    pack: entity.pack,
  };
}
