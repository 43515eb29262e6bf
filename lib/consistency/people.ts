/** People in two spellings, and one post with two holders. Both look only at capitalised words side by side. */
import type { ConsistencyNote, Draft, Span } from '../model.ts';
import { isUpperAt } from '../text/characters.ts';
import { determiners, prepositions } from '../text/function-words.ts';
import type { Reading } from '../text/reading.ts';
import { discord } from './discord.ts';
import { words } from './sentence-facts.ts';

interface FullName {
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
/** A difference in the last letters is an ending. */
const endingLength = 2;

/** Finds full names whose first names agree and whose last names differ by one letter, or the reverse. */
export function findNameDiscord(reading: Reading): Draft<ConsistencyNote>[] {
  const seen = new Map<string, FullName>();
  const found: Draft<ConsistencyNote>[] = [];
  const noted = new Set<string>();
  for (const name of fullNames(reading)) {
    const keys = [...keysOf(name)];
    for (const key of keys) {
      const other = seen.get(key);
      const pair = other && `${other.first} ${other.last}|${name.first} ${name.last}`;
      if (other && pair && !noted.has(pair) && areVariants(other, name)) {
        noted.add(pair);
        found.push(discord(reading.text, 'consistency.name', [other.span, name.span]));
      }
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, name);
  }
  return found;
}

/** Two names can only be variants if they share a part and the other part with one letter left out: those are the keys. */
function* keysOf({ first, last }: FullName): Generator<string> {
  for (let at = 1; at < last.length - endingLength; at += 1) yield `${first} ${last.slice(0, at)}*${last.slice(at + 1)}`;
  for (let at = 1; at < last.length - endingLength; at += 1) yield `${first} ${last.slice(0, at)}*${last.slice(at)}`;
  for (let at = 1; at < first.length; at += 1) yield `${first.slice(0, at)}*${first.slice(at + 1)} ${last}`;
}

function areVariants(a: FullName, b: FullName): boolean {
  if (a.first === b.first) return a.last !== b.last;
  return a.last === b.last && a.first.length >= 4 && b.first.length >= 4 && a.first !== b.first && !(inflected.test(a.first) && inflected.test(b.first));
}

/** Pairs of capitalised words inside a sentence, neither of them a function word, standing alone (no third one on either side). */
function* fullNames(reading: Reading): Generator<FullName> {
  const { tokens, text } = reading;
  const isCapital = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && token.kind === 'word' && isUpperAt(text, token.begin) && !/[-'’]/.test(token.lower) && !determiners.has(token.lower) && !prepositions.has(token.lower);
  };
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const [one, two] = [tokens[at]!, tokens[at + 1]!];
    if (!isCapital(at) || !isCapital(at + 1) || isCapital(at + 2) || two.begin !== one.end + 1) continue;
    if (one.lower.length < 3 || two.lower.length < shortestName || one.lower.length > 20 || two.lower.length > 20) continue;
    if (/(?:e|en|er|es|em)$/.test(one.lower) && one.lower.length > 6) continue;
    yield { first: one.lower, last: two.lower.replace(/s$/, ''), span: [one.begin, two.end], at };
  }
}

/** Finds `House-Post Name` with two different names for one house and post. */
export function findRoleDiscord(reading: Reading): Draft<ConsistencyNote>[] {
  const holders = new Map<string, FullName>();
  const found: Draft<ConsistencyNote>[] = [];
  for (const name of fullNames(reading)) {
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
