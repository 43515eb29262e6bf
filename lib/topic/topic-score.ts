/**
 * How much a text is about technology. A table of weighted words votes: words of technology for, words of competing topics (sport,
 * politics, media business, crime, culture, economy) against, at a part of their weight. Long texts gather votes without meaning more, so the sum is divided
 * by a power of the length that is milder than the length itself: a short text of few strong words and a long one of many stand
 * side by side.
 */
import { placesOf, questionIn, questionOf } from '../text/places.ts';
import { countWords, type Reading } from '../text/reading.ts';
import { factOf } from '../text/words.ts';
import table from './terms.yml';

type Weights = Readonly<Record<'1' | '2' | '3', readonly string[]>>;

const { tech, other } = table as { tech: Weights; other: Weights };

export interface TopicScore {
  /** Votes by length; comparable between texts. */
  value: number;
  /** Distinct technology terms found, and how many of them are strong. */
  terms: number;
  strong: number;
  words: number;
}

/** Competing topics count at this part of their weight. */
const otherShare = 0.4;
/** A term speaks at most this often: the third "Google" says no more than the second. */
const mostVotes = 2;

const lengthPower = 0.75;
const strongWeight = 2;

/** Each way a pattern can fit, to its signed weight (negative: competing topic). */
const whole = new Map<string, number>();
const begins = new Map<string, number>();
const ends = new Map<string, number>();
const phrases = new Map<string, number>();
addAll(tech, 1);
addAll(other, -otherShare);
const phraseHeads = new Set([...phrases.keys()].map((phrase) => phrase.slice(0, phrase.indexOf(' '))));
const longestBegin = Math.max(...[...begins.keys()].map((begin) => begin.length));
const shortestBegin = Math.min(...[...begins.keys()].map((begin) => begin.length));
const longestEnd = Math.max(...[...ends.keys()].map((end) => end.length));
const shortestEnd = Math.min(...[...ends.keys()].map((end) => end.length));

function addAll(weights: Weights, sign: number): void {
  for (const weight of ['1', '2', '3'] as const) {
    for (const pattern of weights[weight]) {
      const value = sign * Number(weight);
      if (pattern.endsWith('*')) (pattern.includes(' ') ? phrases : begins).set(pattern.slice(0, -1), value);
      else if (pattern.startsWith('*')) ends.set(pattern.slice(1), value);
      else (pattern.includes(' ') ? phrases : whole).set(pattern, value);
    }
  }
}

/** Takes a text; linear in its tokens. */
export function scoreTopic(reading: Reading): TopicScore {
  const { tokens } = reading;
  const votes = new Map<string, { weight: number; count: number }>();
  for (const at of placesOf(reading, isTerm)) if (tokens[at]!.kind === 'word') vote(votes, fitOf(tokens[at]!.word)!);
  for (const at of placesOf(reading, isPhraseHead)) {
    let next = at + 1;
    while (tokens[next]?.kind === 'number') next += 1;
    const pattern = tokens[at]!.kind === 'word' && tokens[next]?.kind === 'word' ? `${tokens[at]!.lower} ${tokens[next]!.lower}` : '';
    const weight = phrases.get(pattern);
    if (weight) vote(votes, { pattern, weight });
  }
  return sum(votes, countWords(reading));
}

interface Fit {
  pattern: string;
  weight: number;
}

function vote(votes: Map<string, { weight: number; count: number }>, { pattern, weight }: Fit): void {
  const known = votes.get(pattern);
  if (known) known.count += 1;
  else votes.set(pattern, { weight, count: 1 });
}

const fitOf = factOf(({ lower }) => fit(lower) ?? fitParts(lower));
const isTerm = questionOf((word) => fitOf(word) !== undefined);
const isPhraseHead = questionIn(phraseHeads);

/** The longest pattern that fits a word. */
function fit(word: string): Fit | undefined {
  const exact = whole.get(word);
  if (exact !== undefined) return { pattern: word, weight: exact };
  for (let length = Math.min(word.length, longestBegin); length >= shortestBegin; length -= 1) {
    const begin = word.slice(0, length);
    const weight = begins.get(begin);
    if (weight !== undefined) return { pattern: begin, weight };
  }
  for (let length = Math.min(word.length, longestEnd); length >= shortestEnd; length -= 1) {
    const end = word.slice(-length);
    const weight = ends.get(end);
    if (weight !== undefined) return { pattern: end, weight };
  }
  return undefined;
}

/** A compound with hyphens is what one of its parts is: the first that fits. */
function fitParts(word: string): Fit | undefined {
  if (!word.includes('-')) return undefined;
  for (const part of word.split('-', 6)) {
    const fits = part && fit(part);
    if (fits) return fits;
  }
  return undefined;
}

function sum(votes: ReadonlyMap<string, { weight: number; count: number }>, words: number): TopicScore {
  let total = 0;
  let terms = 0;
  let strong = 0;
  for (const { weight, count } of votes.values()) {
    total += weight * Math.min(count, mostVotes);
    if (weight > 0) terms += 1;
    if (weight >= strongWeight) strong += 1;
  }
  return { value: total / (words / 200 + 0.25) ** lengthPower, terms, strong, words };
}
