/**
 * What surrounds the pieces of a text: the words before and after, the sentence, and where the words are that speak for an
 * entity. Made once for a text, and only when an ambiguous name occurs in it.
 */
import { stemEnglish, stemGerman } from '../text/stem.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Reading } from '../text/reading.ts';
import { fold, type Pieces } from './pieces.ts';
import syntaxTable from './syntax-words.yml';

interface SyntaxTable {
  kinds: string[]; heads: string[]; verbs: string[]; business: string[]; articles: string[]; prepositions: string[]; joiners: string[];
  organisationTails: string[]; prefixes: string[]; places: string[]; compounds: { first: string; heads: string[] }[];
}

const table = syntaxTable as SyntaxTable;
const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(stemOf));

/** The table's words, ready for look-up: stems of content words, plain lower case for function words. */
export const syntax = {
  kinds: stems(table.kinds),
  heads: stems(table.heads),
  verbs: new Set(table.verbs.flatMap((verb) => [stemOf(verb), stemEnglish(verb)])),
  business: stems(table.business),
  articles: new Set(table.articles),
  prepositions: new Set(table.prepositions),
  joiners: new Set(table.joiners),
  organisationTails: new Set(table.organisationTails),
  prefixes: new Set(table.prefixes),
  places: new Set(table.places),
  compounds: new Map(table.compounds.map((row) => [row.first, row.heads])),
};

/** The stem of a word as this engine compares it. */
export function stemOf(word: string): string {
  return stemGerman(fold(word));
}

/** The questions asked of words around a name; each word is stemmed once. Made anew for each text. */
export interface WordTests {
  isKind(word: string): boolean;
  isHead(word: string): boolean;
  /** A form of one of the table's verbs, German or English. */
  isActingVerb(word: string): boolean;
}

/** Makes the questions with a memory of their own. */
export function wordTests(): WordTests {
  return {
    isKind: remember((word) => endsInStem(word, syntax.kinds)),
    isHead: remember((word) => endsInStem(word, syntax.heads)),
    isActingVerb: remember((word) => syntax.verbs.has(stemOf(word)) || syntax.verbs.has(stemEnglish(word))),
  };
}

function remember(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) known.set(word, (answer = test(word)));
    return answer;
  };
}

/** Whether a word, or the last part of a compound, has one of the stems: `Drohnen-Lieferdienst`, `Technologiekonzern`. */
function endsInStem(word: string, wanted: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  if (wanted.has(stem)) return true;
  for (let size = 4; size <= 16 && size < stem.length - 2; size += 1) if (wanted.has(stem.slice(-size))) return true;
  return false;
}

/** Places (indices of pieces, ascending) of the words that speak for each entity. */
export type Witnesses = ReadonlyMap<string, readonly number[]>;

/** The key under which general business words are witnessed. */
export const businessKey = '#business';

/** Finds all context words of the entities in question in one pass over the text. */
export function findWitnesses(text: string, pieces: Pieces, ids: ReadonlySet<string>, dataset: Dataset): Map<string, number[]> {
  const byStem = new Map<string, Set<string>>();
  for (const id of ids) for (const word of dataset.entities.get(id)?.context ?? []) {
    for (const part of word.split(/[\s-]+/)) if (part.length > 2 || part === part.toUpperCase()) addTo(byStem, stemOf(part), id);
  }
  for (const stem of syntax.business) addTo(byStem, stem, businessKey);
  const byWord = new Map<string, readonly string[]>();
  const witnesses = new Map<string, number[]>();
  for (let at = 0; at < pieces.count; at += 1) {
    const word = text.slice(pieces.begins[at], pieces.ends[at]);
    let keys = byWord.get(word);
    if (!keys) byWord.set(word, (keys = keysOf(word, byStem)));
    for (const key of keys) {
      const places = witnesses.get(key);
      if (places) places.push(at);
      else witnesses.set(key, [at]);
    }
  }
  return witnesses;
}

function keysOf(word: string, byStem: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const stem = stemOf(word);
  const keys = new Set(byStem.get(stem));
  for (let size = 5; size <= 20 && size < stem.length - 2; size += 1) {
    for (const key of byStem.get(stem.slice(-size)) ?? []) keys.add(key);
    for (const key of byStem.get(stem.slice(0, size)) ?? []) keys.add(key);
  }
  return [...keys];
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

/** Index of the sentence that holds the offset, by halving; -1 before the first. */
export function sentenceAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading.sentences[middle]!.begin <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether an ascending list has a value in `[from, to]` other than those in `[notFrom, notTo]`. */
export function hasBetween(values: readonly number[] | undefined, from: number, to: number, notFrom: number, notTo: number): boolean {
  if (!values) return false;
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < values.length && values[at]! <= to; at += 1) if (values[at]! < notFrom || values[at]! > notTo) return true;
  return false;
}
