/**
 * A short or common name counts only where the text gives it context. Each sign for or against has a weight; the name stands
 * from a sum of 2 on. A capital alone, at the start of a sentence or not, is no sign: German writes every noun with one.
 */
import type { EntityType } from '../model.ts';
import type { Candidate, Scene } from './candidates.ts';
import { syntax, wordTests } from './surroundings.ts';

export interface Sign {
  /** Last part of the message key `reason.entity.…`. */
  id: 'longer' | 'context' | 'related' | 'kind' | 'head' | 'verb' | 'list' | 'preposition' | 'business' | 'nearby' | 'against';
  weight: number;
  /** The words that make the sign, for the reader. */
  words: string;
}

/** What is known of the text beyond the candidate's neighbours. */
export interface Circumstances {
  /** The longer form already met in this text, as written. */
  longerForm?: string;
  contextInSentence: boolean;
  contextNearby: boolean;
  relatedInSentence: boolean;
  relatedNearby: boolean;
  businessInSentence: boolean;
  /** Whether an accepted name of a like type begins or ends at a piece. */
  isLikeName(piece: number): boolean;
}

export const needed = 2;

const actingTypes: ReadonlySet<EntityType> = new Set(['company', 'organisation', 'project', 'product']);

/** All signs for and against one candidate. */
export function weigh(scene: Scene, candidate: Candidate, around: Circumstances): Sign[] {
  const signs: Sign[] = [];
  const sign = (id: Sign['id'], weight: number, words = ''): void => void signs.push({ id, weight, words });
  if (around.longerForm !== undefined) sign('longer', 3, around.longerForm);
  if (around.contextInSentence) sign('context', 2);
  if (around.relatedInSentence) sign('related', 2);
  if (!around.contextInSentence && around.contextNearby) sign('nearby', 1);
  if (!around.relatedInSentence && around.relatedNearby) sign('nearby', 1);
  if (actingTypes.has(candidate.form.entity.type)) weighActing(scene, candidate, around, sign);
  if (candidate.form.entity.type === 'place') {
    const before = wordBefore(scene, candidate.first);
    if (before !== undefined && syntax.places.has(before.toLowerCase())) sign('preposition', 2, before);
  }
  weighAgainst(scene, candidate, around, sign);
  return signs;
}

/** Signs of use as an acting name: company, institution, project or product. */
function weighActing(scene: Scene, candidate: Candidate, around: Circumstances, sign: (id: Sign['id'], weight: number, words?: string) => void): void {
  const before = wordBefore(scene, candidate.first);
  const after = wordAfter(scene, candidate.last);
  const head = hyphenHead(scene, candidate);
  if (around.businessInSentence) sign('business', 1);
  const hasKind = before !== undefined && isCapitalised(before) && wordTests.isKind(before);
  if (hasKind) sign('kind', 2, before);
  if (head !== undefined && wordTests.isHead(head)) sign('head', 2, head);
  if (head !== undefined) return;
  const article = before !== undefined && syntax.articles.has(before.toLowerCase());
  const adjective = before !== undefined && !isCapitalised(before) && /(?:e|en|er|es|em)$/.test(before) && followsArticle(scene, candidate.first - 1);
  if (article || adjective) return sign('against', -3, before);
  const verb = [before, after].find((word) => word !== undefined && !isCapitalised(word) && wordTests.isActingVerb(word));
  if (verb !== undefined) sign('verb', 2, verb);
  if (before !== undefined && syntax.prepositions.has(before.toLowerCase())) sign('preposition', 1, before);
  if (isListed(scene, candidate, around)) sign('list', 2);
}

/** Signs of another meaning, for every type: a unit of measure, a compound whose first part only looks like the name, a larger name. */
function weighAgainst(scene: Scene, candidate: Candidate, around: Circumstances, sign: (id: Sign['id'], weight: number, words?: string) => void): void {
  const { text, pieces } = scene;
  const before = wordBefore(scene, candidate.first);
  if (before !== undefined && /^\d+$/.test(before)) sign('against', -9, before);
  const head = hyphenHead(scene, candidate);
  if (isMisleading(scene, candidate)) sign('against', -9, head);
  else if (head !== undefined && !around.contextInSentence && !wordTests.isHead(head)) sign('against', -1, head);
  const previous = candidate.first - 1;
  if (previous >= 0 && text.slice(pieces.ends[previous], candidate.begin) === '-') {
    const first = text.slice(pieces.begins[previous], pieces.ends[previous]).toLowerCase();
    if (!syntax.prefixes.has(first)) sign('against', -2, first);
  }
}

/** Whether a compound or the next word makes the name a thing of another kind: `Tesla-Spule`, `Amazon rainforest`. */
export function isMisleading(scene: Scene, candidate: Candidate): boolean {
  const { misleading } = candidate.form;
  if (!misleading) return false;
  const following = (hyphenHead(scene, candidate) ?? wordAfter(scene, candidate.last))?.toLowerCase();
  return following !== undefined && misleading.some((word) => following.startsWith(word));
}

/** Beside an accepted name of a like type: `OpenAI und Meta`, `Google, Meta`. */
function isListed(scene: Scene, candidate: Candidate, around: Circumstances): boolean {
  const { text, pieces } = scene;
  const left = candidate.first - 1;
  const right = candidate.last + 1;
  if (left >= 0) {
    const between = text.slice(pieces.ends[left], candidate.begin);
    if (between === ', ' && around.isLikeName(left)) return true;
    if (syntax.joiners.has(text.slice(pieces.begins[left], pieces.ends[left])) && left > 0 && around.isLikeName(left - 1)) return true;
  }
  if (right >= pieces.count) return false;
  const between = text.slice(candidate.end, pieces.begins[right]);
  if (between === ', ' && around.isLikeName(right)) return true;
  return syntax.joiners.has(text.slice(pieces.begins[right], pieces.ends[right])) && between === ' ' && around.isLikeName(right + 1);
}

/** The second part of a compound whose first part is the candidate: `Aktie` in `Meta-Aktie`. */
export function hyphenHead(scene: Scene, candidate: Candidate): string | undefined {
  const { text, pieces } = scene;
  const next = candidate.last + 1;
  if (next >= pieces.count || text.slice(candidate.end, pieces.begins[next]) !== '-') return undefined;
  let last = next;
  while (last + 1 < pieces.count && last < next + 4 && text.slice(pieces.ends[last], pieces.begins[last + 1]) === '-') last += 1;
  return text.slice(pieces.begins[last], pieces.ends[last]);
}

function followsArticle(scene: Scene, piece: number): boolean {
  const word = wordBefore(scene, piece);
  return word !== undefined && syntax.articles.has(word.toLowerCase());
}

/** The word before or after, over spaces and opening or closing quotation marks. */
function wordBefore(scene: Scene, piece: number): string | undefined {
  const { text, pieces } = scene;
  if (piece < 1 || !/^ ?[„“"»«‚‘']?$/u.test(text.slice(pieces.ends[piece - 1], pieces.begins[piece]))) return undefined;
  return text.slice(pieces.begins[piece - 1], pieces.ends[piece - 1]);
}

function wordAfter(scene: Scene, piece: number): string | undefined {
  const { text, pieces } = scene;
  const next = piece + 1;
  if (next >= pieces.count || !/^[“”"»«‘’']? $/u.test(text.slice(pieces.ends[piece], pieces.begins[next]))) return undefined;
  return text.slice(pieces.begins[next], pieces.ends[next]);
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
