/**
 * Numbers that do not go together. Pairs are only compared inside a bucket (same value, or same counted word and name), and a
 * bucket that is too full is skipped: a table of results is no contradiction, and the work stays linear.
 */
import type { ConsistencyNote, Draft, SourceClass } from '../model.ts';
import type { Reading } from '../text/reading.ts';
import { verbForm } from '../text/verb-forms.ts';
import { discord } from './discord.ts';
import { sentenceHas, sharedCount, words, type CountedFact } from './sentence-facts.ts';

const fullBucket = 8;
/** Smaller numbers of people coincide. */
const leastPeople = 10;
const unnamed: ReadonlySet<SourceClass> = new Set(['anonymous', 'collective']);

/** All disagreements between numbers, each once. */
export function findNumberDiscord(reading: Reading, facts: readonly CountedFact[]): Draft<ConsistencyNote>[] {
  const same = pairs(facts, ({ quantity }) => [`${quantity.unit}|${quantity.value}`]);
  const other = pairs(facts, ({ counted, entities }) => [...entities].map((id) => `${counted}|${id}`));
  return [
    ...same.filter(([a, b]) => countsOthers(reading, a, b)).map(([a, b]) => discord(reading.text, 'consistency.counted', [a.span, b.span])),
    ...same.filter(([a, b]) => restsOnNobody(reading, a, b)).map(([a, b]) => discord(reading.text, 'consistency.anonymous-figure', [a.span, b.span])),
    ...other.filter(([a, b]) => differs(reading, a, b)).map(([a, b]) => discord(reading.text, 'consistency.number', [a.span, b.span])),
  ];
}

type Pair = readonly [CountedFact, CountedFact];

function pairs(facts: readonly CountedFact[], keys: (fact: CountedFact) => readonly string[]): Pair[] {
  const buckets = new Map<string, CountedFact[]>();
  for (const fact of facts) {
    for (const key of keys(fact)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(fact);
      else buckets.set(key, [fact]);
    }
  }
  const found = new Map<string, Pair>();
  for (const bucket of buckets.values()) {
    if (bucket.length > fullBucket) continue;
    bucket.forEach((a, index) => {
      for (const b of bucket.slice(index + 1)) if (a.sentence !== b.sentence) found.set(`${a.span[0]}|${b.span[0]}`, [a, b]);
    });
  }
  return [...found.values()];
}

/** `hundert Forscher` and `100 Mitarbeiter, darunter Forscher`: the first are only some of the second, or both are of the same names. */
function countsOthers(reading: Reading, a: CountedFact, b: CountedFact): boolean {
  if (a.quantity.unit !== 'people' || a.quantity.value < leastPeople || isSameNoun(a.counted, b.counted)) return false;
  if (sharedCount(a.entities, b.entities) < 1) return false;
  return holdsPart(reading, b, a.counted) || holdsPart(reading, a, b.counted);
}

/** Whether the sentence takes the counted ones out of its own number (`darunter Forscher`). */
function holdsPart(reading: Reading, whole: CountedFact, part: string): boolean {
  const { first, last } = whole.sentence;
  for (let at = first; at + 1 < last; at += 1) {
    if (!words.subset.has(reading.tokens[at]!.lower) || reading.tokens[at]!.begin < whole.quantity.end) continue;
    for (let next = at + 1; next < Math.min(last, at + 6); next += 1) if (isSameNoun(reading.tokens[next]!.lower, part)) return true;
  }
  return false;
}

/** The same noun whatever its case or sex: compared by all but their endings. */
function isSameNoun(a: string, b: string): boolean {
  const stem = (word: string): string => word.replace(/(?:innen|in|en|n|s)$/, '');
  return stem(a) === stem(b);
}

/** The same figure about the same two names: once as a fact, once on the word of somebody nobody can ask. */
function restsOnNobody(reading: Reading, a: CountedFact, b: CountedFact): boolean {
  if (a.quantity.vague !== b.quantity.vague || sharedCount(a.entities, b.entities) < 2) return false;
  if (a.quantity.unit === 'people' && a.quantity.value < leastPeople) return false;
  const [own, said] = a.source === undefined ? [a, b] : [b, a];
  return own.source === undefined && said.source !== undefined && unnamed.has(said.source) && said.attribution!.speaker.length > 0 && reading.text.length > 0;
}

/** Two values for the same counted word with the same verb, about the same single name, with nothing that says it changed. */
function differs(reading: Reading, a: CountedFact, b: CountedFact): boolean {
  if (a.quantity.value === b.quantity.value || a.quantity.unit !== b.quantity.unit || a.quantity.unit === 'percent') return false;
  if (a.quantity.vague !== undefined || b.quantity.vague !== undefined || a.entities.size !== 1 || b.entities.size !== 1) return false;
  if (a.source !== b.source || sentenceHas(reading, a.sentence, words.time) || sentenceHas(reading, b.sentence, words.time)) return false;
  if (sentenceHas(reading, a.sentence, words.subset) || sentenceHas(reading, b.sentence, words.subset)) return false;
  const verbs = (fact: CountedFact): Set<string> => new Set(reading.tokens.slice(fact.sentence.first, fact.sentence.last).flatMap((token) => verbForm(token.lower)?.lemma ?? []));
  const [verbsOfA, verbsOfB] = [verbs(a), verbs(b)];
  return verbsOfA.size > 0 && verbsOfA.size === verbsOfB.size && sharedCount(verbsOfA, verbsOfB) === verbsOfA.size;
}
