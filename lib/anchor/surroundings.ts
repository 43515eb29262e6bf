/** How far what stands around a place is what stood around the flag. */
import type { TextQuoteSelector } from '../model.ts';
import { leastDistance } from './approximate.ts';
import { normalise } from './normal-text.ts';
import { saysOfOthers } from './telling-words.ts';

/** 0..1 each: 1 is to the letter. Undefined where nothing worth comparing was saved. */
export interface Likeness {
  before: number | undefined;
  after: number | undefined;
  /** How like the side is (0..1) that has the same pattern but speaks of other people or figures: the more, the more it speaks against the place. */
  denial: number;
}

/** Fewer saved characters than this say nothing. */
const fewest = 6;
/** How much may have been put between the quote and its old neighbours, beyond their own length. */
const slack = 24;
/** A neighbour that speaks of other people or figures is no witness, however many letters agree. */
const ofOthers = 0.5;

/** Takes a text, a place in it and what was saved; gives how far both sides of the place are as they were. */
export function compareSurroundings(text: string, begin: number, end: number, { prefix, suffix }: TextQuoteSelector): Likeness {
  const before = (reach: number) => text.slice(Math.max(0, begin - prefix.length - reach), begin);
  const after = (reach: number) => text.slice(end, end + suffix.length + reach);
  const one = likeness(prefix, before(0).replace(firstWord, ''), before(slack));
  const other = likeness(suffix, after(0).replace(lastWord, ''), after(slack));
  return { before: one?.alike, after: other?.alike, denial: Math.max(one?.denial ?? 0, other?.denial ?? 0) };
}

/** What a cut at a fixed length may leave of a word; bounded, so that it stays linear. */
const firstWord = /^[\p{L}\p{N}\p{Cf}]{1,40}/u;
const lastWord = /[\p{L}\p{N}\p{Cf}]{1,40}$/u;

function likeness(saved: string, here: string, wide: string): { alike: number; denial: number } | undefined {
  const wanted = normalise(saved).text.trim();
  if (wanted.length < fewest) return undefined;
  const alike = 1 - leastDistance(normalise(wide).text, wanted) / wanted.length;
  return alike > ofOthers && saysOfOthers(saved, here, wide) ? { alike: ofOthers, denial: alike } : { alike, denial: 0 };
}

/**
 * How many characters round a place are to the letter what was saved, on each side without a gap: takes a text in normal form, a place in it and what was saved. A short
 * quote that stands between them is as good as a long one.
 */
export function lettersAround(normal: string, begin: number, end: number, { prefix, suffix }: TextQuoteSelector): { before: number; after: number } {
  const wantedBefore = normalise(prefix).text.trimEnd();
  const wantedAfter = normalise(suffix).text;
  let [at, before, after] = [begin, 0, 0];
  while (normal[at - 1] === ' ') at -= 1;
  while (before < wantedBefore.length && normal[at - 1 - before] === wantedBefore[wantedBefore.length - 1 - before]) before += 1;
  at = end;
  while (normal[at] === ' ') at += 1;
  while (after < wantedAfter.length && normal[at + after] === wantedAfter[after]) after += 1;
  return { before, after };
}

/** The better side: one neighbour still there is enough to know a place again. */
export function betterSide({ before, after }: Likeness): number {
  return Math.max(before ?? 0, after ?? 0);
}

/** The worse side; a side of which nothing was saved is not held against a place. */
export function worseSide({ before, after }: Likeness): number {
  return Math.min(before ?? 1, after ?? 1);
}
