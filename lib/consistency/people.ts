/** People in two spellings, and one post with two holders. Both look only at capitalised words side by side. */
import type { ConsistencyNote, Draft, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { determiners, prepositions } from '../text/function-words.ts';
import { placesOf, questionOf } from '../text/places.ts';
import type { Reading } from '../text/reading.ts';
import { discord } from './discord.ts';
import { words } from './sentence-facts.ts';

export interface FullName {
  first: string;
  last: string;
  span: Span;
  /** Its first token. */
  at: number;
}

/** A name shorter than this differs from others by one letter too easily. */
const shortestName = 5;
/** Adjectives bend: `Kalter Krieg`, `Kalten Krieg`. */
const inflected = /(?:e|en|er|es|em)$/;
/** Of a part that more names share than this nothing is compared any more: keeps the work linear. */
const mostCompanions = 12;
/** A part shorter than this differs from others by one letter too easily. */
const shortestPart = 4;
/** A difference in the last letters is an ending. */
const endingLength = 2;

/** Finds full names whose first names agree and whose last names differ by one letter, or the reverse. */
export function findNameDiscord(reading: Reading, names: readonly FullName[]): Draft<ConsistencyNote>[] {
  const byFirst = new Map<string, FullName[]>();
  const byLast = new Map<string, FullName[]>();
  const seen = new Set<string>();
  const found: Draft<ConsistencyNote>[] = [];
  for (const name of names) {
    const whole = `${name.first} ${name.last}`;
    if (seen.has(whole)) continue;
    seen.add(whole);
    const other = companions(byFirst, name.first, name).find((one) => isSlipOf(one.last, name.last, endingLength))
      ?? companions(byLast, name.last, name).find((one) => isSlipOf(one.first, name.first, 0) && !(inflected.test(one.first) && inflected.test(name.first)));
    if (other) found.push(discord(reading.text, 'consistency.name', [other.span, name.span]));
  }
  return found;
}

/** The names met before that share this part, the new one added for later; a part that many share (`Die`, `Straße`) is no name. */
function companions(map: Map<string, FullName[]>, part: string, name: FullName): readonly FullName[] {
  const known = map.get(part);
  if (!known) {
    map.set(part, [name]);
    return [];
  }
  if (known.length >= mostCompanions) return [];
  known.push(name);
  return known.slice(0, -1);
}

/** Whether the words differ by one letter changed, left out or added, not in the first, not within the last `ending`, not as an ending. */
function isSlipOf(a: string, b: string, ending: number): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < shortestPart) return false;
  let front = 0;
  while (front < a.length && front < b.length && a[front] === b[front]) front += 1;
  if (front === 0 || front >= Math.max(a.length, b.length) - ending || (a.length !== b.length && front === Math.min(a.length, b.length))) return false;
  const [restOfA, restOfB] = [a.slice(front), b.slice(front)];
  if (a.length === b.length) return restOfA.slice(1) === restOfB.slice(1);
  return a.length > b.length ? restOfA.slice(1) === restOfB : restOfA === restOfB.slice(1);
}

/** A word with a capital that is neither a function word nor made of parts. */
const isCapital = questionOf(({ written, lower }) => isUpperAt(written, 0) && !determiners.has(lower) && !prepositions.has(lower) && !/[-'’]/.test(lower));

/** Pairs of capitalised words side by side, neither of them a function word, standing alone (no third one on either side). */
export function fullNames(reading: Reading): FullName[] {
  const { tokens } = reading;
  const capitals = placesOf(reading, isCapital);
  const names: FullName[] = [];
  for (let place = 0; place + 1 < capitals.length; place += 1) {
    const at = capitals[place]!;
    if (capitals[place + 1] !== at + 1 || capitals[place + 2] === at + 2) continue;
    const one = tokens[at]!;
    const two = tokens[at + 1]!;
    if (two.begin !== one.end + 1) continue;
    if (one.lower.length < 3 || two.lower.length < shortestName || one.lower.length > 20 || two.lower.length > 20) continue;
    if (/(?:e|en|er|es|em)$/.test(one.lower) && one.lower.length > 6) continue;
    names.push({ first: one.lower, last: two.lower.replace(/s$/, ''), span: [one.begin, two.end], at });
  }
  return names;
}

/** Finds `House-Post Name` with two different names for one house and post. */
export function findRoleDiscord(reading: Reading, names: readonly FullName[]): Draft<ConsistencyNote>[] {
  const holders = new Map<string, FullName>();
  const found: Draft<ConsistencyNote>[] = [];
  for (const name of names) {
    const before = reading.tokens[name.at];
    const post = postBefore(reading, name.at);
    if (!before || !post) continue;
    const holder = holders.get(post);
    if (!holder) holders.set(post, name);
    else if (holder.last !== name.last && holder.first !== name.first) {
      found.push(discord(reading.text, 'consistency.role', [holder.span, name.span]));
      holders.set(post, name);
    }
  }
  return found;
}

/** The compound of house and post right before a name, unless a word before it says that the post is shared, past or new. */
function postBefore(reading: Reading, at: number): string | undefined {
  const token = reading.tokens[at - 1];
  if (!token || token.kind !== 'word') return undefined;
  const hyphen = token.lower.lastIndexOf('-');
  if (hyphen <= 0 || !words.posts.has(token.lower.slice(hyphen + 1)) || /^(?:ex|co|vize)-|-(?:co|vize|ex)-/.test(token.lower)) return undefined;
  const before = reading.tokens[at - 2];
  return before && words.shared.has(before.lower) ? undefined : token.lower;
}
