/**
 * Finding a flag's place again after the page has changed: exactly, or though the words changed a little, or not at all. Never on the wrong
 * words: a lost flag is shown with its quote, a flag on a look-alike would be a lie.
 *
 *   the quote to the letter (typesetting aside) → the quote with a few characters changed → the quote in two parts → lost
 *
 * Of several places the one counts whose wording, surroundings and position agree best. How much must agree depends on how much
 * the words themselves prove: a long quote to the letter proves its place, a short or a changed one needs its neighbours.
 */
import type { Flag, PlacedFlag } from '../model.ts';
import { findApproximately, type Hit } from './approximate.ts';
import { normalise, type NormalText, toNormal, toOriginal } from './normal-text.ts';
import { findParted } from './parted.ts';
import { occurrences, regionsFor } from './regions.ts';
import { betterSide, compareSurroundings, lettersAround, type Likeness, worseSide } from './surroundings.ts';
import { hasTellingWord, missesTellingWord, saysOfOthers } from './telling-words.ts';

/** A quote this long (characters in normal form) proves its place by itself; half as long if it names something and stands there but once. */
const long = 40;
/** So many characters of a neighbour, to the letter, join a short quote to make a long one. */
const nearby = 12;
/** Shorter quotes are not sought with changes: too much looks like them. */
const shortestChanged = 16;
/** Share of characters that may differ; the larger one only between neighbours that are both still there. */
const mayDiffer = 0.2;
const mayDifferAtHome = 0.3;
/** Likeness (0..1) from which a neighbour counts as still there, and as clearly there. Unrelated German text reaches about 0.45. */
const there = 0.65;
const clearlyThere = 0.8;
/** From here (0..1) a neighbour that names others is the same sentence about others, and speaks against a short quote there. */
const samePattern = 0.52;
const mostPlaces = 500;
/** Points that the best changed place must be ahead of the next: a choice between equals would be a guess. */
const ahead = 4;
/** How much more its neighbours (0..2) must speak for a rival to make a place a guess. */
const moreAtHome = 0.2;
/** A rival whose neighbours speak for it all but as much is as good. */
const hardlyLess = 0.1;

/** What wording, each neighbour and nearness count for, in points. */
const weights = { wording: 50, neighbour: 20, nearness: 2 } as const;

/** A place that may be the flag's, in normal form, with what speaks for it. */
interface Place extends Hit {
  likeness: Likeness;
  score: number;
}

interface Sought {
  text: string;
  normal: NormalText;
  flag: Flag;
  /** The quote in normal form. */
  pattern: string;
  /** Where the quote began, in normal form. */
  expected: number;
}

/** Takes a text and a flag; gives where the flag stands in it. The state is `exact`, `changed`, `moved` or `lost`. Linear in the text for a quote of ordinary length. */
export function anchor(text: string, flag: Flag): PlacedFlag {
  return createAnchoring(text)(flag);
}

/** The same for many flags of one text, which is brought into normal form only once. */
export function createAnchoring(text: string): (flag: Flag) => PlacedFlag {
  const normal = normalise(text);
  return (flag) => {
    const pattern = normalise(flag.quote.exact).text.trim();
    const place = pattern === '' ? undefined : findPlace({ text, normal, flag, pattern, expected: toNormal(normal, flag.position.start) });
    if (!place) return { flag, state: 'lost' };
    const span = toOriginal(normal, place.begin, place.end);
    return { flag, state: stateOf(place, text.slice(...span), flag), span };
  };
}

function findPlace(sought: Sought): Place | undefined {
  const untouched = placeUntouched(sought);
  if (untouched) return untouched;
  const verbatim = placesToTheLetter(sought);
  const home = verbatim.find((place) => isAtHome(sought, place));
  if (home) return home;
  // Its neighbours have closed the gap: it was taken away there, and what looks like it elsewhere is another.
  const isTakenAway = isGapClosed(sought);
  if (isTakenAway && sought.pattern.length < long) return undefined;
  // The words stand there, but not where they stood: a changed place among its old neighbours may be the better one.
  const similar = isTakenAway ? [] : similarPlaces(sought);
  const believable = similar.filter((place) => isBelievable(sought, place));
  const found = clearlyBest([...verbatim, ...believable].sort(byScore));
  if (found && (isContested(found, similar) || isMatched(found, believable))) return undefined;
  return found ?? (isTakenAway ? undefined : clearlyBest(partedPlaces(sought)));
}

/** The very place that was saved, if quote and neighbours stand there as they stood, to the unit. */
function placeUntouched(sought: Sought): Place | undefined {
  const { text, normal, flag, expected } = sought;
  const { start, end: stop } = flag.position;
  const { exact, prefix, suffix } = flag.quote;
  if (!text.startsWith(exact, start) || !text.startsWith(suffix, stop) || !text.startsWith(prefix, start - prefix.length) || stop !== start + exact.length) return undefined;
  const end = toNormal(normal, stop);
  return end > expected ? judge(sought, { begin: expected, end, distance: 0 }) : undefined;
}

/** The best of places in the order of their scores, unless another is as good: a choice between equals would be a guess. */
function clearlyBest([best, ...others]: readonly Place[]): Place | undefined {
  const next = best && others.find((other) => !overlap(best, other));
  return best && next && best.score - next.score < ahead ? undefined : best;
}

/** Where the quote stands to the letter, typesetting aside, and can be believed to be the flag's; the best first. */
function placesToTheLetter(sought: Sought): Place[] {
  const { normal, pattern, expected } = sought;
  const begins = occurrences(normal.text, pattern, normal.text.length).filter((begin) => !cutsWord(sought, begin, begin + pattern.length));
  if (begins.length > mostPlaces) begins.sort((one, other) => Math.abs(one - expected) - Math.abs(other - expected)).splice(mostPlaces);
  const names = hasTellingWord(sought.flag.quote.exact);
  const isOnlyOne = begins.length === 1 && pattern.length >= long / 2 && names;
  const provesItself = (pattern.length >= long || isOnlyOne) && pattern.includes(' ');
  /** A bare name, or a turn of phrase that names nothing, needs both its neighbours. */
  const witnesses = pattern.length >= (names ? long / 2 : long) ? betterSide : worseSide;
  const isLongWithNeighbours = ({ begin, end }: Hit) => {
    const { before, after } = lettersAround(normal.text, begin, end, sought.flag.quote);
    return Math.max(before, after) >= nearby && before + pattern.length + after >= long;
  };
  return begins
    .map((begin) => judge(sought, { begin, end: begin + pattern.length, distance: 0 }))
    .filter((place) => {
      if (isAtHome(sought, place) || witnesses(place.likeness) >= there) return true;
      const denial = betterSide(place.likeness) >= clearlyThere ? 0 : place.likeness.denial;
      return (provesItself && (pattern.length >= long || denial === 0)) || (denial < samePattern && isLongWithNeighbours(place));
    })
    .sort(byScore);
}

/** Where the quote stands with some characters changed; whether that is believable is another question. */
function similarPlaces(sought: Sought): Place[] {
  const { normal, pattern } = sought;
  if (pattern.length < shortestChanged) return [];
  const largest = Math.floor(pattern.length * mayDifferAtHome);
  return regionsFor(normal.text, pattern)
    .flatMap(([from, to]) => findApproximately(normal.text.slice(from, to), pattern, largest).map((hit) => ({ ...hit, begin: hit.begin + from, end: hit.end + from })))
    .filter(({ distance }) => distance > 0)
    .map((hit) => judge(sought, toWords(normal.text, hit)));
}

/** Where the quote stands in two parts with something between. */
function partedPlaces(sought: Sought): Place[] {
  return findParted(sought.normal.text, sought.pattern)
    .map((hit) => judge(sought, hit))
    .filter((place) => betterSide(place.likeness) >= there)
    .sort(byScore);
}

/** Whether a place to the letter that not both its neighbours clearly vouch for has a rival, changed perhaps, that looks more at home: then it is a guess. */
function isContested({ likeness, begin, end, distance }: Place, similar: readonly Place[]): boolean {
  if (distance > 0 || worseSide(likeness) >= clearlyThere) return false;
  const isMoreAtHome = (rival: Place) => neighboursOf(rival.likeness) >= neighboursOf(likeness) + moreAtHome;
  return similar.some((rival) => !overlap(rival, { begin, end, distance: 0 }) && isMoreAtHome(rival));
}

/** Whether a place to the letter has a rival that only a few changed letters set back: the copy stayed to the letter, the flag's own words perhaps did not. */
function isMatched({ likeness, begin, end, distance }: Place, believable: readonly Place[]): boolean {
  return distance === 0 && believable.some((rival) => !overlap(rival, { begin, end, distance: 0 }) && neighboursOf(rival.likeness) >= neighboursOf(likeness) - hardlyLess);
}

/** Whether a changed place is the flag's and not a look-alike's. */
function isBelievable({ text, normal, flag, pattern }: Sought, { begin, end, distance, likeness }: Place): boolean {
  const differs = distance / pattern.length;
  const better = betterSide(likeness);
  const here = text.slice(...toOriginal(normal, begin, end));
  if (pattern.length < long && missesTellingWord(flag.quote.exact, here)) return false;
  // Where the last word differs, the place ends before it.
  const isOfOthers = saysOfOthers(flag.quote.exact, text.slice(...toOriginal(normal, Math.min(begin, end - pattern.length), Math.max(end, begin + pattern.length))), here);
  if (isOfOthers && (likeness.before === undefined || likeness.after === undefined)) return false;
  if (worseSide(likeness) >= clearlyThere) return differs <= (isOfOthers ? mayDiffer : mayDifferAtHome);
  if (differs > mayDiffer || isOfOthers) return false;
  if (pattern.length < long) return better >= clearlyThere;
  return pattern.length >= 2 * long || better >= there;
}

/** Whether what stood before the quote is now followed by what stood after it. */
function isGapClosed({ normal, flag, pattern }: Sought): boolean {
  const length = pattern.length < long ? nearby : 2 * nearby;
  const before = normalise(flag.quote.prefix).text.trimEnd().slice(-length);
  const after = normalise(flag.quote.suffix).text.trimEnd().slice(0, length);
  if (before.length < nearby || after.length < nearby) return false;
  return [' ', ''].some((space) => normal.text.includes(`${before}${space}${after}`));
}

function stateOf({ likeness }: Place, here: string, flag: Flag): PlacedFlag['state'] {
  if (lettersOf(here) !== lettersOf(flag.quote.exact)) return 'changed';
  const knowsNeighbours = likeness.before !== undefined || likeness.after !== undefined;
  return knowsNeighbours && betterSide(likeness) < there ? 'moved' : 'exact';
}

function judge({ text, normal, flag, pattern, expected }: Sought, hit: Hit): Place {
  const likeness = compareSurroundings(text, ...toOriginal(normal, hit.begin, hit.end), flag.quote);
  const wording = 1 - hit.distance / pattern.length;
  const nearness = 1 - Math.abs(hit.begin - expected) / (normal.text.length + 1);
  return { ...hit, likeness, score: weights.wording * wording + weights.neighbour * neighboursOf(likeness) + weights.nearness * nearness };
}

/** Both sides together, 0..2; a side of which nothing was saved counts half. */
function neighboursOf({ before, after }: Likeness): number {
  return (before ?? 0.5) + (after ?? 0.5);
}

function byScore(one: Place, other: Place): number {
  return other.score - one.score || one.begin - other.begin;
}

function overlap(one: Hit, other: Hit): boolean {
  return one.begin < other.end && other.begin < one.end;
}

/** Whether a place is the very one that was saved, to the unit. */
function isAtHome({ text, normal, flag, expected }: Sought, { begin, end }: Hit): boolean {
  const [from, to] = toOriginal(normal, begin, end);
  const { start } = flag.position;
  // Invisible characters at an edge of the quote are in no span of the normal form.
  return (from === start && to === flag.position.end) || (begin === expected && text.startsWith(flag.quote.exact, start));
}

/** Whether a place begins or ends inside a word although the flag did not: `Wing` is not in `Wingsuit`. */
function cutsWord({ normal, flag }: Sought, begin: number, end: number): boolean {
  const { exact, prefix, suffix } = flag.quote;
  const cutsBegin = isWord(normal.text[begin]) && isWord(normal.text[begin - 1]) && !isWord(Array.from(prefix).at(-1));
  const cutsEnd = isWord(normal.text[end - 1]) && isWord(normal.text[end]) && !isWord(Array.from(suffix)[0]);
  return exact.length > 0 && (cutsBegin || cutsEnd);
}

/** Moves the edges of a changed place to the nearest word edge: changed letters at an edge leave it a little off. */
function toWords(text: string, { begin, end, distance }: Hit): Hit {
  const moves = [0, -1, 1, -2, 2, -3, 3];
  const edgeAt = (at: number) => at <= 0 || at >= text.length || !isWord(text[at - 1]) || !isWord(text[at]);
  const from = begin + (moves.find((move) => edgeAt(begin + move)) ?? 0);
  const to = end + (moves.find((move) => edgeAt(end + move)) ?? 0);
  return to > from ? { begin: Math.max(0, from), end: Math.min(text.length, to), distance } : { begin, end, distance };
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Letters and figures alone, composed: what must be equal for "to the letter". */
function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
